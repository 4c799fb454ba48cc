import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn, type Asked } from '../support/axe'
import { views, type BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { OverPages } from '../support/over-pages'
import { sizes, WindowShapes, type Theme } from '../support/window-shapes'

/** One window: a modem that is online, one without a SIM, and everything that can be opened over the pages. */
describe.skipIf(lacksApp())('the window for people who see it otherwise, or not at all', () => {
  let app: RunningApp
  let shapes: WindowShapes
  let bench: BenchPage
  let over: OverPages
  const themes: readonly { readonly theme: Theme; readonly asked: Asked }[] = [
    { theme: 'light', asked: 'all' },
    { theme: 'dark', asked: 'colours' },
  ]

  beforeAll(async () => {
    app = await launchApp()
    shapes = new WindowShapes(app)
    bench = shapes.bench
    over = new OverPages(app, bench)
    await loadAxe(app.window)
    await bench.open('a', 'sim:sim7672?speed=fast')
    await bench.open('b', 'sim:sim5320?speed=fast&nosim=1')
    await bench.connect('b', 'soracom')
    await bench.at('verdict').waitFor()
    await bench.connect('a', 'soracom')
    await bench.at('verdict-ip').waitFor()
  })
  afterAll(() => app?.close())

  async function check(where: string, asked: Asked, part = 'html'): Promise<void> {
    expect(await violationsIn(app.window, part, asked), where).toEqual([])
  }
  const press = (keys: string) => app.window.keyboard.press(keys)

  test.for(sizes)('no page has anything axe could name ($width × $height)', async (size) => {
    await shapes.size(size.width, size.height)
    for (const language of ['en', 'ja'] as const) {
      await shapes.look(language, 'light')
      for (const view of views) {
        await bench.show(view)
        await app.window.getByRole('main').waitFor()
        if (size.width !== 1280) {
          await check(`${view} ${language}`, 'all but colours')
          continue
        }
        await check(`${view} ${language} light`, 'all')
        await shapes.wear('dark')
        await check(`${view} ${language} dark`, 'colours')
        await shapes.wear('light')
      }
    }
  })

  test.for(['en', 'ja'] as const)('no dialog has either (%s)', async (language) => {
    await shapes.size(1280, 800)
    await shapes.look(language, 'light')
    for (const name of over.names)
      await over.with(name, async () => {
        await check(`${name} ${language} light`, 'all', '[role=dialog]')
        await shapes.wear('dark')
        await check(`${name} ${language} dark`, 'colours', '[role=dialog]')
        await shapes.wear('light')
      })
  })

  test.for(themes)('no menu has either ($theme)', async ({ theme, asked }) => {
    await shapes.look('en', theme)
    const menu = app.window.getByRole('menu')
    const menus = {
      slot: async () => {
        await bench.show('bench')
        await bench.at('slot-a-more').click()
      },
      row: async () => {
        await bench.show('log')
        await app.window.locator('.line .wire').first().click({ button: 'right' })
      },
    }
    for (const [name, open] of Object.entries(menus)) {
      await open()
      await menu.waitFor()
      await check(`${name} ${theme}`, asked, '[role=menu]')
      await press('Escape')
      await menu.waitFor({ state: 'detached' })
    }
  })

  test('with the colours of the system forced on it, what is chosen is framed', async () => {
    await app.window.emulateMedia({ forcedColors: 'active' })
    const chosen = app.window.locator('[aria-current=page], main [aria-pressed=true]')
    for (const view of ['signal', 'log'] as const) {
      await bench.show(view)
      const frames = await chosen.evaluateAll((all) =>
        all.map((one) => getComputedStyle(one).outlineStyle),
      )
      expect(frames.length, view).toBeGreaterThan(1)
      expect(new Set(frames), view).toEqual(new Set(['solid']))
    }
    await app.window.emulateMedia({ forcedColors: 'none' })
  })

  test('the first key leads past the screens, and F6 to a command line from anywhere', async () => {
    await app.window.reload()
    await app.window.getByRole('main').waitFor()
    await press('Tab')
    await press('Enter')
    await expect
      .poll(() => app.window.evaluate(() => document.activeElement?.querySelector('main') !== null))
      .toBe(true)
    await bench.show('settings')
    await press('F6')
    await expect
      .poll(() =>
        app.window.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? ''),
      )
      .toBe('terminal-a-input')
  })
})
