import { z } from 'zod'
import shipped from '@resources/presets/apn.json'
import { preset, type Preset } from '@contract'
import { Fault } from '@core/fault'
import type { Store } from '@core/ports/store'
import type { Keyring } from '@core/ports/keyring'
import { InTurn } from '@bench/in-turn'
import { jsonOf, keptBeside, LaterKeys, rowsOf } from './kept-file'
import { lockedWords, opened, sealed, type Sealed } from './sealed-presets'
import { noOwnPreset, entriesNotRead } from './words'

const file = 'presets.json'

/** The presets that come with the product, checked once at start. */
export const shippedPresets: readonly Preset[] = z.array(preset).parse(shipped)

/** The product's presets with the person's own merged over them by id. */
export class Presets {
  readonly #store: Store
  readonly #keyring: Keyring | undefined
  readonly #turns = new InTurn()
  readonly #later = new LaterKeys(preset)
  #own: readonly Preset[] = []
  /** Passwords that the keyring does not open now: they stay in the file as they are. */
  #locked: ReadonlyMap<string, Sealed> = new Map()
  constructor(store: Store, keyring?: Keyring) {
    this.#store = store
    this.#keyring = keyring
  }
  get all(): readonly Preset[] {
    const own = new Set(this.#own.map((row) => row.id))
    return [...this.#own, ...shippedPresets.filter((row) => !own.has(row.id))]
  }
  /** Reads the person's own; a file that cannot be read is kept beside, and said. */
  async load(): Promise<void> {
    const text = await this.#store.read(file)
    if (text === undefined) return
    const { rows, locked } = await opened(jsonOf(text), this.#keyring)
    const { read, unread } = rowsOf(rows, preset)
    this.#later.learn(rows)
    this.#own = read
    this.#locked = locked
    if (unread > 0) throw await keptBeside(this.#store, file, text, entriesNotRead(unread))
    const shut = read.filter(({ id }) => locked.has(id)).map(({ name }) => name)
    if (shut.length > 0) throw new Fault('keyring-closed', lockedWords(shut))
  }
  save(row: Preset): Promise<readonly Preset[]> {
    return this.#turns.run(() => this.#save(row))
  }
  remove(id: string): Promise<readonly Preset[]> {
    return this.#turns.run(() => this.#remove(id))
  }
  async #save(row: Preset): Promise<readonly Preset[]> {
    await this.#write([{ ...row, own: true }, ...this.#own.filter((other) => other.id !== row.id)])
    return this.all
  }
  async #remove(id: string): Promise<readonly Preset[]> {
    if (!this.#own.some((row) => row.id === id)) throw new Fault('bad-input', noOwnPreset(id))
    await this.#write(this.#own.filter((row) => row.id !== id))
    return this.all
  }
  /** What could not be written does not apply. */
  async #write(own: readonly Preset[]): Promise<void> {
    const rows = await sealed(own, this.#locked, this.#keyring)
    const kept = rows.map((row) => this.#later.with(row))
    await this.#store.write(file, `${JSON.stringify(kept, null, 2)}\n`)
    this.#own = own
    this.#later.only(own)
    const open = new Set(own.filter(({ password }) => password !== '').map(({ id }) => id))
    this.#locked = new Map([...this.#locked].filter(([id]) => !open.has(id)))
  }
}
