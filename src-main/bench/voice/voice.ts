import { finalLine } from '@core/at/final'
import type { AtReply } from '@core/at/reply'
import type { Token } from '@core/at/token'
import { Fault } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Cancel, Clock } from '@core/ports/clock'
import { bare, rowsIn } from '@core/radio/answer'
import { areKeys, isDialled, phaseOf, type CallPhase, type VoiceCall } from '@core/voice/call-state'
import { endedHere, endedSilently, endWords } from '@core/voice/words'
import { quoted, type Words } from '@core/words'
import { InTurn } from '@bench/in-turn'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly onCall: (call: VoiceCall | null) => void
  readonly report: (error: unknown) => void
}

/** How often a call is looked at (AT+CLCC): not every modem says that it began or ended. */
const lookMs = 2_000
/** How long after an empty list the result code of that call may come: a busy computer reads late. */
const lateMs = 10_000

/** The voice calls of a slot's modem, one at a time. */
export class SlotVoice {
  readonly #o: Options
  readonly #turn = new InTurn()
  #call: VoiceCall | null = null
  #look: Cancel | undefined

  constructor(options: Options) {
    this.#o = options
  }
  get call(): VoiceCall | null {
    return this.#call
  }

  /** What a modem said. */
  hear(token: Token): void {
    if (token.kind === 'unsolicited' && token.restart) return this.forget()
    if (token.kind !== 'unsolicited' && token.kind !== 'unknown') return
    const { text } = token
    if (/^(?:RING$|\+CRING: *VOICE)/.test(text) && !this.#live) this.#tell('incoming', '')
    const caller = /^\+CLIP: *"([^"]*)"/.exec(text)?.[1]
    if (caller && this.#call?.phase === 'incoming') this.#tell('incoming', caller)
    if (this.#live && /^VOICE CALL: *BEGIN/.test(text)) this.#tell('active')
    const words = endWords[text]
    if (words && (this.#live || this.#justLeft)) this.#end(text, words)
  }
  /** A look at the list found it empty a moment ago: the code that says why may come behind it. */
  get #justLeft(): boolean {
    const { end, sinceMs } = this.#call ?? {}
    const nowMs = this.#o.clock.nowMs()
    return end?.meaning === endedSilently && nowMs - (sinceMs ?? nowMs) <= lateMs
  }
  /** The port is closed, or the modem began anew. */
  forget(): void {
    this.#stopLooking()
    if (!this.#call) return
    this.#call = null
    this.#o.onCall(null)
  }

  dial(number: string, signal?: AbortSignal): Promise<VoiceCall> {
    const bareNumber = number.replaceAll(/[\s().-]/g, '')
    if (!isDialled(bareNumber)) throw new Fault('voice-number', quoted(number))
    return this.#turn.run(async () => {
      if (this.#live) throw new Fault('voice-busy')
      // The number of a caller is shown from now on; where it is not known, nothing is.
      await this.#send('AT+CLIP=1', signal)
      const begun = this.#tell('dialling', bareNumber)
      const reply = await this.#send(`ATD${bareNumber};`, signal).catch((error: unknown) => {
        this.forget()
        throw error
      })
      if (reply.ok) return this.#call ?? begun
      const seen = finalLine(reply.final)
      this.#end(seen, endWords[seen] ?? endedSilently)
      throw new Fault('voice-refused', await this.#why(seen))
    })
  }
  answer(signal?: AbortSignal): Promise<VoiceCall> {
    return this.#turn.run(async () => {
      if (this.#call?.phase !== 'incoming') throw new Fault('voice-none')
      const reply = await this.#send('ATA', signal)
      if (!reply.ok) throw new Fault('voice-refused', quoted(`ATA: ${finalLine(reply.final)}`))
      return this.#tell('active')
    })
  }
  hangUp(signal?: AbortSignal): Promise<VoiceCall | null> {
    return this.#turn.run(async () => {
      const reply = await this.#send('AT+CHUP', signal)
      // ATH ends a voice call where +CHUP is not known (27.007, 6.5; V.250, 6.3.6).
      const done = reply.ok ? reply : await this.#send('ATH', signal)
      if (!done.ok) throw new Fault('voice-refused', quoted(`ATH: ${finalLine(done.final)}`))
      if (this.#live) this.#end('AT+CHUP', endedHere)
      return this.#call
    })
  }
  keys(keys: string, signal?: AbortSignal): Promise<void> {
    if (!areKeys(keys)) throw new Fault('voice-keys', quoted(keys))
    return this.#turn.run(async () => {
      if (this.#call?.phase !== 'active') throw new Fault('voice-none')
      for (const key of keys.toUpperCase()) {
        const reply = await this.#send(`AT+VTS=${key}`, signal)
        if (!reply.ok)
          throw new Fault('voice-refused', quoted(`AT+VTS=${key}: ${finalLine(reply.final)}`))
      }
    })
  }

  get #live(): boolean {
    return this.#call !== null && this.#call.phase !== 'ended'
  }
  #tell(phase: CallPhase, number = this.#call?.number ?? ''): VoiceCall {
    const same = this.#call?.phase === phase && this.#call.number === number
    if (!same) this.#set({ phase, number, sinceMs: this.#o.clock.nowMs(), end: null })
    if (!this.#look) this.#lookLater()
    return this.#call ?? { phase, number, sinceMs: this.#o.clock.nowMs(), end: null }
  }
  #end(seen: string, meaning: Words): void {
    this.#stopLooking()
    const number = this.#call?.number ?? ''
    const end = { seen, meaning }
    this.#set({ phase: 'ended', number, sinceMs: this.#o.clock.nowMs(), end })
  }
  #set(call: VoiceCall): void {
    this.#call = call
    this.#o.onCall(call)
  }
  #lookLater(): void {
    this.#look = this.#o.clock.schedule(lookMs, () => {
      this.#look = undefined
      this.#turn
        .run(() => this.#lookNow())
        .catch((error: unknown) => this.#o.report(error))
        .finally(() => {
          if (this.#live && !this.#look) this.#lookLater()
        })
    })
  }
  #stopLooking(): void {
    this.#look?.()
    this.#look = undefined
  }
  async #lookNow(): Promise<void> {
    // A look that is not answered is a row in the log; the next one follows.
    const reply = await this.#send('AT+CLCC').catch(() => undefined)
    if (!reply?.ok || !this.#live) return
    const row = rowsIn(reply.lines, '+CLCC:').find(([, , , mode]) => mode === '0')
    const phase = phaseOf(row?.[2])
    if (phase) this.#tell(phase, bare(row?.[5]) || this.#call?.number)
    else if (!row) await this.#gone()
  }
  /** No call any more, and no result code said why: the modem may tell the reason. */
  async #gone(): Promise<void> {
    const why = await this.#send('AT+CEER').catch(() => undefined)
    const seen = why?.ok ? why.lines.join(' ') : ''
    if (this.#live) this.#end(seen || 'AT+CLCC', endedSilently)
  }
  async #why(seen: string): Promise<Words> {
    const reply = await this.#send('AT+CEER').catch(() => undefined)
    const report = reply?.ok ? ` ${reply.lines.join(' ')}` : ''
    const meaning = endWords[seen]
    return {
      en: `${seen}${report}${meaning ? `: ${meaning.en}` : ''}`,
      ja: `${seen}${report}${meaning ? `：${meaning.ja}` : ''}`,
    }
  }
  #send(command: string, signal?: AbortSignal): Promise<AtReply> {
    return this.#o.session().ask(command, { priority: 'user', ...(signal ? { signal } : {}) })
  }
}
