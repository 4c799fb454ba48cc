import { bytesOf } from '../bytes'
import type { Severity, Words } from '../words'
import type { CmuxChannel } from './channel'
import {
  buildMessage,
  buildResponse,
  readMessages,
  type ControlMessage,
  type KnownMessage,
} from './message'
import type { CmuxCounts } from './session-types'
import type { CmuxTimers } from './timers'
import {
  buildNegotiation,
  buildStatus,
  defaultPortParameters,
  readLineStatus,
  readNegotiation,
  readPortParameters,
  readStatus,
} from './values'
import type { Waits } from './waits'
import { lineErrorsSeen, messageNotSupported, noMessageIn, signalsUnanswered } from './words'

/** What the control channel does with the others. */
export interface ControlledChannels {
  agree(dlci: number, maxInfo: number): void
  get(dlci: number): Pick<CmuxChannel, 'status'> | undefined
  stopAll(stopped: boolean): void
}

/** What the control channel needs of its session. */
export interface ControlHost {
  readonly waits: Waits<string>
  readonly timers: CmuxTimers
  readonly counts: CmuxCounts
  readonly maxInfo: number
  readonly channels: ControlledChannels
  /** Sends an information field on DLCI 0. */
  send(info: Uint8Array): void
  note(severity: Severity, words: Words): void
  closedByPeer(): void
  sleep(): void
}

/** The messages of DLCI 0: answers every command of the other side, and sends ours until they are answered. */
export class ControlChannel {
  readonly #host: ControlHost
  #telling = new Map<CmuxChannel, Promise<boolean>>()
  #allStopped = false
  #tests = 0
  #holding: boolean | undefined

  constructor(host: ControlHost) {
    this.#host = host
  }

  /** The other side said FCoff: channels opened now start stopped. */
  get allStopped(): boolean {
    return this.#allStopped
  }

  receive(info: Uint8Array): void {
    const { messages, problem } = readMessages(info)
    for (const message of messages) {
      if (message.command) this.#answer(message)
      else this.#answered(message)
    }
    if (problem) this.#host.note('warning', noMessageIn(problem))
  }

  /** Sends a command until it is answered, at most N2 times. The answer's value as latin1, or undefined. */
  async request(
    name: KnownMessage,
    value: Uint8Array,
    key: string,
    wanted: () => boolean = () => true,
  ): Promise<string | undefined> {
    const { waits, timers } = this.#host
    for (let i = 0; i < timers.answerTries && wanted(); i++) {
      this.#host.send(buildMessage(name, true, value))
      const answer = await waits.wait(key, timers.controlMs)
      if (answer !== undefined) return answer
    }
    return undefined
  }

  /**
   * MSC for a channel, one at a time, until the other side has repeated the signals as they are then.
   * Who changes them meanwhile waits for the same answer, so that a late repeat of the old ones cannot overtake.
   */
  tellSignals(channel: CmuxChannel): Promise<boolean> {
    const running = this.#telling.get(channel)
    if (running) return running
    const telling = this.#tell(channel).finally(() => this.#telling.delete(channel))
    this.#telling.set(channel, telling)
    return telling
  }

  async #tell(channel: CmuxChannel): Promise<boolean> {
    for (;;) {
      const told = channel.signals
      const value = buildStatus(channel.dlci, told)
      const current = () => channel.open && channel.signals === told
      const answer = await this.request('MSC', value, statusKey(value), current)
      if (!channel.open) return false
      if (channel.signals !== told) continue
      if (answer === undefined) this.#host.note('warning', signalsUnanswered(channel.dlci))
      return answer !== undefined
    }
  }

  /** Proposes our N1 for a channel; no answer leaves it as it is. */
  async negotiate(dlci: number): Promise<void> {
    const proposal = buildNegotiation({
      dlci,
      frameType: 0,
      convergence: 1,
      priority: 7,
      t1Ms: 100,
      maxInfo: this.#host.maxInfo,
      n2: 3,
      window: 0,
    })
    await this.request('PN', proposal, `PN ${dlci}`)
  }

  /** FCoff or FCon for all channels of the other side; a later call ends the repeats of an earlier one. */
  async holdOff(stopped: boolean): Promise<boolean> {
    this.#holding = stopped
    const name = stopped ? 'FCoff' : 'FCon'
    const current = () => this.#holding === stopped
    return (await this.request(name, new Uint8Array(), name, current)) === name
  }

  /** TEST with a text of its own; false when nothing came back. NSC counts: somebody is there. */
  async probe(): Promise<boolean> {
    const value = bytesOf(`bench ${++this.#tests}`)
    const answer = await this.request('TEST', value, 'TEST')
    return answer !== undefined
  }

  #answer(message: ControlMessage): void {
    const host = this.#host
    switch (message.name) {
      case 'MSC':
        return this.#status(message)
      case 'TEST':
        return host.send(buildResponse(message))
      case 'FCon':
      case 'FCoff':
        host.send(buildResponse(message))
        return this.#stopAll(message.name === 'FCoff')
      case 'CLD':
        host.send(buildResponse(message))
        return host.closedByPeer()
      case 'PSC':
        host.send(buildResponse(message))
        return host.sleep()
      case 'RPN':
        return this.#portParameters(message)
      case 'RLS':
        return this.#lineStatus(message)
      case 'PN':
        return this.#negotiation(message)
      case 'NSC':
      case 'SNC':
      case 'unknown':
        return host.send(buildMessage('NSC', false, [message.type]))
    }
  }

  #answered(message: ControlMessage): void {
    const { waits } = this.#host
    switch (message.name) {
      case 'MSC':
        waits.settle(statusKey(message.value), 'MSC')
        return
      case 'PN': {
        const agreed = readNegotiation(message.value)
        if (!agreed) return
        this.#host.channels.agree(agreed.dlci, agreed.maxInfo)
        waits.settle(`PN ${agreed.dlci}`, 'PN')
        return
      }
      case 'NSC':
        return this.#refused(message.value[0] ?? 0)
      default:
        waits.settle(message.name, message.name)
    }
  }

  /** NSC names the type octet it does not know; waiting longer for that answer is of no use. */
  #refused(type: number): void {
    const { waits } = this.#host
    const [refused] = readMessages(Uint8Array.of(type | 1)).messages
    if (!refused) return
    waits.settleWhere((key) => key.split(' ')[0] === refused.name, 'NSC')
    this.#host.note('notice', messageNotSupported(refused.name))
  }

  #status(message: ControlMessage): void {
    // Answered even for a channel that is not open: a modem that gets no answer repeats it for ever (SIM800, esp-idf#15966).
    this.#host.send(buildResponse(message))
    const status = readStatus(message.value)
    if (status) this.#host.channels.get(status.dlci)?.status(status)
  }

  #stopAll(stopped: boolean): void {
    this.#allStopped = stopped
    this.#host.channels.stopAll(stopped)
  }

  #portParameters(message: ControlMessage): void {
    const about = readPortParameters(message.value)
    const query = about !== undefined && about.line === undefined
    this.#host.send(
      buildResponse(message, query ? defaultPortParameters(about.dlci) : message.value),
    )
  }

  #lineStatus(message: ControlMessage): void {
    this.#host.send(buildResponse(message))
    const about = readLineStatus(message.value)
    if (!about || about.errors.length === 0) return
    this.#host.counts.lineErrors += about.errors.length
    this.#host.note('warning', lineErrorsSeen(about.dlci, about.errors))
  }

  /** We may lower N1, never raise it (27.010 5.4.6.3.1). */
  #negotiation(message: ControlMessage): void {
    const asked = readNegotiation(message.value)
    if (!asked) return this.#host.send(buildMessage('NSC', false, [message.type]))
    const maxInfo = Math.max(1, Math.min(asked.maxInfo, this.#host.maxInfo))
    this.#host.channels.agree(asked.dlci, maxInfo)
    this.#host.send(buildResponse(message, buildNegotiation({ ...asked, frameType: 0, maxInfo })))
  }
}

/** Reserved bits and the break octet may come back otherwise than they went. */
function statusKey(value: Uint8Array): string {
  return `MSC ${(value[0] ?? 0) >> 2} ${(value[1] ?? 0) & 0xce}`
}
