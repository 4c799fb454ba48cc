import { resolve } from 'node:path'
import type { BenchPage } from './bench-page'
import type { RunningApp } from './electron-app'

/** Everything that opens over a page of the window, and how; slot A is online, slot B has a modem without a SIM. */
export class OverPages {
  readonly #app: RunningApp
  readonly #bench: BenchPage
  readonly #ways: Readonly<Record<string, () => Promise<void>>>

  constructor(app: RunningApp, bench: BenchPage) {
    this.#app = app
    this.#bench = bench
    const press = (keys: string) => app.window.keyboard.press(keys)
    const ofSlot = (item: string) => async () => {
      await bench.showSlot('b')
      await bench.choose('b', item)
      // What the modem has no answer to is said, too.
      await bench.at(item).locator('[data-code], button:enabled').first().waitFor()
    }
    this.#ways = {
      palette: () => press('Control+k'),
      shortcuts: () => press('Shift+?'),
      export: () => press('Control+e'),
      reference: async () => {
        await press('F1')
        // Some hundred commands are one row as good as the other.
        await bench.at('reference-search').fill('CSQ')
      },
      macros: () => bench.at('terminal-a-macros').click(),
      alerts: async () => {
        await bench.at('rail-alerts').click()
        await bench.at('alert-new').waitFor()
      },
      'alert-form': async () => {
        await bench.at('rail-alerts').click()
        await bench.at('alert-new').click()
        await bench.at('alert-kind').selectOption('value')
      },
      care: () => bench.choose('a', 'care'),
      card: ofSlot('card'),
      esim: ofSlot('esim'),
      contexts: ofSlot('contexts'),
      ussd: async () => {
        await bench.showSlot('b')
        await bench.choose('b', 'ussd')
      },
      voice: async () => {
        await bench.showSlot('b')
        await bench.choose('b', 'voice')
      },
      phonebook: ofSlot('phonebook'),
      sockets: ofSlot('sockets'),
      files: ofSlot('files'),
      preset: async () => {
        await bench.show('connect')
        await bench.at('connect-save').click()
      },
      board: async () => {
        await bench.show('board')
        await bench.at('board-edit').click()
      },
      note: async () => {
        await bench.show('log')
        // A log that was opened takes no notes.
        await bench.at('log-live').click()
        await bench.at('log-note').click()
      },
      soracom: async () => {
        await bench.show('link')
        await bench.at('tool-soracom').click()
        await bench.at('platform-sign-in').click()
      },
      remote: async () => {
        await app.app.evaluate(({ Menu }) =>
          Menu.getApplicationMenu()?.getMenuItemById('remote')?.click(),
        )
      },
      colours: async () => {
        await bench.show('log')
        await bench.at('log-rules').click()
        await bench.at('rule-add').click()
      },
      replay: async () => {
        await bench.show('log')
        await bench.at('log-file').setInputFiles(resolve('test/transcripts/microcat1-connect.log'))
        await bench.at('log-replay').click()
      },
    }
  }

  get names(): readonly string[] {
    return Object.keys(this.#ways)
  }

  /** Opens one over the Bench, or the page it belongs to, looks at it, and closes it whatever came of it. */
  async with(name: string, look: () => Promise<void>): Promise<void> {
    const dialog = this.#app.window.getByRole('dialog')
    await this.#bench.showSlot('a')
    await this.#ways[name]?.()
    await dialog.waitFor()
    try {
      await look()
    } finally {
      // The tests behind this one need the page.
      await this.#app.window.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
  }
}
