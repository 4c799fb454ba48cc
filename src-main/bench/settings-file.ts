import { defaultSettings, settings, type Settings, type SettingsChange } from '@contract'
import { Fault } from '@core/fault'
import type { Store } from '@core/ports/store'

const file = 'settings.json'

/** The person's settings. What is missing or unknown in the file takes its default; a change is on disk when it resolves. */
export class SettingsFile {
  readonly #store: Store
  value: Settings = defaultSettings
  constructor(store: Store) {
    this.#store = store
  }
  async load(): Promise<void> {
    const text = await this.#store.read(file)
    if (text === undefined) return
    try {
      this.value = settings.parse(JSON.parse(text))
    } catch (error) {
      await this.#store.write(`${file}.unreadable`, text)
      throw new Fault(
        'bad-input',
        {
          en: `${file} could not be read and was kept as ${file}.unreadable; the defaults apply.`,
          ja: `${file} を読み取れないため ${file}.unreadable として残し、既定値を使用します。`,
        },
        { cause: error },
      )
    }
  }
  async change(change: SettingsChange): Promise<Settings> {
    this.value = settings.parse({ ...this.value, ...given(change) })
    await this.#store.write(file, `${JSON.stringify(this.value, null, 2)}\n`)
    return this.value
  }
}

/** Only the keys that carry a value. */
function given(change: SettingsChange): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
