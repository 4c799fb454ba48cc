import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp, lacksBrowser } from '../support/needs'
import { type RunningWebApp, openWebApp } from '../support/web-app'

const wentWrong = '.notice[data-level=failure]'

/** Shows every view, in the language that the app was started in. */
async function showsEveryView({ window }: RunningApp, locale: 'en' | 'ja'): Promise<void> {
  const bench = new BenchPage(window)
  for (const view of ['connect', 'signal', 'log', 'settings', 'bench'] as const) {
    await bench.show(view)
    await window.locator('main').first().waitFor()
  }
  expect(await window.evaluate(() => document.documentElement.lang)).toBe(locale)
  expect(await window.locator(wentWrong).allTextContents()).toEqual([])
}

describe.skipIf(lacksApp())('the desktop window', () => {
  let app: RunningApp
  beforeAll(async () => {
    app = await launchApp()
  })
  afterAll(() => app?.close())

  test('opens on a bench that offers the simulated modems', async () => {
    const bench = new BenchPage(app.window)
    await bench.at('slot-a-port').click()
    const offered = app.window.getByRole('option')
    await offered.filter({ hasText: 'sim:sim7672' }).first().waitFor()
    expect(await offered.filter({ hasText: 'sim:sim5320' }).count()).toBeGreaterThan(0)
    await app.window.keyboard.press('Escape')
  })

  test('leads from its start to an address in three clicks', async () => {
    const bench = new BenchPage(app.window)
    await app.window.evaluate(() => {
      Object.assign(globalThis, { clicks: 0 })
      const counted = globalThis as unknown as { clicks: number }
      document.addEventListener('click', () => (counted.clicks += 1), true)
    })
    await bench
      .at('slot-a-ways')
      .getByRole('button', { name: /SIM7672/ })
      .first()
      .click()
    await bench.at('slot-a-connect').click()
    await expect
      .poll(() => bench.at('slot-a-answer').textContent(), { timeout: 120_000 })
      .toMatch(/10\.\d+\.\d+\.\d+/)
    const clicks = await app.window.evaluate(
      () => (globalThis as unknown as { clicks: number }).clicks,
    )
    expect(clicks).toBeLessThanOrEqual(3)
  })

  test('shows every view in English without a complaint', () => showsEveryView(app, 'en'))

  test('shows every view in Japanese and in the dark without a complaint', async () => {
    const japanese = await launchApp({ locale: 'ja', dark: true })
    try {
      await showsEveryView(japanese, 'ja')
    } finally {
      await japanese.close()
    }
  })

  test('follows no redirect, attaches no view and checks no spelling', async () => {
    const kept = await app.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return ['will-navigate', 'will-redirect', 'will-attach-webview'].filter((name) => {
        let prevented = false
        const event = { preventDefault: () => (prevented = true) }
        contents?.listeners(name).forEach((listen) => listen(event, 'https://example.invalid/'))
        return prevented
      })
    })
    expect(kept).toEqual(['will-navigate', 'will-redirect', 'will-attach-webview'])
    const spelling = await app.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.session.isSpellCheckerEnabled(),
    )
    expect(spelling).toBe(false)
  })

  test('gives the page neither Node nor a way to another page', async () => {
    const { window } = app
    const before = window.url()
    expect(
      await window.evaluate(() => ['require', 'process'].filter((name) => name in globalThis)),
    ).toEqual([])
    await window.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "an inline script ran"'
      document.head.append(script)
      location.href = 'https://example.invalid/'
    })
    expect(await window.title()).not.toBe('an inline script ran')
    expect(window.url()).toBe(before)
  })
})

describe.skipIf(lacksApp())('what the system asks and tells', () => {
  let app: RunningApp
  let bench: BenchPage
  const said = () =>
    app.app.evaluate(() => (globalThis as unknown as { said: string[] }).said.join('\n---\n'))
  const choose = (id: string) =>
    app.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), id)
  const menus = () =>
    app.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))

  beforeAll(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
    // What the system would ask is noted, and answered with the first button.
    const report = join(app.dataDir, 'report.zip')
    await app.app.evaluate(({ dialog }, filePath) => {
      const said: string[] = []
      Object.assign(globalThis, { said })
      dialog.showMessageBox = async (...args: unknown[]) => {
        const { message, detail } = args.at(-1) as { message: string; detail: string }
        said.push(`${message}\n${detail}`)
        return { response: 0, checkboxChecked: false }
      }
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, report)
    await bench.open('a', 'sim:sim7672?speed=fast')
    await bench.connect('a', 'soracom')
    await bench.at('verdict-ip').waitFor()
  })
  afterAll(() => app?.close())

  test('its menus speak the language of the window', async () => {
    await bench.show('settings')
    await bench.at('settings-language').selectOption('ja')
    await expect.poll(menus).toContain('ヘルプ')
    await bench.at('settings-language').selectOption('en')
    await expect.poll(menus).toContain('Help')
  })

  test('tells its versions, and writes a report of a problem where a person puts it', async () => {
    await choose('about')
    await expect.poll(said).toMatch(/Modem Bench [\d.]+\nElectron .*\nChromium .*\nNode /)
    await choose('report')
    await expect.poll(said).toContain('Nothing was sent.')
    const zip = await readFile(join(app.dataDir, 'report.zip'))
    expect(zip.subarray(0, 2).toString()).toBe('PK')
    expect(zip.includes('log.txt')).toBe(true)
  })

  test('another window shows the same bench, and closing it asks nothing', async () => {
    const asked = await said()
    const opened = app.app.waitForEvent('window')
    await app.window.keyboard.press('Control+k')
    await bench.at('palette-search').fill('New window')
    await bench.at('palette-act-another').click()
    const second = new BenchPage(await opened)
    await second.show('connect')
    await second.at('verdict-ip').waitFor()
    await second.command('a', 'AT+CGMR')
    await bench.show('bench')
    await bench.at('terminal-a-rows').getByText('AT+CGMR').first().waitFor()
    await app.app.evaluate(({ BrowserWindow }) => {
      const all = BrowserWindow.getAllWindows().toSorted((one, other) => one.id - other.id)
      all.at(-1)?.close()
    })
    await expect
      .poll(() => app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1)
    expect(await said()).toBe(asked)
  })

  test('a sleep of the computer is a gap in the log', async () => {
    await app.app.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('suspend')
      powerMonitor.emit('resume')
    })
    await bench.show('log')
    // Polls go on: by now it may stand above what the page shows.
    await bench.at('log-search').fill('The computer slept')
    await bench.at('log-rows').getByText('The computer slept').first().waitFor()
    await bench.at('log-search').fill('')
  })

  test('whoever closes the window while connected is asked, and may stay', async () => {
    await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(said).toContain('A modem is connected.')
    const open = () => app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect(await open()).toBe(1)
    await bench.show('connect')
    await bench.at('verdict-ip').waitFor()
  })
})

describe.skipIf(lacksBrowser())('the web host', () => {
  let web: RunningWebApp | undefined
  afterEach(async () => {
    await web?.close()
    web = undefined
  })

  test('serves the same bench to a browser', async () => {
    web = await openWebApp({ locale: 'ja' })
    const bench = new BenchPage(web.page)
    await bench.at('slot-a-port').click()
    await web.page.getByRole('option').filter({ hasText: 'sim:sim7672' }).first().waitFor()
    expect(await web.page.locator(wentWrong).allTextContents()).toEqual([])
  })
})
