import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn, type Asked } from '../support/axe'
import { views, type BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { WindowShapes, type Theme } from '../support/window-shapes'

/** One window: a modem that is online, one without a SIM, and everything that can be opened over the pages. */
describe.skipIf(lacksApp())('the window for people who see it otherwise, or not at all', () => {
  let app: RunningApp
  let shapes: WindowShapes
  let bench: BenchPage
  const themes: readonly { readonly theme: Theme; readonly asked: Asked }[] = [
    { theme: 'light', asked: 'all' },
    { theme: 'dark', asked: 'colours' },
  ]

  beforeAll(async () => {
    app = await launchApp()
    shapes = new WindowShapes(app)
    bench = shapes.bench
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
  const dialog = () => app.window.getByRole('dialog')

  /** What opens over a page, and how. */
  const over: Record<string, () => Promise<void>> = {
    palette: () => press('Control+k'),
    shortcuts: () => press('Shift+?'),
    export: () => press('Control+e'),
    reference: async () => {
      await press('F1')
      // Some hundred commands are one row as good as the other.
      await bench.at('reference-search').fill('CSQ')
    },
    macros: () => bench.at('terminal-a-macros').click(),
    care: () => bench.choose('a', 'care'),
    card: async () => {
      await bench.choose('a', 'card')
      // The port carries data: the card cannot be read, and that is said.
      await dialog().locator('[data-code]').waitFor()
    },
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
      const file = bench.at('log-file')
      await file.setInputFiles(resolve('test/transcripts/microcat1-connect.log'))
      await bench.at('log-replay').click()
    },
  }

  test.for(themes)('no page has anything axe could name ($theme)', async ({ theme, asked }) => {
    await shapes.look('en', theme)
    for (const view of views) {
      await bench.show(view)
      await app.window.getByRole('main').waitFor()
      await check(`${view} ${theme}`, asked)
    }
  })

  test.for(themes)('no dialog has either ($theme)', async ({ theme, asked }) => {
    await shapes.look('en', theme)
    for (const [name, open] of Object.entries(over)) {
      await bench.show('bench')
      await open()
      await dialog().waitFor()
      try {
        await check(`${name} ${theme}`, asked, '[role=dialog]')
      } finally {
        // The tests behind this one need the page.
        await press('Escape')
        await dialog().waitFor({ state: 'detached' })
      }
    }
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
