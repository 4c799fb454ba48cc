import { expect } from 'vitest'
import { BenchPage } from './bench-page'
import type { RunningApp } from './electron-app'

export type Theme = 'light' | 'dark'

/** The smallest there is, a usual one, and a large one. */
export const sizes = [
  { width: 960, height: 600 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const

/** One window that is resized, turned dark and told to speak another language, so that a test starts it once. */
export class WindowShapes {
  readonly bench: BenchPage

  constructor(readonly app: RunningApp) {
    this.bench = new BenchPage(app.window)
  }

  async size(width: number, height: number, zoom = 1): Promise<void> {
    await this.app.app.evaluate(
      ({ BrowserWindow }, to) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.webContents.setZoomFactor(to.zoom)
        window?.setContentSize(to.width, to.height)
      },
      { width, height, zoom },
    )
    await expect
      .poll(() => this.app.window.evaluate(() => innerWidth), { timeout: 30_000 })
      .toBe(Math.round(width / zoom))
  }

  /** A theme on the page that is shown, by the mark that the settings would make; they do not know of it. */
  async wear(theme: Theme): Promise<void> {
    await this.app.window.evaluate((one) => {
      document.documentElement.dataset['theme'] = one
    }, theme)
  }

  async look(language: 'en' | 'ja', theme: Theme): Promise<void> {
    await this.bench.show('settings')
    await this.bench.at('settings-language').selectOption(language)
    await this.bench.at('settings-theme').selectOption(theme)
    await expect
      .poll(() =>
        this.app.window.evaluate(() => [
          document.documentElement.lang,
          document.documentElement.dataset['theme'],
        ]),
      )
      .toEqual([language, theme])
  }
}
