import type { Clock } from '../ports/clock'
import type { Announcer } from './announcer'
import type { Outstanding } from './outstanding'
import { Pending } from './pending'
import { type Asked, type Ladder, climb, taggedQuestions, wake } from './recovery'

interface ResyncParts {
  readonly clock: Clock
  readonly outstanding: Outstanding
  readonly announcer: Announcer
  readonly newId: () => number
  /** Writes a question at once. */
  readonly start: (probe: Pending) => void
  /** The ladder was climbed to its end; `inStep` says whether the modem answers. */
  readonly ended: (inStep: boolean) => void
}

/** How far to go: `opening` begins with AT until the speed is found, `short` asks one question. */
export type Climb = 'opening' | 'full' | 'short'

/** Runs the ladder of recovery.ts on an engine: one climb at a time, none after it was called off. */
export class Resync {
  readonly #parts: ResyncParts
  #running: Promise<boolean> | undefined
  #era = 0
  #restarted = false
  #finals = 0

  constructor(parts: ResyncParts) {
    this.#parts = parts
  }

  get running(): boolean {
    return this.#running !== undefined
  }
  run(how: Climb): Promise<boolean> {
    this.#running ??= this.#climb(how)
    return this.#running
  }
  /** Data mode, the end of the port or a restart: what was asked does not matter any more. */
  callOff(why: 'over' | 'restart'): void {
    this.#era++
    this.#restarted = why === 'restart'
  }
  /** A final result was heard, whoever it was for. */
  heardFinal(): void {
    this.#finals++
  }

  async #climb(how: Climb): Promise<boolean> {
    let era = this.#era
    // What is in the same read is heard before anything is asked.
    await Promise.resolve()
    let inStep = era === this.#era && (await this.#once(how))
    // A modem that says it starts while its port is being opened is alive, but does not listen yet.
    for (let i = 0; i < 3 && how === 'opening' && era !== this.#era && this.#restarted; i++) {
      era = this.#era
      inStep = await this.#once(how)
    }
    this.#running = undefined
    const current = era === this.#era
    if (current) this.#close(inStep)
    this.#parts.ended(current ? inStep : true)
    return inStep && current
  }

  #once(how: Climb): Promise<boolean> {
    const era = this.#era
    this.#parts.announcer.note('probing')
    const ladder: Ladder = {
      ask: (command, waitMs) => this.#ask(command, waitMs, era),
      delay: (ms) => new Promise((resolve) => this.#parts.clock.schedule(ms, () => resolve())),
      tagged: () => this.#freeQuestions(),
    }
    return how === 'opening' ? wake(ladder) : climb(ladder, how)
  }

  /** Whoever is still open after the ladder was never answered. */
  #close(inStep: boolean): void {
    const { announcer, outstanding } = this.#parts
    const open = outstanding.all.filter((entry) => entry.overdue)
    if (!inStep && open.length > 0 && open.every((entry) => entry.echoed))
      announcer.note('echo-only')
    for (const entry of open) {
      outstanding.giveUp(entry)
      if (!entry.probe) announcer.note(inStep ? 'no-answer' : 'given-up', entry)
    }
    if (inStep) announcer.note('in-step')
  }

  #freeQuestions(): string[] {
    const open = this.#parts.outstanding.all
    return taggedQuestions.filter((question) => {
      const prefix = `${question.slice(2, -1)}:`
      return !open.some((entry) => entry.rule.prefixes.includes(prefix))
    })
  }

  async #ask(command: string, waitMs: number, era: number): Promise<Asked> {
    if (era !== this.#era) return 'over'
    const finals = this.#finals
    const probe = new Pending(this.#parts.newId(), command, { timeoutMs: waitMs }, { probe: true })
    const ended = new Promise<void>((resolve) => {
      const end = () => resolve()
      probe.wait(undefined, end).then(end, end)
    })
    this.#parts.start(probe)
    await ended
    if (era !== this.#era) return 'over'
    if (probe.final) return 'answered'
    return this.#finals > finals ? 'something' : 'nothing'
  }
}
