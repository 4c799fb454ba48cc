import { sameBytes } from '../bytes'
import type { Cancel, Clock } from '../ports/clock'
import { isWaiting, transition, type Action, type Event, type State } from './automaton'
import { codes } from './codes'
import {
  buildOptions,
  buildPacket,
  isMalformed,
  parseOptions,
  type ControlPacket,
  type RawOption,
} from './packet'

/** Our answer to a peer's Configure-Request. */
export type Verdict = { kind: 'ack' } | { kind: 'nak' | 'rej'; options: RawOption[] }

/** What one control protocol wants and accepts; the automaton does the rest. */
export interface Policy {
  /** The negotiation begins, or begins anew: what was learnt before is forgotten. */
  restart(): void
  /** Our request as it stands now. */
  wanted(): RawOption[]
  /** Judges the peer's request; after too many Naks a Nak must become a Reject (`patient` is false). */
  judge(options: readonly RawOption[], patient: boolean): Verdict
  /** The peer proposes other values. `wait`: nothing was gained, ask again when the timer runs out. `fail`: it never settles. */
  nakked(options: readonly RawOption[]): 'again' | 'wait' | 'fail'
  rejected(options: readonly RawOption[]): 'again' | 'fail'
  /** We acknowledged this request of the peer's: its values hold. */
  peerAgreed(options: readonly RawOption[]): void
  /** The peer acknowledged ours. */
  agreed(): void
}

/** Whether a Code-Reject names a code the automaton cannot do without: 1 to 6. */
export function refusesCore({ data }: ControlPacket): boolean {
  const code = data[0] ?? 0
  return code >= 1 && code <= 6
}

const negotiating: readonly State[] = ['req-sent', 'ack-rcvd', 'ack-sent']

export interface NegotiationOptions {
  readonly clock: Clock
  readonly policy: Policy
  readonly firstId: number
  readonly restartMs: number
  readonly maxConfigure: number
  readonly maxTerminate: number
  readonly maxFailure: number
  send(packet: Uint8Array): void
  up(): void
  down(): void
  /** The layer has given up or ended. */
  finished(): void
  /** The peer keeps naking or rejecting and it leads nowhere. */
  failed(): void
  /** Longest Code-Reject we may send. */
  maxReject(): number
}

/** Runs the automaton for LCP or IPCP: ids, retransmission, and which replies count. */
export class Negotiation {
  readonly #o: NegotiationOptions
  #state: State = 'initial'
  #left = 0
  #cancel: Cancel | undefined
  #id: number
  #answered = true
  #request: Uint8Array = new Uint8Array()
  #seenAck = false
  #naks = 0
  #requestsSent = 0
  #rejectId = 0
  #verdict: Verdict = { kind: 'ack' }
  #peerOptions: readonly RawOption[] = []

  constructor(options: NegotiationOptions) {
    this.#o = options
    this.#id = options.firstId & 0xff
  }

  get state(): State {
    return this.#state
  }

  /** Requests sent since the negotiation began. */
  get requestsSent(): number {
    return this.#requestsSent
  }

  open(): void {
    this.#on('open')
  }
  close(): void {
    this.#on('close')
  }
  lowerUp(): void {
    this.#on('up')
  }
  lowerDown(): void {
    this.#on('down')
    this.#stopTimer()
  }
  /** The peer refuses the whole protocol, or a code without which it does not work. */
  refused(fatal: boolean): void {
    this.#on(fatal ? 'rxj-' : 'rxj+')
  }
  /** Stops at once and says nothing to anybody. */
  abandon(): void {
    this.#stopTimer()
    this.#state = 'initial'
  }

  /** Takes packets with the codes 1 to 7; answers any other with a Code-Reject. */
  receive(packet: ControlPacket): void {
    switch (packet.code) {
      case codes.confReq:
        return this.#peerRequest(packet)
      case codes.confAck:
        return this.#ack(packet)
      case codes.confNak:
      case codes.confRej:
        return this.#refusal(packet)
      case codes.termReq:
        return this.#on('rtr', packet)
      case codes.termAck:
        return this.#on('rta')
      case codes.codeRej:
        return this.refused(refusesCore(packet))
      default:
        return this.#on('ruc', packet)
    }
  }

  #peerRequest(packet: ControlPacket): void {
    const parsed = parseOptions(packet.data)
    if (isMalformed(parsed)) return
    const verdict = this.#o.policy.judge(parsed.options, this.#naks < this.#o.maxFailure)
    this.#verdict = verdict
    this.#peerOptions = parsed.options
    this.#on(verdict.kind === 'ack' ? 'rcr+' : 'rcr-', packet)
  }
  #ack(packet: ControlPacket): void {
    if (!this.#isNews(packet)) return
    if (this.#awaiting() && !sameBytes(packet.data, this.#request)) return
    this.#seenAck = true
    this.#answered = true
    if (this.#awaiting()) this.#o.policy.agreed()
    this.#on('rca', packet)
  }

  #refusal(packet: ControlPacket): void {
    if (!this.#isNews(packet)) return
    const parsed = parseOptions(packet.data)
    if (isMalformed(parsed)) return
    if (this.#awaiting() && !this.#learn(packet.code, parsed.options)) return
    this.#seenAck = true
    this.#answered = true
    this.#on('rcn', packet)
  }

  /** False: the reply is to be ignored. */
  #learn(code: number, options: readonly RawOption[]): boolean {
    const policy = this.#o.policy
    if (code === codes.confRej && !this.#isOurs(options)) return false
    const next = code === codes.confRej ? policy.rejected(options) : policy.nakked(options)
    if (next === 'again') return true
    if (next === 'fail') this.#o.failed()
    return false
  }

  /** A Reject may only name what we asked for, octet for octet. */
  #isOurs(options: readonly RawOption[]): boolean {
    const parsed = parseOptions(this.#request)
    if (isMalformed(parsed) || options.length === 0) return false
    return options.every((option) =>
      parsed.options.some(
        (ours) => ours.type === option.type && sameBytes(ours.value, option.value),
      ),
    )
  }

  /** Replies count only for the last request, and once: a line that repeats packets must not reset us. */
  #isNews(packet: ControlPacket): boolean {
    if (!isWaiting(this.#state) && this.#state !== 'opened') return true
    return packet.id === this.#id && !this.#seenAck && this.#requestsSent > 0
  }

  #awaiting(): boolean {
    return ['req-sent', 'ack-rcvd', 'ack-sent', 'opened'].includes(this.#state)
  }

  #on(event: Event, packet?: ControlPacket): void {
    const step = transition(this.#state, event)
    if (!step) return
    const before = this.#state
    this.#state = step.next
    if (step.actions.includes('scr') && !negotiating.includes(before)) this.#o.policy.restart()
    const terminating = step.actions.includes('str')
    for (const action of step.actions) this.#act(action, terminating, packet)
    if (!isWaiting(this.#state)) this.#stopTimer()
    else if (!this.#cancel) this.#startTimer()
  }

  #act(action: Action, terminating: boolean, packet: ControlPacket | undefined): void {
    switch (action) {
      case 'irc':
        this.#left = terminating ? this.#o.maxTerminate : this.#o.maxConfigure
        return
      case 'zrc':
        this.#left = 0
        return this.#startTimer()
      case 'scr':
        return this.#sendRequest()
      case 'sca':
        this.#naks = 0
        this.#o.policy.peerAgreed(this.#peerOptions)
        return this.#reply(codes.confAck, packet, packet?.data)
      case 'scn':
        return this.#sendRefusal(packet)
      case 'str':
        return this.#sendTerminate()
      case 'sta':
        return this.#reply(codes.termAck, packet, new Uint8Array())
      case 'scj':
        return this.#sendCodeReject(packet)
      case 'tlu':
        return this.#o.up()
      case 'tld':
        return this.#o.down()
      case 'tlf':
        return this.#o.finished()
      case 'tls':
      case 'ser':
        return
      default:
        return action satisfies never
    }
  }

  #sendRequest(): void {
    const data = buildOptions(this.#o.policy.wanted())
    // A new id when the content changed or a valid answer came; a retransmission keeps it (RFC 1661 5.1).
    if (this.#answered || !sameBytes(data, this.#request)) this.#id = (this.#id + 1) & 0xff
    this.#request = data
    this.#answered = false
    this.#seenAck = false
    this.#requestsSent++
    this.#left--
    this.#startTimer()
    this.#o.send(buildPacket({ code: codes.confReq, id: this.#id, data }))
  }

  #sendRefusal(packet: ControlPacket | undefined): void {
    if (this.#verdict.kind === 'ack' || !packet) return
    if (this.#verdict.kind === 'nak') this.#naks++
    const code = this.#verdict.kind === 'nak' ? codes.confNak : codes.confRej
    this.#reply(code, packet, buildOptions(this.#verdict.options))
  }

  #sendTerminate(): void {
    this.#id = (this.#id + 1) & 0xff
    this.#left--
    this.#startTimer()
    this.#o.send(buildPacket({ code: codes.termReq, id: this.#id, data: new Uint8Array() }))
  }

  #sendCodeReject(packet: ControlPacket | undefined): void {
    if (!packet) return
    // An id of its own: the one of our request must stay, or its Ack would not count.
    this.#rejectId = (this.#rejectId + 1) & 0xff
    const data = buildPacket(packet).slice(0, this.#o.maxReject() - 4)
    this.#o.send(buildPacket({ code: codes.codeRej, id: this.#rejectId, data }))
  }

  #reply(code: number, packet: ControlPacket | undefined, data: Uint8Array | undefined): void {
    const id = packet?.id ?? this.#id
    this.#o.send(buildPacket({ code, id, data: data ?? new Uint8Array() }))
  }

  #startTimer(): void {
    this.#stopTimer()
    this.#cancel = this.#o.clock.schedule(this.#o.restartMs, () => {
      this.#cancel = undefined
      this.#on(this.#left > 0 ? 'timeout+' : 'timeout-')
    })
  }

  #stopTimer(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}
