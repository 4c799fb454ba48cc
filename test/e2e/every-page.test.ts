import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn, type Asked } from '../support/axe'
import { views, type BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { cutIn, overflowsIn, unreachableIn } from '../support/overflows'
import { OverPages } from '../support/over-pages'
import { login, SoracomApi } from '../support/soracom-api'
import { sizes, WindowShapes, type Theme } from '../support/window-shapes'

/**
 * One window that is resized, turned dark and told to speak another language: on every page and in everything that opens over one,
 * nothing is cut off, nothing lies over a control, and axe names nothing.
 */
describe.skipIf(lacksApp())('every page and dialog, in every shape of the window', () => {
  let app: RunningApp
  let shapes: WindowShapes
  let bench: BenchPage
  let over: OverPages
  const platform = new SoracomApi(() => Date.now())
  let served: Awaited<ReturnType<SoracomApi['serve']>>
  beforeAll(async () => {
    served = await platform.serve()
    app = await launchApp({ env: { MODEM_BENCH_SORACOM_API: served.url } })
    shapes = new WindowShapes(app)
    bench = shapes.bench
    over = new OverPages(app, bench)
    await loadAxe(app.window)
  })
  afterAll(async () => {
    await app?.close()
    await served?.close()
  })
  const press = (keys: string) => app.window.keyboard.press(keys)

  interface Looks {
    readonly part: string
    /** What axe is asked in each theme; nothing where it is not named. */
    readonly axe: { readonly [theme in Theme]?: Asked }
  }

  /** What is wrong with the page as it is, in both themes: it need not be drawn anew for the second one. */
  async function faults({ part, axe }: Looks): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {}
    for (const theme of ['dark', 'light'] as const) {
      await shapes.wear(theme)
      found[theme] = await app.window.evaluate(overflowsIn, part)
      const asked = axe[theme]
      if (asked) found[theme].push(...(await violationsIn(app.window, axePartOf(part), asked)))
    }
    return found
  }
  const axePartOf = (part: string) => (part === 'main' ? 'html' : part)
  const none = { dark: [], light: [] }

  type Language = 'en' | 'ja'
  async function pagesAreFine(
    axeAt: (width: number, language: Language) => Looks['axe'],
  ): Promise<void> {
    for (const { width, height } of sizes) {
      await shapes.size(width, height)
      for (const language of ['en', 'ja'] as const) {
        await shapes.look(language, 'light')
        for (const view of views) {
          await bench.show(view)
          await app.window.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
          const found = await faults({ part: 'main', axe: axeAt(width, language) })
          expect.soft(found, `${view} ${language} ${width}x${height}`).toEqual(none)
        }
      }
    }
  }

  test('pages before anything is open, and the export of an empty log', async () => {
    await pagesAreFine(() => ({}))
    await over.with('export', async () => {
      const found = await faults({ part: '[role=dialog]', axe: { light: 'all' } })
      expect.soft(found).toEqual(none)
      await expect.poll(() => bench.at('export-save').isDisabled()).toBe(true)
    })
  })

  test('pages with a modem that is online and one without a SIM', async () => {
    await shapes.size(1280, 800)
    await bench.open('a', 'sim:sim7672?speed=fast')
    await bench.open('b', 'sim:sim5320?speed=fast&nosim=1')
    await bench.connect('b', 'soracom')
    await bench.at('verdict').waitFor()
    await bench.connect('a', 'soracom')
    await bench.at('verdict-ip').waitFor()
    // Neither a size nor a language changes a colour, and a theme nothing else: none need be asked for the rest again. Where there is
    // most room, words of another length move nothing.
    await pagesAreFine((width, language) => {
      if (language === 'ja') return width === 1920 ? {} : { light: 'all but colours' }
      return width === 1280 ? { light: 'all', dark: 'colours' } : { light: 'all but colours' }
    })
  })

  // No dialog is wider than this. What fits the narrow window in both languages needs to be seen in one where there is more room.
  test.for([
    { width: 960, height: 600, language: 'en', axe: { light: 'all', dark: 'colours' } },
    { width: 960, height: 600, language: 'ja', axe: { light: 'all but colours' } },
    { width: 1280, height: 800, language: 'ja', axe: {} },
  ] as const)('dialogs ($language, $width × $height)', async ({ width, height, language, axe }) => {
    await shapes.size(width, height)
    await shapes.look(language, 'light')
    for (const name of over.names)
      await over.with(name, async () => {
        const found = await faults({ part: '[role=dialog]', axe })
        expect.soft(found, `${name} ${language} ${width}x${height}`).toEqual(none)
      })
  })

  test('the raw view, with the question before a long paste', async () => {
    await shapes.size(960, 600)
    for (const language of ['en', 'ja'] as const) {
      await shapes.look(language, 'light')
      await bench.show('bench')
      await bench.showSlot('b')
      await bench.at('terminal-b-more').click()
      await bench.at('terminal-b-raw').click()
      const axe = { light: 'all', dark: 'colours' } as const
      await bench.at('raw-b-octets').waitFor()
      expect.soft(await faults({ part: 'main', axe }), language).toEqual(none)
      await bench.at('terminal-b-raw-view').click()
      await app.window.evaluate(() => {
        const held = new DataTransfer()
        held.setData('text/plain', 'AT\nATI\n')
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }),
        )
      })
      await bench.at('raw-b-paste').waitFor()
      expect.soft(await faults({ part: 'main', axe }), `paste ${language}`).toEqual(none)
      await bench.at('terminal-b-more').click()
      await bench.at('terminal-b-raw').click()
    }
  })

  test('what SORACOM’s platform says of a SIM, and the question before its session is ended', async () => {
    platform.happened('Created', { apn: 'soracom.io', ueIpAddress: '10.140.0.9' })
    await shapes.size(1280, 800)
    await shapes.look('en', 'light')
    await over.with('soracom', async () => {
      await bench.at('soracom-authKeyId').fill(login.authKeyId)
      await bench.at('soracom-authKey').fill(login.authKey)
      await bench.at('soracom-submit').click()
      await bench.at('platform-account').waitFor()
    })
    await bench.at('platform-look').click()
    await bench.at('platform-events').waitFor()
    const axe = { light: 'all', dark: 'colours' } as const
    for (const { width, height } of sizes.slice(0, 2))
      for (const language of ['en', 'ja'] as const) {
        await shapes.size(width, height)
        await shapes.look(language, 'light')
        await bench.show('link')
        await bench.at('tool-soracom').click()
        await bench.at('platform-events').scrollIntoViewIfNeeded()
        const found = await faults({ part: 'main', axe })
        expect.soft(found, `platform ${language} ${width}x${height}`).toEqual(none)
      }
    await bench.at('platform-delete').click()
    const dialog = app.window.getByRole('dialog')
    await dialog.waitFor()
    expect.soft(await faults({ part: '[role=dialog]', axe })).toEqual(none)
    await bench.at('platform-delete-confirm').click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => platform.sim.sessionStatus.online).toBe(false)
    await bench.at('platform-sign-out').click()
    await bench.at('platform-sign-in').waitFor()
    expect(platform.wrong).toEqual([])
  })

  test('menus', async () => {
    await shapes.size(1280, 800)
    await shapes.look('en', 'light')
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
      const axe = { light: 'all', dark: 'colours' } as const
      expect.soft(await faults({ part: '[role=menu]', axe }), name).toEqual(none)
      await press('Escape')
      await menu.waitFor({ state: 'detached' })
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

  test('with the colours of the system forced on it, what is chosen is framed', async () => {
    await shapes.look('en', 'light')
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
