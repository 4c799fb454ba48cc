import type { Page } from 'playwright-core'
import { BenchPage } from './bench-page'
import { type RunningApp, launchApp } from './electron-app'

/** A page with the bench on it, in the desktop window or in a browser, for stories that need no more. */
export interface StoryPage {
  readonly page: Page
  anew(language?: 'en' | 'ja'): Promise<BenchPage>
}

/** A page that was loaded anew, in this language, before any port is open. */
export async function pageAnew(page: Page, language: 'en' | 'ja' = 'en'): Promise<BenchPage> {
  await page.reload()
  const bench = new BenchPage(page)
  await bench.show('settings')
  await bench.at('settings-language').selectOption(language)
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' })
  for (const slot of ['a', 'b'] as const) {
    await bench.showSlot(slot)
    if (await bench.at(`slot-${slot}-close`).isVisible()) await bench.close(slot)
  }
  return bench
}

/**
 * One window for the stories of many pages: its start costs more than what most of them do. Whoever comes next finds it as it was
 * first seen, with nothing over its page and no port open; a modem of the simulator keeps what was done to it.
 */
export class SharedWindow implements StoryPage {
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

  anew(language: 'en' | 'ja' = 'en'): Promise<BenchPage> {
    return pageAnew(this.page, language)
  }
}
