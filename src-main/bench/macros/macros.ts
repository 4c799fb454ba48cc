import { z } from 'zod'
import { macro, type Macro } from '@contract'
import { Fault } from '@core/fault'
import { macroFrom, parseMacro } from '@core/macro/parse'
import type { MacroScript } from '@core/macro/step'
import type { Keyring } from '@core/ports/keyring'
import type { Store } from '@core/ports/store'
import { jsonOf, keptBeside, LaterKeys, rowsOf } from '@bench/settings/kept-file'
import { isSealedText, openedText, sealedText, sealedTextWords } from '@bench/settings/sealed-text'
import { InTurn } from '@bench/in-turn'
import { macroAbouts, macrosNamed, macroTitles, noMacroNamed, noOwnMacro } from './words'
import { entriesNotRead } from '@bench/settings/words'

const file = 'macros.json'
type Stored = z.output<typeof macro>

const texts = import.meta.glob<string>('@resources/macros/*.txt', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** The macros that come with the product: every file of resources/macros. */
export const shippedMacros: readonly Macro[] = Object.entries(texts).map(([path, text]) => {
  const id = /([^/]+)\.txt$/.exec(path)?.[1] ?? path
  const title = macroTitles[id] ?? { en: id, ja: id }
  return { id, name: title.en, text, title, own: false }
})

/** What the first comment says is read when somebody asks for the list: no start of a command waits for it. */
function withAbout(shipped: Macro): Macro {
  const about = parseMacro(shipped.text).about
  return about
    ? { ...shipped, about: { en: about, ja: macroAbouts[shipped.id] ?? about } }
    : shipped
}

/** The product's macros with the person's own over them by id. */
export class Macros {
  readonly #store: Store
  readonly #later = new LaterKeys(macro)
  #own: readonly Stored[] = []
  readonly #keyring: Keyring | undefined
  readonly #turns = new InTurn()
  constructor(store: Store, keyring?: Keyring) {
    this.#store = store
    this.#keyring = keyring
  }

  get all(): readonly Macro[] {
    const own = new Map(this.#own.map((one) => [one.id, one]))
    const shipped = shippedMacros.map((one): Macro => {
      const changed = own.get(one.id)
      own.delete(one.id)
      return changed ? { ...changed, own: true } : withAbout(one)
    })
    return [...shipped, ...[...own.values()].map((one) => ({ ...one, own: true }))]
  }

  async load(): Promise<void> {
    const text = await this.#store.read(file)
    if (text === undefined) return
    const rows = jsonOf(text)
    const { read, unread } = rowsOf(rows, macro)
    this.#later.learn(rows)
    this.#own = await withTexts(read, (own) => openedText(own, this.#keyring))
    if (unread > 0) throw await keptBeside(this.#store, file, text, entriesNotRead(unread))
    const shut = this.#own.filter((one) => isSealedText(one.text)).map(({ name }) => name)
    if (shut.length > 0) throw new Fault('keyring-closed', sealedTextWords(macrosNamed(shut)))
  }

  save(row: Stored): Promise<readonly Macro[]> {
    return this.#turns.run(() => this.#save(row))
  }
  remove(id: string): Promise<readonly Macro[]> {
    return this.#turns.run(() => this.#remove(id))
  }

  async #save(row: Stored): Promise<readonly Macro[]> {
    macroFrom(row.text)
    const others = this.#own.filter((one) => one.id !== row.id)
    const freed = others.map((one) => (one.key === row.key ? withoutKey(one) : one))
    await this.#write([...freed, row])
    return this.all
  }

  async #remove(id: string): Promise<readonly Macro[]> {
    if (!this.#own.some((one) => one.id === id)) throw new Fault('bad-input', noOwnMacro(id))
    await this.#write(this.#own.filter((one) => one.id !== id))
    return this.all
  }

  /** Rejects with `bad-input` when nobody knows it, with `macro-syntax` when its file was changed by hand. */
  find(id: string): { readonly macro: Macro; readonly script: MacroScript } {
    const found = this.all.find((one) => one.id === id)
    if (!found) throw new Fault('bad-input', noMacroNamed(id))
    return { macro: found, script: macroFrom(found.text) }
  }

  async #write(own: readonly Stored[]): Promise<void> {
    // PINs and logins stand in macros as in any other command.
    const rows = await withTexts(own, (text) => sealedText(text, this.#keyring))
    const kept = rows.map((row) => this.#later.with(row))
    await this.#store.write(file, `${JSON.stringify(kept, null, 2)}\n`)
    this.#own = own
    this.#later.only(own)
  }
}

function withoutKey({ key: _key, ...rest }: Stored): Stored {
  return rest
}

const withTexts = (rows: readonly Stored[], of: (text: string) => Promise<string>) =>
  Promise.all(rows.map(async (row) => ({ ...row, text: await of(row.text) })))
