import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage, type View } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { overflowsIn } from '../support/overflows'

const sizes = [
  { width: 960, height: 600 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const
const views: readonly View[] = ['bench']

/** One window for all of them: it is resized, turned dark and told to speak another language. */
describe.skipIf(lacksApp())('nothing is cut off and nothing lies over a control', () => {
  let app: RunningApp
  let bench: BenchPage
  beforeAll(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
  })
  afterAll(() => app?.close())

  async function shape(width: number, height: number, zoom = 1): Promise<void> {
    await app.app.evaluate(
      ({ BrowserWindow }, to) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.webContents.setZoomFactor(to.zoom)
        window?.setContentSize(to.width, to.height)
      },
      { width, height, zoom },
    )
    await expect
      .poll(() => app.window.evaluate(() => innerWidth), { timeout: 30_000 })
      .toBe(Math.round(width / zoom))
  }
  async function set(language: string, theme: string): Promise<void> {
    await bench.show('settings')
    await bench.at('settings-language').selectOption(language)
    await bench.at('settings-theme').selectOption(theme)
    await expect.poll(() => app.window.evaluate(() => document.documentElement.lang)).toBe(language)
  }
  async function fits(): Promise<void> {
    for (const language of ['en', 'ja'])
      for (const theme of ['light', 'dark']) {
        await shape(1280, 800)
        await set(language, theme)
        for (const view of views) {
          await bench.show(view)
          for (const { width, height } of sizes) {
            await shape(width, height)
            const found = await app.window.evaluate(overflowsIn)
            expect(found, `${view} ${language} ${theme} ${width}x${height}`).toEqual([])
          }
        }
      }
    await shape(1280, 800)
  }

  test('before anything is open', fits)

  test('with a modem that is online and one without a SIM', async () => {
    await bench.open('a', 'sim:sim7672?speed=fast')
    await bench.open('b', 'sim:sim5320?speed=fast&nosim=1')
    await bench.connect('b', 'soracom')
    await bench.at('verdict').waitFor()
    await bench.connect('a', 'soracom')
    await bench.at('verdict-ip').waitFor()
    await fits()
  })

  test('at 200 % everything of the bench is reached by scrolling down', async () => {
    await set('en', 'light')
    await bench.show('bench')
    await shape(1280, 800, 2)
    expect(await app.window.evaluate(overflowsIn)).toEqual([])
    for (const slot of ['b', 'a'] as const) {
      await bench.at(`bench-tab-${slot}`).click()
      for (const part of [`slot-${slot}-more`, `slot-${slot}-facts`, `terminal-${slot}-input`]) {
        await bench.at(part).scrollIntoViewIfNeeded()
        const box = await bench.at(part).boundingBox()
        expect(box && box.x >= 0 && box.x + box.width <= 640, part).toBe(true)
      }
    }
    await bench.at('rail-settings').scrollIntoViewIfNeeded()
    await bench.at('rail-settings').click()
    await shape(1280, 800)
  })
})
