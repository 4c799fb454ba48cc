import type { z } from 'zod'
import type { Store } from '@core/ports/store'
import { InTurn } from '@bench/in-turn'
import type { Words } from '@core/words'
import { jsonOf, keptBeside, rowsOf } from './kept-file'
import { entriesNotRead } from './words'

export interface KeptRowsOptions<T> {
  readonly store: Store
  readonly file: string
  /** Loose, so that what a later version says of a row goes back into the file. */
  readonly row: z.ZodType<T>
  /** Hears once what of the file cannot be read, and where it was kept. */
  readonly tell: (words: Words) => void
}

/** A list on the disk that is read anew each time, since other programs write it, too. */
export class KeptRows<T> {
  readonly #o: KeptRowsOptions<T>
  readonly #turns = new InTurn()
  #told: string | undefined

  constructor(options: KeptRowsOptions<T>) {
    this.#o = options
  }

  all(): Promise<readonly T[]> {
    return this.#turns.run(() => this.#read())
  }
  /** Resolves when it is on the disk. */
  change(make: (all: readonly T[]) => readonly T[]): Promise<void> {
    return this.#turns.run(async () => {
      const { store, file } = this.#o
      const before = await this.#read()
      const after = make(before)
      if (after !== before) await store.write(file, `${JSON.stringify(after, null, 2)}\n`)
    })
  }

  /** Entries that cannot be read are left out: nothing is done by half a record. The file is then kept beside. */
  async #read(): Promise<readonly T[]> {
    const { store, file, row, tell } = this.#o
    const text = await store.read(file)
    if (text === undefined) return []
    const { read, unread } = rowsOf(jsonOf(text), row)
    if (unread > 0) {
      const { said } = await keptBeside(store, file, text, entriesNotRead(unread))
      if (this.#told !== text) tell(said)
      this.#told = text
    }
    return read
  }
}
