import { z } from 'zod'
import { jsonOf, rowsOf } from '@bench/settings/kept-file'
import { keepBeside } from '@core/keep-beside'
import type { Store } from '@core/ports/store'
import { radioItemIds } from '@core/radio/item'
import type { WayBack } from '@core/radio/undo'

const file = 'radio-undo.json'
const words = z.object({ en: z.string(), ja: z.string() })
/** What a later version says besides goes back into the file as it was. */
const wayBack = z.looseObject({
  modem: z.string(),
  path: z.string(),
  family: z.string().nullable(),
  writtenMs: z.number(),
  differences: z.array(words),
  before: z.array(
    z.object({
      item: z.enum(radioItemIds),
      value: z.object({ chosen: z.array(z.string()), raw: z.string() }),
    }),
  ),
})

/**
 * What the radios of modems were set to before the last change, one for each modem, on the disk until it is kept or taken back:
 * neither the end of the program nor a port that goes loses it.
 */
export class WayBackBook {
  readonly #store: Store
  #turn: Promise<unknown> = Promise.resolve()

  constructor(store: Store) {
    this.#store = store
  }

  find(modem: string): Promise<WayBack | undefined> {
    return this.#next(async () => (await this.#all()).find((one) => one.modem === modem))
  }
  /** The one that was written on this port last. */
  onPort(path: string): Promise<WayBack | undefined> {
    return this.#next(async () =>
      (await this.#all())
        .filter((one) => one.path === path)
        .toSorted((a, b) => b.writtenMs - a.writtenMs)
        .at(0),
    )
  }
  /** Resolves when it is on the disk. */
  add(entry: WayBack): Promise<void> {
    return this.#change((all) => [...all.filter(({ modem }) => modem !== entry.modem), entry])
  }
  remove(modem: string): Promise<void> {
    return this.#change((all) => all.filter((one) => one.modem !== modem))
  }

  #change(make: (all: readonly WayBack[]) => readonly WayBack[]): Promise<void> {
    return this.#next(async () => {
      const all = make(await this.#all())
      await this.#store.write(file, `${JSON.stringify(all, null, 2)}\n`)
    })
  }
  /** Entries that cannot be read are left out: nothing is written to a radio by half a record. The file is then kept beside. */
  async #all(): Promise<readonly WayBack[]> {
    const text = await this.#store.read(file)
    if (text === undefined) return []
    const { read, unread } = rowsOf(jsonOf(text), wayBack)
    if (unread > 0) await keepBeside(this.#store, file, text)
    return read
  }
  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work)
    this.#turn = turn
    return turn
  }
}
