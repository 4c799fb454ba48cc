import { shown } from '../at/command'
import { ruleOf } from '../at/timeouts'
import { Fault, faultCode } from '../fault'
import type { Clock } from '../ports/clock'
import type { Pattern } from '../regexp'
import { cancelled, expectWithin, sleep } from '../wait'
import type { Words } from '../words'
import type { SlotName } from '../modem/slot-names'
import { compared, type Condition, type Operand } from './condition'
import { linePattern } from './pattern'
import { flattened, namedBy, type MacroScript, type MacroStep } from './step'
import { filled, namesIn } from './variables'
import {
  answeredWith,
  expectedInVain,
  factNotKnown,
  neverHeld,
  noNumbers,
  noPatternWhenFilled,
  notCaptured,
  noValueYet,
  saidNo,
  within,
} from './words'

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
  /** What the modem has told, a number where it is one; undefined: nothing that still holds. */
  fact?(key: string): string | undefined
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
  /** The way to a slot that the macro names; absent: there is one slot alone. */
  readonly channelOf?: (slot: SlotName) => MacroChannel
  readonly clock: Clock
  /** Values that replace those the macro sets. */
  readonly values?: { readonly [name: string]: string }
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: MacroProgress) => void
  /** Each answer as it came, the final result last. */
  readonly onAnswer?: (command: string, lines: readonly string[]) => void
  /** Asks a person. Rejects with `macro-nobody` where there is none; absent: there is none. */
  readonly ask?: (question: string, signal: AbortSignal | undefined) => Promise<'yes' | 'no'>
  readonly onBeep?: () => void
}

/**
 * Carries out a macro line by line. Rejects with `macro-refused` (after `on error stop`), `macro-expect`, `macro-value`, `macro-limit`,
 * `macro-answered-no`, `macro-nobody`, `at-cancelled`, or as the port does. Gives how many commands were refused.
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
  readonly #values: { [name: string]: string }
  readonly #places: ReadonlyMap<MacroStep, number>
  /** Names that steps give a value to. */
  readonly #named: ReadonlySet<string>
  #channel: MacroChannel
  #stop: () => void
  /** What has come since the last command was sent. */
  #lines: string[] = []
  #waiting: ((line: string) => void) | undefined
  #command = ''
  #payload: string | undefined
  #stopOnError = false
  #refused = 0
  /** The last command was answered with OK. */
  #ok = false

  constructor(options: MacroRunOptions) {
    this.#o = options
    const own = options.script.variables.map(({ name, value }) => [name, value])
    this.#values = { ...Object.fromEntries(own), ...options.values }
    this.#places = new Map(flattened(options.script.steps).map((step, index) => [step, index]))
    this.#named = new Set([...this.#places.keys()].flatMap(namedBy))
    this.#channel = options.channel
    this.#stop = options.channel.onLine((line) => this.#hear(line))
  }

  end(): void {
    this.#stop()
  }

  async all(): Promise<{ refused: number }> {
    await this.#steps(this.#o.script.steps)
    return { refused: this.#refused }
  }

  async #steps(steps: readonly MacroStep[]): Promise<void> {
    for (const step of steps) {
      const gone = cancelled(this.#o.signal)
      if (gone) throw gone
      const text = this.#textOf(step)
      const done = this.#places.get(step) ?? 0
      this.#o.onProgress?.({ line: step.line, text, done, refused: this.#refused })
      await this.#step(step)
    }
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
      case 'if':
      case 'repeat':
        return `${step.kind} ${this.#fill(step.text)}`
      case 'capture':
        return `capture ${step.name} ${step.pattern}`
      case 'ask':
        return `ask ${this.#fill(step.question)}`
      case 'beep':
        return 'beep'
      case 'slot':
        return `slot ${step.slot}`
    }
  }

  async #step(step: MacroStep): Promise<void> {
    switch (step.kind) {
      case 'send':
        this.#command = this.#valued(step.command, step.line)
        this.#payload =
          step.payload === undefined ? undefined : this.#valued(step.payload, step.line)
        return this.#send(step.line)
      case 'wait':
        return sleep(this.#o.clock, step.ms, this.#o.signal)
      case 'expect':
        return this.#expect(step)
      case 'on error':
        this.#stopOnError = step.stop
        return undefined
      case 'if':
        return this.#steps(this.#holds(step.condition, step.line) ? step.then : step.otherwise)
      case 'repeat':
        return this.#repeat(step)
      case 'capture':
        return this.#capture(step)
      case 'ask':
        return this.#ask(step)
      case 'beep':
        this.#o.onBeep?.()
        return undefined
      case 'slot':
        return this.#turnTo(step.slot)
    }
  }

  async #repeat(step: MacroStep & { kind: 'repeat' }): Promise<void> {
    const { line, times, until, body, text } = step
    for (let round = 1; round <= times; round++) {
      await this.#steps(body)
      if (until && this.#holds(until, line)) return
      // A round without a command must not keep the program from everything else.
      await sleep(this.#o.clock, 1, this.#o.signal)
    }
    if (until) throw new Fault('macro-limit', neverHeld(line, this.#fill(text), times))
  }

  #holds(condition: Condition, line: number): boolean {
    switch (condition.kind) {
      case 'ok':
        return this.#ok
      case 'known':
        return this.#channel.fact?.(condition.fact) !== undefined
      case 'not':
        return !this.#holds(condition.of, line)
      case 'answer': {
        const { pattern, problem } = linePattern(this.#valued(condition.pattern, line))
        if (!pattern) throw noPattern(line, problem)
        return this.#lines.some((one) => pattern.test(one))
      }
      case 'compare': {
        const left = this.#leftOf(condition.left, line)
        const right = this.#valued(condition.right, line)
        const holds = compared(left, condition.operator, right)
        if (holds === undefined) throw new Fault('macro-value', noNumbers(line, left, right))
        return holds
      }
    }
  }
  #leftOf(operand: Operand, line: number): string {
    if (operand.kind === 'text') return this.#valued(operand.text, line)
    const told = this.#channel.fact?.(operand.fact)
    if (told === undefined) throw new Fault('macro-value', factNotKnown(line, operand.fact))
    return told
  }

  #capture({ line, name, pattern: written }: MacroStep & { kind: 'capture' }): void {
    const { pattern, problem } = linePattern(this.#valued(written, line))
    if (!pattern) throw noPattern(line, problem)
    const found = this.#lines.map((one) => pattern.find(one)?.groups[0])
    const value = found.find((one) => one !== undefined)
    if (value === undefined)
      throw new Fault('macro-expect', notCaptured(line, written, this.#lines.slice(-3).join(' · ')))
    this.#values[name] = value
  }

  async #ask({ line, question: written, name }: MacroStep & { kind: 'ask' }): Promise<void> {
    const question = this.#valued(written, line)
    const { ask, signal } = this.#o
    if (!ask) throw new Fault('macro-nobody')
    const answer = await ask(question, signal)
    if (name !== undefined) this.#values[name] = answer
    else if (answer === 'no') throw new Fault('macro-answered-no', saidNo(line, question))
  }

  /** What came before was another modem's. */
  #turnTo(slot: SlotName): void {
    const channel = this.#o.channelOf?.(slot)
    if (!channel) return
    this.#stop()
    this.#channel = channel
    this.#lines = []
    this.#ok = false
    this.#stop = channel.onLine((line) => this.#hear(line))
  }

  /** Filled in; a name whose capture was passed over has no value. */
  #valued(text: string, line: number): string {
    const empty = namesIn(text).find((name) => this.#values[name] === undefined)
    if (empty !== undefined && this.#named.has(empty))
      throw new Fault('macro-value', noValueYet(line, empty))
    return this.#fill(text)
  }

  #fill(text: string): string {
    return filled(text, this.#values)
  }

  async #send(line: number): Promise<void> {
    this.#lines = []
    const answer = await this.#channel.send(this.#command, this.#o.signal, this.#payload)
    this.#hear(answer.final)
    this.#o.onAnswer?.(this.#command, [...answer.lines, answer.final])
    this.#ok = answer.ok
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
    const { pattern, problem } = linePattern(this.#valued(step.pattern, step.line))
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
