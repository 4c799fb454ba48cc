import type { Trouble, TroubleCause } from '@core/modem/family-command'
import type { Clock } from '@core/ports/clock'
import type {
  SocketOutcome,
  SocketStack,
  SocketStep,
  SocketStepId,
  SocketTrouble,
} from '@core/sockets/outcome'
import type { SocketTry } from '@core/sockets/socket-try'
import { failedWords, troubleWords, workedWords } from '@core/sockets/words'
import type { Words } from '@core/words'

/** A try ends here: the network or the modem said no. What nobody answered at all is a Fault. */
export class TrialEnd extends Error {
  readonly trouble: SocketTrouble
  /** What stands beside the step: a result with the command it is of. */
  readonly told: string
  constructor(trouble: SocketTrouble, told = trouble.seen) {
    super(trouble.seen)
    this.trouble = trouble
    this.told = told
  }
}

/** The end of a try by what a modem said to a command. */
export function refusedBy(
  command: string,
  { trouble: cause, seen, meaning: manual }: Trouble,
): TrialEnd {
  const name = /^[^=?]*/.exec(command)?.[0] ?? command
  const meaning = troubleWords(cause, manual, { command: name, seen })
  const named = seen.includes(name.slice('AT'.length))
  return new TrialEnd({ cause, seen, meaning, finding: null }, named ? seen : `${name}: ${seen}`)
}

export function trouble(cause: TroubleCause, seen: string): SocketTrouble {
  return { cause, seen, meaning: troubleWords(cause, null, null), finding: null }
}

interface Head {
  readonly over: SocketStack
  readonly what: SocketTry
  readonly target: string
}

/** What a try has come to so far, step by step. */
export class Steps {
  readonly #clock: Clock
  readonly #head: Head
  readonly #steps: SocketStep[] = []
  readonly #atMs: number

  constructor(clock: Clock, head: Head) {
    this.#clock = clock
    this.#head = head
    this.#atMs = clock.nowMs()
  }

  /** Runs one step, and notes how it went. `seen`: what of its value stands in the list. */
  async run<T>(id: SocketStepId, work: () => Promise<T>, seen: (value: T) => string): Promise<T> {
    const startUs = this.#clock.monotonicUs()
    const note = (ok: boolean, said: string) =>
      this.#steps.push({ id, ok, ms: this.msSince(startUs), seen: said })
    try {
      const value = await work()
      note(true, seen(value))
      return value
    } catch (error) {
      if (error instanceof TrialEnd) note(false, error.told)
      throw error
    }
  }
  /** A step that was timed elsewhere. */
  add(id: SocketStepId, ok: boolean, ms: number, seen: string): void {
    this.#steps.push({ id, ok, ms: Math.round(ms * 10) / 10, seen })
  }
  msSince(us: number): number {
    return Math.round((this.#clock.monotonicUs() - us) / 100) / 10
  }
  /** Runs it after so long. Returns the way to stop. */
  after(ms: number, run: () => void): () => void {
    return this.#clock.schedule(ms, run)
  }
  get nowUs(): number {
    return this.#clock.monotonicUs()
  }

  worked(ms: number | null, detail: Words): SocketOutcome {
    return this.#outcome(ms, workedWords(this.#head, this.#head.over, detail), null)
  }
  failed(trouble: SocketTrouble): SocketOutcome {
    return this.#outcome(null, failedWords(this.#head, this.#head.over, trouble.meaning), trouble)
  }
  #outcome(ms: number | null, words: Words, trouble: SocketTrouble | null): SocketOutcome {
    const steps = [...this.#steps]
    return { ...this.#head, atMs: this.#atMs, ok: trouble === null, ms, steps, words, trouble }
  }
}
