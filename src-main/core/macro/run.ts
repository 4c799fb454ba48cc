import { shown } from '../at/command'
import { ruleOf } from '../at/timeouts'
import { Fault, faultCode } from '../fault'
import type { Clock } from '../ports/clock'
import type { Pattern } from '../regexp'
import { cancelled, expectWithin, sleep } from '../wait'
import type { Words } from '../words'
import { linePattern } from './pattern'
import type { MacroScript, MacroStep } from './step'
import { filled } from './variables'
import { answeredWith, expectedInVain, noPatternWhenFilled, within } from './words'

/** What a macro needs of a modem: a command with its answer, and every line that comes. */
export interface MacroChannel {
  /** `lines` without the final result, which is `final`. */
  send(
    command: string,
    signal: AbortSignal | undefined,
    payload: string | undefined,
  ): Promise<{ readonly lines: readonly string[]; readonly final: string; readonly ok: boolean }>
  /** Each line of an answer or unsolicited, as it comes; returns the way to stop. */
  onLine(listener: (line: string) => void): () => void
}

export interface MacroProgress {
  readonly line: number
  readonly text: string
  readonly done: number
  readonly refused: number
}

export interface MacroRunOptions {
  readonly script: MacroScript
  readonly channel: MacroChannel
  readonly clock: Clock
  /** Values that replace those the macro sets. */
  readonly values?: { readonly [name: string]: string }
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: MacroProgress) => void
  /** Each answer as it came, the final result last. */
  readonly onAnswer?: (command: string, lines: readonly string[]) => void
}

/**
 * Carries out a macro line by line. Rejects with `macro-refused` (after `on error stop`), `macro-expect`, `at-cancelled`,
 * or as the port does. Gives how many commands were refused.
 */
export async function runMacro(options: MacroRunOptions): Promise<{ readonly refused: number }> {
  const run = new MacroRun(options)
  try {
    return await run.all()
  } finally {
    run.end()
  }
}

class MacroRun {
  readonly #o: MacroRunOptions
  readonly #values: { readonly [name: string]: string }
  readonly #stop: () => void
  /** What has come since the last command was sent. */
  #lines: string[] = []
  #waiting: ((line: string) => void) | undefined
  #command = ''
  #payload: string | undefined
  #stopOnError = false
  #refused = 0

  constructor(options: MacroRunOptions) {
    this.#o = options
    const own = options.script.variables.map(({ name, value }) => [name, value])
    this.#values = { ...Object.fromEntries(own), ...options.values }
    this.#stop = options.channel.onLine((line) => this.#hear(line))
  }

  end(): void {
    this.#stop()
  }

  async all(): Promise<{ refused: number }> {
    for (const [done, step] of this.#o.script.steps.entries()) {
      const gone = cancelled(this.#o.signal)
      if (gone) throw gone
      const text = this.#textOf(step)
      this.#o.onProgress?.({ line: step.line, text, done, refused: this.#refused })
      await this.#step(step)
    }
    return { refused: this.#refused }
  }

  #textOf(step: MacroStep): string {
    switch (step.kind) {
      case 'send':
        return withoutSecrets(this.#fill(step.command))
      case 'wait':
        return `wait ${step.text}`
      case 'expect':
        return `expect ${this.#fill(step.pattern)}`
      case 'on error':
        return `on error ${step.stop ? 'stop' : 'continue'}`
    }
  }

  async #step(step: MacroStep): Promise<void> {
    switch (step.kind) {
      case 'send':
        this.#command = this.#fill(step.command)
        this.#payload = step.payload === undefined ? undefined : this.#fill(step.payload)
        return this.#send(step.line)
      case 'wait':
        return sleep(this.#o.clock, step.ms, this.#o.signal)
      case 'expect':
        return this.#expect(step)
      case 'on error':
        this.#stopOnError = step.stop
    }
  }

  #fill(text: string): string {
    return filled(text, this.#values)
  }

  async #send(line: number): Promise<void> {
    this.#lines = []
    const answer = await this.#o.channel.send(this.#command, this.#o.signal, this.#payload)
    this.#hear(answer.final)
    this.#o.onAnswer?.(this.#command, [...answer.lines, answer.final])
    if (answer.ok) return
    this.#refused++
    if (this.#stopOnError)
      throw new Fault(
        'macro-refused',
        answeredWith(line, withoutSecrets(this.#command), answer.final),
      )
  }

  #hear(line: string): void {
    this.#lines.push(line)
    this.#waiting?.(line)
  }

  async #expect(step: MacroStep & { kind: 'expect' }): Promise<void> {
    const { pattern, problem } = linePattern(this.#fill(step.pattern))
    if (!pattern) throw noPattern(step.line, problem)
    const { clock } = this.#o
    const endUs = clock.monotonicUs() + step.withinMs * 1000
    while (!this.#lines.some((line) => pattern.test(line))) {
      const leftMs = Math.ceil((endUs - clock.monotonicUs()) / 1000)
      if (leftMs <= 0) throw this.#missed(step)
      const found = await this.#await(pattern, Math.min(leftMs, step.everyMs ?? leftMs))
      if (!found && step.everyMs !== undefined && clock.monotonicUs() < endUs)
        await this.#send(step.line)
    }
  }

  /** Waits for a line that fits; false when none came in time. */
  async #await(pattern: Pattern, ms: number): Promise<boolean> {
    const expectation = expectWithin<true>(
      this.#o.clock,
      ms,
      { code: 'macro-expect' },
      this.#o.signal,
    )
    this.#waiting = (line) => {
      if (pattern.test(line)) expectation.resolve(true)
    }
    try {
      return await expectation.promise
    } catch (error) {
      if (faultCode(error) !== 'macro-expect') throw error
      return false
    } finally {
      this.#waiting = undefined
    }
  }

  #missed({ line, pattern, withinMs }: MacroStep & { kind: 'expect' }): Fault {
    const seconds = withinMs / 1000
    const time = withinMs > 0 ? within(seconds) : { en: '', ja: '' }
    const lines = this.#lines.slice(-3).join(' · ')
    const wanted = this.#fill(pattern)
    return new Fault('macro-expect', expectedInVain(line, wanted, time, lines))
  }
}

function noPattern(line: number, { en, ja }: Words): Fault {
  return new Fault('macro-syntax', noPatternWhenFilled(line, { en, ja }))
}

/** PINs and passwords are for the modem only. */
function withoutSecrets(command: string): string {
  return shown(command, ruleOf(command).secret)
}
