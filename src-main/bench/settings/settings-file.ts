import { defaultSettings, settings, type Settings, type SettingsChange } from '@contract'
import { Fault } from '@core/fault'
import { keepBeside } from '@core/keep-beside'
import type { Keyring } from '@core/ports/keyring'
import type { Store } from '@core/ports/store'
import type { Words } from '@core/words'
import { InTurn } from '@bench/in-turn'
import { jsonOf, keptBeside } from './kept-file'
import { isSealedText, openedText, sealedText, sealedTextWords } from './sealed-text'
import { failoverConfiguration, defaultAppliesTo, defaultsApply } from './words'

const file = 'settings.json'

/** The person's settings. What is missing or unknown in the file takes its default; a change is on disk when it resolves. */
export class SettingsFile {
  readonly #store: Store
  value: Settings = defaultSettings
  /** Keys of a later version, and values that may hold some: they go back into the file as they were until somebody changes them. */
  #asRead: ReadonlyMap<string, unknown> = new Map()
  readonly #keyring: Keyring | undefined
  readonly #turns = new InTurn()
  constructor(store: Store, keyring?: Keyring) {
    this.#store = store
    this.#keyring = keyring
  }
  async load(): Promise<void> {
    const text = await this.#store.read(file)
    if (text === undefined) return
    const found = jsonOf(text)
    const entries = isObject(found) ? Object.entries(found) : []
    // One value of a later version must not take the others with it.
    const read = entries.filter(([key, value]) => settings.safeParse({ [key]: value }).success)
    const values = Object.fromEntries(read)
    const parsed = settings.parse(values)
    const failover = await openedText(parsed.failover, this.#keyring)
    this.value = { ...parsed, failover }
    this.#asRead = new Map(read)
    const unread = entries.filter(([key]) => !Object.hasOwn(values, key)).map(([key]) => key)
    if (!isObject(found) || unread.length > 0)
      throw await keptBeside(this.#store, file, text, notApplied(unread))
    if (isSealedText(failover))
      throw new Fault('keyring-closed', sealedTextWords(failoverConfiguration))
  }
  /** Keeps the file as it is now beside, before something in it is replaced that cannot be read here. */
  async keepBeside(): Promise<void> {
    const text = await this.#store.read(file)
    if (text !== undefined) await keepBeside(this.#store, file, text)
  }
  change(change: SettingsChange): Promise<Settings> {
    return this.#turns.run(() => this.#change(change))
  }
  async #change(change: SettingsChange): Promise<Settings> {
    const value = settings.parse({ ...this.value, ...given(change) })
    // What could not be written does not apply.
    // A configuration of failover may hold logins.
    const failover = await sealedText(value.failover, this.#keyring)
    const asRead = new Map(
      [...this.#asRead].filter(([key]) => isSame(keyOf(value, key), keyOf(this.value, key))),
    )
    const kept = { ...value, ...Object.fromEntries(asRead), failover }
    await this.#store.write(file, `${JSON.stringify(kept, null, 2)}\n`)
    this.value = value
    this.#asRead = asRead
    return value
  }
}

const keyOf = (value: { readonly [key: string]: unknown }, key: string) => value[key]
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `unread` is empty where nothing of the file can be read. */
function notApplied(unread: readonly string[]): Words {
  const names = unread.join(', ')
  return names === '' ? defaultsApply : defaultAppliesTo(names)
}

/** Only the keys that carry a value. */
function given(change: SettingsChange): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
