import { Fault } from '../fault'
import { isLast, secondResultMs } from './endings'
import type { Clock } from '../ports/clock'
import type { Pending } from './pending'
import { secondPhaseMissing } from './words'

/** Commands whose OK has come and whose true result is still to come as a line of its own. */
export class SecondPhases {
  readonly #clock: Clock
  #entries: Pending[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get all(): readonly Pending[] {
    return this.#entries
  }

  /** Begins to wait, when the command has a second phase that has not come yet. */
  begin(entry: Pending): boolean {
    if (entry.overdue || entry.secondPhase !== undefined || entry.final?.kind !== 'ok') return false
    const phase = entry.options.secondPhase
    if (phase) entry.keep(this.#clock.schedule(phase.timeoutMs, () => this.#expire(entry, phase)))
    else if (entry.options.awaitSecond && entry.endings.second && !entry.told)
      entry.keep(
        this.#clock.schedule(entry.endings.secondMs ?? secondResultMs, () => this.#end(entry)),
      )
    else return false
    this.#entries.push(entry)
    return true
  }

  /** The result line came, before or after the OK. */
  take(entry: Pending, line: string): void {
    entry.secondPhase = line
    entry.secondLines.push(line)
    if (entry.options.secondPhase || isLast(entry.endings, line)) this.#end(entry)
  }

  #end(entry: Pending): void {
    if (!this.remove(entry)) return
    entry.endedUs = this.#clock.monotonicUs()
    entry.resolve()
  }

  remove(entry: Pending): boolean {
    if (!this.#entries.includes(entry)) return false
    this.#entries = this.#entries.filter((other) => other !== entry)
    entry.stopTimers()
    return true
  }
  clear(): Pending[] {
    return this.#entries.splice(0)
  }

  #expire(entry: Pending, phase: { prefix: string; timeoutMs: number }): void {
    this.remove(entry)
    const seconds = phase.timeoutMs / 1000
    const detail = secondPhaseMissing(entry.shown, phase.prefix, seconds)
    entry.reject(new Fault('at-timeout', detail))
  }
}
