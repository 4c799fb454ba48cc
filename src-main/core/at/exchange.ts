import { latin1 } from '../bytes'
import type { Cancel, Clock } from '../ports/clock'
import type { Announcer } from './announcer'
import { countedOctets } from './counted'
import type { Line } from './line-buffer'
import type { Outstanding } from './outstanding'
import type { Pending } from './pending'
import type { Reader } from './reader'

const promptWaitMs = 5000
const payloadIdleMs = 5000
const barePromptMs = 200
const ESC = Uint8Array.of(0x1b)

interface ExchangeParts {
  readonly clock: Clock
  readonly outstanding: Outstanding
  readonly announcer: Announcer
  readonly reader: () => Reader
  /** Writes for a command; a failed write fails it. */
  readonly put: (bytes: Uint8Array, entry: Pending) => void
  /** The payload's own text is about to come back. */
  readonly expectEcho: (text: string) => void
  /** Runs what makes the reader hand things on. */
  readonly reading: (read: () => void) => void
}

/** Payloads in both directions: out after a prompt, in after a header that counts them. */
export class Exchange {
  readonly #parts: ExchangeParts
  #counted: { header: string; entry: Pending | undefined } | undefined
  #payloadTimer: Cancel | undefined
  #promptTimer: Cancel | undefined

  constructor(parts: ExchangeParts) {
    this.#parts = parts
  }

  /** The command that waits for its prompt, if its turn is now. */
  waiting(): Pending | undefined {
    const entry = this.#parts.outstanding.current
    return entry?.prompt === 'wanted' && !entry.overdue ? entry : undefined
  }

  /** A command with a payload was written. */
  began(entry: Pending): void {
    if (entry.prompt !== 'wanted') return
    entry.keep(this.#parts.clock.schedule(promptWaitMs, () => this.#missed(entry)))
  }

  /** ESC leaves a prompt without sending (27.005 3.5.1). */
  leavePrompt(entry: Pending): void {
    this.#parts.put(ESC, entry)
  }

  takePrompt(line: Line): void {
    const { announcer, expectEcho, put } = this.#parts
    const entry = this.waiting()
    announcer.token({ kind: 'prompt', text: line.text, raw: line.raw, ...announcer.owner(entry) })
    const payload = entry?.options.payload
    if (!entry || !payload) return
    entry.prompt = 'given'
    if (entry.echoed && entry.promptText === '> ') expectEcho(latin1(payload))
    put(payload, entry)
  }

  /** Looks whether the line announces a payload; then the next octets are that. */
  takeHeader(line: Line, entry: Pending | undefined): void {
    const count = countedOctets(line.text, entry?.options.counted)
    if (count === undefined || line.end === 'none' || line.end === 'cut') return
    this.#counted = { header: line.text, entry }
    this.#parts.reader().expectCounted(count, line)
  }

  takePayload(payload: Uint8Array, raw: Uint8Array): void {
    const { announcer } = this.#parts
    const { header, entry } = this.#counted ?? { header: '', entry: undefined }
    this.#counted = undefined
    const owner = announcer.owner(entry)
    announcer.token({ kind: 'payload', text: latin1(payload), raw, payload, header, ...owner })
    entry?.payloads.push(payload)
  }

  /** Call after each read: waits begin anew with every octet. */
  watch(): void {
    this.stopTimers()
    const { clock } = this.#parts
    if (this.#parts.reader().counting)
      this.#payloadTimer = clock.schedule(payloadIdleMs, () => this.#giveUpPayload())
    // Some modems leave out the space of `> `; nothing else can come after a lone `>`.
    if (this.waiting()?.promptText === '> ' && this.#parts.reader().waitsWith('>'))
      this.#promptTimer = clock.schedule(barePromptMs, () => this.#takeBarePrompt())
  }

  /** The command's time is over: octets held for its payload are lines, and may hold its final result. */
  giveUpPayloadOf(entry: Pending): void {
    if (this.#counted?.entry === entry) this.#giveUpPayload()
  }

  stopTimers(): void {
    this.#payloadTimer?.()
    this.#promptTimer?.()
    this.#payloadTimer = this.#promptTimer = undefined
  }

  #takeBarePrompt(): void {
    const line = this.waiting() && this.#parts.reader().takePrompt('>')
    if (line) this.takePrompt(line)
  }

  #missed(entry: Pending): void {
    if (entry.prompt !== 'wanted' || entry.overdue) return
    entry.prompt = 'missed'
    this.#parts.announcer.note('no-prompt', entry)
    this.leavePrompt(entry)
  }

  #giveUpPayload(): void {
    const counted = this.#counted
    if (!counted) return
    this.#counted = undefined
    this.#parts.announcer.note('short-payload', counted.entry)
    this.#parts.reading(() => this.#parts.reader().giveUpCounted())
  }
}
