import type { Page } from 'playwright-core'
import { BenchPage } from './bench-page'
import { type RunningApp, launchApp } from './electron-app'

/**
 * One window for the stories of many pages: its start costs more than what most of them do. Whoever comes next finds it as it was
 * first seen, with nothing over its page and no port open; a modem of the simulator keeps what was done to it.
 */
export class SharedWindow {
  #app: RunningApp | undefined

  get app(): RunningApp {
    if (!this.#app) throw new Error('The window is asked for before it was opened.')
    return this.#app
  }

  get page(): Page {
    return this.app.window
  }

  async start(): Promise<void> {
    this.#app = await launchApp()
  }

  async close(): Promise<void> {
    await this.#app?.close()
  }

  /** A page that was loaded anew, in this language, before any port is open. */
  async anew(language: 'en' | 'ja' = 'en'): Promise<BenchPage> {
    await this.page.reload()
    const bench = new BenchPage(this.page)
    await bench.show('settings')
    await bench.at('settings-language').selectOption(language)
    await this.page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' })
    for (const slot of ['a', 'b'] as const) {
      await bench.showSlot(slot)
      if (await bench.at(`slot-${slot}-close`).isVisible()) await bench.close(slot)
    }
    return bench
  }
}
