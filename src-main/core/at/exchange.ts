import { latin1 } from '../bytes'
import { Fault } from '../fault'
import type { Cancel, Clock } from '../ports/clock'
import { quoted } from '../words'
import type { Announcer } from './announcer'
import { countedOctets } from './counted'
import type { Line } from './line-buffer'
import type { Outstanding } from './outstanding'
import type { Pending } from './pending'
import { announcedOctets, type OpenPrompt } from './prompt'
import type { Reader } from './reader'
import { noTextGiven } from './words'

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
  /** Writes what belongs to no command. */
  readonly putBare: (bytes: Uint8Array) => void
  /** The time of a command begins anew. */
  readonly restart: (entry: Pending) => void
  /** A prompt is open that none of the open commands has led to: what was typed since went into its text. */
  readonly astray: () => void
  /** The command is given up at its prompt. */
  readonly giveUp: (entry: Pending, why: Fault) => void
  /** Runs what makes the reader hand things on. */
  readonly reading: (read: () => void) => void
}

/** Payloads in both directions: out after a prompt, in after a header that counts them. */
export class Exchange {
  readonly #parts: ExchangeParts
  #counted: { header: string; entry: Pending | undefined } | undefined
  #payloadTimer: Cancel | undefined
  #promptTimer: Cancel | undefined
  /** A prompt that no command of ours has led to. */
  #stray: string | undefined

  constructor(parts: ExchangeParts) {
    this.#parts = parts
  }

  /** The command whose prompt may come now. */
  waiting(): Pending | undefined {
    const entry = this.#parts.outstanding.current
    return entry && mayPrompt(entry) && !entry.overdue ? entry : undefined
  }

  /** What the modem waits for, and nobody has given yet. */
  get open(): OpenPrompt | undefined {
    const entry = this.#asked
    if (!entry) return this.#stray === undefined ? undefined : { text: this.#stray }
    const octets = announcedOctets(entry.command, entry.endings)
    return {
      command: entry.shown,
      text: entry.promptText,
      ...(octets === undefined ? {} : { octets }),
    }
  }
  get #asked(): Pending | undefined {
    return this.#parts.outstanding.all.find(({ prompt }) => prompt === 'asked')
  }

  /** Gives the modem what it waits for, as it is. Throws `at-no-prompt` where it waits for nothing. */
  give(payload: Uint8Array): void {
    const entry = this.#asked
    if (!entry && this.#stray === undefined) throw new Fault('at-no-prompt')
    if (!entry) {
      this.#stray = undefined
      return this.#parts.putBare(payload)
    }
    this.#send(entry, payload)
    this.#parts.restart(entry)
  }
  /** Leaves the prompt with ESC; what was written so far is thrown away by the modem. */
  leave(why?: Fault): void {
    const entry = this.#asked
    if (!entry && this.#stray === undefined) throw new Fault('at-no-prompt')
    this.#stray = undefined
    if (!entry) return this.#parts.putBare(ESC)
    entry.prompt = 'missed'
    this.#parts.giveUp(entry, why ?? new Fault('at-cancelled', quoted(entry.shown)))
    this.leavePrompt(entry)
  }
  /** A result, a restart or data mode: no prompt is open any more. */
  forgetStray(): void {
    this.#stray = undefined
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
    const { announcer } = this.#parts
    const entry = this.waiting()
    if (entry && !entry.options.payload) {
      // However long a person thinks: the modem waits, too.
      entry.prompt = 'asked'
      entry.stopTimers()
    }
    // Told when it stands: whoever hears of it may answer at once.
    announcer.token({ kind: 'prompt', text: line.text, raw: line.raw, ...announcer.owner(entry) })
    if (!entry) return
    if (entry.options.payload) this.#send(entry, entry.options.payload)
    else if (!entry.options.attended) this.leave(new Fault('at-prompt', noTextGiven(entry.shown)))
  }

  #send(entry: Pending, payload: Uint8Array): void {
    entry.prompt = 'given'
    if (entry.echoed && entry.promptText === '> ') this.#parts.expectEcho(latin1(payload))
    this.#parts.put(payload, entry)
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
    if (this.#barePrompt() !== undefined)
      this.#promptTimer = clock.schedule(barePromptMs, () => this.#takeBarePrompt())
  }

  #barePrompt(): '> ' | '>' | undefined {
    // A text of several lines is prompted for at each of them.
    const sent = this.#parts.outstanding.all.some(
      ({ prompt }) => prompt === 'given' || prompt === 'missed',
    )
    if (sent) return undefined
    const reader = this.#parts.reader()
    return reader.waitsWith('>') ? '>' : reader.waitsWith('> ') ? '> ' : undefined
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
    const text = this.#barePrompt()
    const line = text === undefined ? undefined : this.#parts.reader().takePrompt(text)
    if (!line || text === undefined) return
    const entry = this.#parts.outstanding.current
    // A command that nobody here knows may well take a text.
    if (entry?.prompt === 'none' && entry.rule.free && entry.rule.call && !entry.overdue)
      entry.prompt = 'open'
    if (!this.waiting()) this.#stray = text
    // As when it is read: what it leads to is shown, and what waits goes on.
    this.#parts.reading(() => this.takePrompt(line))
    if (this.#stray !== undefined) this.#parts.astray()
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

/** Its prompt may still come; a person who gave none may be asked again for each line of a text. */
function mayPrompt({ prompt }: Pending): boolean {
  return prompt === 'wanted' || prompt === 'open'
}
