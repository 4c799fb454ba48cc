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

/** Alike but for the numbers in what is said of them; a command that was not answered is like none but itself. */
function reasonOf({ dir, text, explanation }: LogRow): string {
  if (!explanation) return text
  const { name, words } = explanation
  return `${name} ${dir === 'note' ? words.en : words.en.replace(/\d+/g, '')}`
}

/** Which lines are warned of, by what is said of them: the most frequent first. */
export class Warnings {
  readonly #kinds = new Map<string, { readonly row: LogRow; count: number }>()
  #count = 0

  take(row: LogRow): void {
    this.#count++
    const reason = reasonOf(row)
    const known = this.#kinds.get(reason)
    if (known) known.count++
    else if (this.#kinds.size < mostKinds) this.#kinds.set(reason, { row, count: 1 })
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
