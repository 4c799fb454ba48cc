import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { views, type BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { cutIn, overflowsIn, unreachableIn } from '../support/overflows'
import { OverPages } from '../support/over-pages'
import { sizes, WindowShapes } from '../support/window-shapes'

/** One window for all of them: it is resized, turned dark and told to speak another language. */
describe.skipIf(lacksApp())('nothing is cut off and nothing lies over a control', () => {
  let app: RunningApp
  let shapes: WindowShapes
  let bench: BenchPage
  let over: OverPages
  beforeAll(async () => {
    app = await launchApp()
    shapes = new WindowShapes(app)
    bench = shapes.bench
    over = new OverPages(app, bench)
  })
  afterAll(() => app?.close())

  /** What is wrong with the page as it is, in both themes: the page need not be drawn anew for the second one. */
  async function faults(part = 'main'): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {}
    for (const theme of ['dark', 'light'] as const) {
      await shapes.wear(theme)
      found[theme] = await app.window.evaluate(overflowsIn, part)
    }
    return found
  }
  async function fits(): Promise<void> {
    for (const { width, height } of sizes) {
      await shapes.size(width, height)
      for (const language of ['en', 'ja'] as const) {
        await shapes.look(language, 'light')
        for (const view of views) {
          await bench.show(view)
          await app.window.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
          expect
            .soft(await faults(), `${view} ${language} ${width}x${height}`)
            .toEqual({ dark: [], light: [] })
        }
      }
    }
  }

  test('before anything is open', () => fits())

  test('with a modem that is online and one without a SIM', async () => {
    await shapes.size(1280, 800)
    await bench.open('a', 'sim:sim7672?speed=fast')
    await bench.open('b', 'sim:sim5320?speed=fast&nosim=1')
    await bench.connect('b', 'soracom')
    await bench.at('verdict').waitFor()
    await bench.connect('a', 'soracom')
    await bench.at('verdict-ip').waitFor()
    await fits()
  })

  // No dialog is wider than this.
  const sizesOfDialogs = sizes.filter(({ width }) => width <= 1280)
  test.for(sizesOfDialogs)('and no dialog ($width × $height)', async ({ width, height }) => {
    await shapes.size(width, height)
    // What fits the narrow window in both languages needs to be seen in one where there is more room.
    for (const language of width < 1280 ? (['en', 'ja'] as const) : (['ja'] as const)) {
      await shapes.look(language, 'light')
      for (const name of over.names)
        await over.with(name, async () => {
          const found = await faults('[role=dialog]')
          expect
            .soft(found, `${name} ${language} ${width}x${height}`)
            .toEqual({ dark: [], light: [] })
        })
    }
  })

  test.for([
    [2, 'en'],
    [2, 'ja'],
    [4, 'en'],
    [4, 'ja'],
  ] as const)(
    'enlarged %i times (%s), every control of every page can be scrolled to',
    async ([zoom, language]) => {
      await shapes.size(1280, 800)
      await shapes.look(language, 'light')
      await shapes.size(1280, 800, zoom)
      for (const view of views) {
        await bench.at(`rail-${view}`).scrollIntoViewIfNeeded()
        await bench.show(view)
        // A word that passes by, such as what a page says while it reads, is no obstacle.
        await expect
          .poll(() => app.window.evaluate(unreachableIn, 'main'), {
            timeout: 30_000,
            message: `${view} at ${zoom * 100} %`,
          })
          .toEqual([])
        expect
          .soft(await app.window.evaluate(cutIn, 'main'), `${view} at ${zoom * 100} %`)
          .toEqual([])
      }
      // What fits at 400 % does at 200 %.
      for (const name of language === 'ja' && zoom === 4 ? over.names : [])
        await over.with(name, async () => {
          const found = await app.window.evaluate(unreachableIn, '[role=dialog]')
          expect.soft(found, `${name} at ${zoom * 100} %`).toEqual([])
        })
      await shapes.size(1280, 800)
    },
  )
})
