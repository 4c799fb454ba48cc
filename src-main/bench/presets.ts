import { z } from 'zod'
import shipped from '@resources/presets/apn.json'
import { preset, type Preset } from '@contract'
import { Fault } from '@core/fault'
import type { Store } from '@core/ports/store'
import { jsonOf, keptBeside, rowsOf, unreadRows } from './kept-file'

const file = 'presets.json'

/** The presets that come with the product, checked once at start. */
export const shippedPresets: readonly Preset[] = z.array(preset).parse(shipped)

/** The product's presets with the person's own merged over them by id. */
export class Presets {
  readonly #store: Store
  #own: readonly Preset[] = []
  constructor(store: Store) {
    this.#store = store
  }
  get all(): readonly Preset[] {
    const own = new Set(this.#own.map((row) => row.id))
    return [...this.#own, ...shippedPresets.filter((row) => !own.has(row.id))]
  }
  /** Reads the person's own; a file that cannot be read is kept beside, and said. */
  async load(): Promise<void> {
    const text = await this.#store.read(file)
    if (text === undefined) return
    const { read, unread } = rowsOf(jsonOf(text), preset)
    this.#own = read
    if (unread > 0) throw await keptBeside(this.#store, file, text, unreadRows(unread))
  }
  async save(row: Preset): Promise<readonly Preset[]> {
    await this.#write([{ ...row, own: true }, ...this.#own.filter((other) => other.id !== row.id)])
    return this.all
  }
  async remove(id: string): Promise<readonly Preset[]> {
    if (!this.#own.some((row) => row.id === id))
      throw new Fault('bad-input', {
        en: `There is no preset of your own named "${id}".`,
        ja: `「${id}」というユーザー定義のプリセットはありません。`,
      })
    await this.#write(this.#own.filter((row) => row.id !== id))
    return this.all
  }
  /** What could not be written does not apply. */
  async #write(own: readonly Preset[]): Promise<void> {
    await this.#store.write(file, `${JSON.stringify(own, null, 2)}\n`)
    this.#own = own
  }
}
