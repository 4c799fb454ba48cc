import { z } from 'zod'
import { KeptRows } from '@bench/settings/kept-rows'
import type { Store } from '@core/ports/store'
import { radioItemIds } from '@core/radio/item'
import type { WayBack } from '@core/radio/undo'
import type { Words } from '@core/words'

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
  readonly #rows: KeptRows<WayBack>

  constructor(store: Store, tell: (words: Words) => void) {
    this.#rows = new KeptRows({ store, file, row: wayBack, tell })
  }

  async find(modem: string): Promise<WayBack | undefined> {
    return (await this.#rows.all()).find((one) => one.modem === modem)
  }
  /** The one that was written on this port last. */
  async onPort(path: string): Promise<WayBack | undefined> {
    return (await this.#rows.all())
      .filter((one) => one.path === path)
      .toSorted((a, b) => b.writtenMs - a.writtenMs)
      .at(0)
  }
  /** Resolves when it is on the disk. */
  add(entry: WayBack): Promise<void> {
    return this.#rows.change((all) => [...all.filter(({ modem }) => modem !== entry.modem), entry])
  }
  remove(modem: string): Promise<void> {
    return this.#rows.change((all) => all.filter((one) => one.modem !== modem))
  }
}
