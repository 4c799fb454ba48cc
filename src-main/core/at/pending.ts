import { concat } from '../bytes'
import { Fault } from '../fault'
import type { Cancel } from '../ports/clock'
import { shown } from './command'
import { type Endings, usualEndings } from './endings'
import { endingFinal, type Final, parseFinal, succeeded } from './final'
import type { AtReply } from './reply'
import type { Priority, SendOptions } from './send-options'
import { type CommandRule, ruleOf } from './timeouts'
import { quoted } from '../words'

interface Waiter {
  readonly resolve: (reply: AtReply) => void
  readonly reject: (error: unknown) => void
  readonly release: () => void
}

/** One command from the moment it is asked for until it is settled, or closed for want of an answer. */
export class Pending {
  readonly id: number
  readonly command: string
  readonly options: SendOptions
  readonly rule: CommandRule
  readonly endings: Endings
  readonly priority: Priority
  readonly secret: boolean
  /** A question of the engine's own, to get in step. */
  readonly probe: boolean
  readonly lines: string[] = []
  readonly payloads: Uint8Array[] = []
  startedUs = 0
  endedUs = 0
  echoed = false
  /** Its echo as it came, where letters of it were broken. */
  cameBack: string | undefined
  /** The first line with broken letters that came while it was waited for, where it was no echo. */
  cameBroken: string | undefined
  /** Given up by whoever asked, while the modem may still answer. */
  overdue = false
  graceEndsUs = 0
  /**
   * `wanted` until the prompt came for the payload that is there; `missed` when it did not and ESC was sent. `open`: it may
   * come, and nobody has given a payload; `asked`: it has come, and the modem waits.
   */
  prompt: 'none' | 'wanted' | 'given' | 'missed' | 'open' | 'asked'
  final: Final | undefined
  secondPhase: string | undefined
  /** Its true result came, before the OK or after. */
  told = false
  /** The lines of the true result that came after the OK. */
  readonly secondLines: string[] = []
  /** Its result may be a digit. */
  readonly #bare: boolean
  #waiters: Waiter[] = []
  #timers: Cancel[] = []

  constructor(
    id: number,
    command: string,
    options: SendOptions,
    { probe = false, endings = usualEndings }: { probe?: boolean; endings?: Endings } = {},
  ) {
    this.id = id
    this.command = command
    this.options = options
    this.rule = ruleOf(command)
    this.endings = endings
    this.priority = options.priority ?? 'wizard'
    this.secret = options.secret ?? this.rule.secret
    const mayAsk = this.prompts && !endings.lead
    this.prompt = options.payload ? 'wanted' : mayAsk ? 'open' : 'none'
    this.probe = probe
    // A command with no answer of its own tells that the modem is in ATV0.
    this.#bare = (this.rule.prefixes.length === 0 && !this.rule.free) || asksDigits(command)
  }

  get shown(): string {
    return shown(this.command, this.secret)
  }
  get timeoutMs(): number {
    return this.options.timeoutMs ?? this.rule.timeoutMs
  }
  get promptText(): string {
    return this.options.prompt ?? this.endings.prompt ?? this.rule.prompt ?? '> '
  }
  /** It takes a payload after a prompt. */
  get prompts(): boolean {
    return this.endings.prompt !== undefined || this.rule.prompt !== undefined
  }
  get poll(): boolean {
    return this.priority === 'poll'
  }
  get coalesceKey(): string {
    return this.options.coalesce ?? this.command
  }

  /** The final result the line is for this command. */
  parseFinal(line: string, numeric: boolean): Final | undefined {
    if (this.endings.final?.test(line)) return endingFinal(line)
    if (this.endings.lead?.test(line)) return undefined
    const extra = this.options.extraFinals
    return parseFinal(line, { numeric: numeric || this.#bare, ...(extra ? { extra } : {}) })
  }

  /** One more who waits for the same answer; `onAlone` runs when the last of them cancelled. */
  wait(signal: AbortSignal | undefined, onAlone: () => void): Promise<AtReply> {
    return new Promise((resolve, reject) => {
      const cancel = () => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter)
        reject(new Fault('at-cancelled', quoted(this.shown)))
        if (this.#waiters.length === 0) onAlone()
      }
      const waiter: Waiter = {
        resolve,
        reject,
        release: () => signal?.removeEventListener('abort', cancel),
      }
      this.#waiters.push(waiter)
      signal?.addEventListener('abort', cancel, { once: true })
    })
  }

  /** Keeps a timer that must not outlive the command. */
  keep(timer: Cancel): void {
    this.#timers.push(timer)
  }
  stopTimers(): void {
    for (const cancel of this.#timers.splice(0)) cancel()
  }

  resolve(): void {
    this.stopTimers()
    const reply = this.#reply()
    for (const waiter of this.#release()) waiter.resolve(reply)
  }
  /** Tells everybody who waits that it failed. The modem's answer may still come; see `overdue`. */
  reject(error: unknown): void {
    for (const waiter of this.#release()) waiter.reject(error)
  }

  #release(): Waiter[] {
    const waiters = this.#waiters.splice(0)
    for (const waiter of waiters) waiter.release()
    return waiters
  }

  #reply(): AtReply {
    const final: Final = this.final ?? { kind: 'error' }
    const empty = final.kind === 'ok' && this.rule.mustAnswer && this.lines.length === 0
    return {
      command: this.command,
      lines: this.lines,
      final,
      ...(this.secondPhase === undefined ? {} : { secondPhase: this.secondPhase }),
      ...(this.secondLines.length > 0 ? { secondLines: this.secondLines } : {}),
      ...(empty ? { emptyAnswer: true } : {}),
      ...(this.payloads.length > 0 ? { payload: concat(this.payloads) } : {}),
      startedUs: this.startedUs,
      endedUs: this.endedUs,
      ok: succeeded(final),
    }
  }
}

/** Its result comes in digits already: V0 stands among the settings of V.250 before any other command (6.2.6). */
export const asksDigits = (command: string) => /^AT[^+*^%$#!"]*V0(?!\d)/i.test(command)
