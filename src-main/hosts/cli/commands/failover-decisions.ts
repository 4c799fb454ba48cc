import {
  errorWords,
  phaseWords,
  resultWords,
  seenIn,
  durationText,
  type Decision,
  type Language,
} from '@contract'
import { complain } from '../complain'
import type { WholeBench } from '../on-bench'
import { print, printJson } from '../output'

interface Options {
  readonly json?: boolean
  readonly lang: Language
}

/** The decisions of a failover as they are made, and again with their results; none twice, none left out. */
export class DecisionLines {
  readonly #options: Options
  readonly #told = new Set<string>()
  readonly #stop: () => void
  #writing: Promise<void> = Promise.resolve()

  constructor(bench: WholeBench, options: Options) {
    this.#options = options
    const stops = [
      bench.on('decision', (row) => this.#take(row)),
      // What passed while a bench elsewhere could not be reached is in its state.
      bench.onReturn(() => {
        bench.call('failover.state').then(
          (state) => state?.decisions.forEach((row) => this.#take(row)),
          (error: unknown) => complain(errorWords(error)),
        )
      }),
    ]
    this.#stop = () => stops.forEach((stop) => stop())
  }

  /** Resolves when all are written. */
  end(): Promise<void> {
    this.#stop()
    return this.#writing
  }

  #take(row: Decision): void {
    const key = `${row.id} ${row.result}`
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.#writing = this.#writing.then(() => this.#print(row))
    // Whoever waits for the end is told; until then nobody waits.
    this.#writing.catch(() => undefined)
  }
  #print(row: Decision): Promise<void> {
    const { json, lang } = this.#options
    return json ? printJson({ decision: row }) : print(decisionLine(row, lang))
  }
}

function decisionLine({ atMs, phases, result, evidence, words }: Decision, lang: Language): string {
  const time = new Date(atMs).toISOString().slice(11, 23)
  const took = phases.map(({ phase, ms }) => `${phaseWords[phase][lang]} ${durationText(ms, lang)}`)
  const tail =
    result === 'open'
      ? evidence.map((line) => seenIn(line, lang)).join('; ')
      : `${resultWords[result][lang]}: ${took.join(', ')}`
  return `${time}  ${words[lang]}  ${tail}`
}
