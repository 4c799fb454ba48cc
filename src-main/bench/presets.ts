import { z } from 'zod'
import shipped from '@resources/presets/apn.json'
import { preset, type Preset } from '@contract'
import { Fault } from '@core/fault'
import type { Store } from '@core/ports/store'

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
    this.#own = readOwn(text)
  }
  async save(row: Preset): Promise<readonly Preset[]> {
    this.#own = [{ ...row, own: true }, ...this.#own.filter((other) => other.id !== row.id)]
    await this.#write()
    return this.all
  }
  async remove(id: string): Promise<readonly Preset[]> {
    if (!this.#own.some((row) => row.id === id))
      throw new Fault('bad-input', {
        en: `There is no preset of your own named "${id}".`,
        ja: `「${id}」というユーザー定義のプリセットはありません。`,
      })
    this.#own = this.#own.filter((row) => row.id !== id)
    await this.#write()
    return this.all
  }
  async #write(): Promise<void> {
    await this.#store.write(file, `${JSON.stringify(this.#own, null, 2)}\n`)
  }
}

function readOwn(text: string): readonly Preset[] {
  const parsed = z.array(preset).safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Fault('bad-input', `${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Fault(
      'bad-input',
      { en: `${file} is not JSON.`, ja: `${file} は JSON として読み取れません。` },
      { cause: error },
    )
  }
}
