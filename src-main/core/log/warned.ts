import type { Words } from '../words'
import type { LogRow } from './row'
import { shortest } from './shortest'

/** Lines that are warned of for the same reason. */
export interface Warned {
  /** The first of them. */
  readonly line: string
  readonly words?: Words
  readonly count: number
}

const most = 5
const mostKinds = 64

/** Which lines are warned of, by what they are: the most frequent first. */
export class Warnings {
  readonly #kinds = new Map<string, { readonly row: LogRow; count: number }>()
  #count = 0

  take(row: LogRow): void {
    this.#count++
    const name = row.explanation?.name ?? row.text
    const known = this.#kinds.get(name)
    if (known) known.count++
    else if (this.#kinds.size < mostKinds) this.#kinds.set(name, { row, count: 1 })
  }

  get count(): number {
    return this.#count
  }
  get kinds(): readonly Warned[] {
    return [...this.#kinds.values()]
      .sort((a, b) => b.count - a.count)
      .slice(0, most)
      .map(({ row: { text, explanation }, count }) => ({
        line: shortest(text),
        ...(explanation ? { words: explanation.words } : {}),
        count,
      }))
  }
}
