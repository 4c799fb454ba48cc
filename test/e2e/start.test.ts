import { afterEach, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp, lacksBrowser } from '../support/needs'
import { type RunningWebApp, openWebApp } from '../support/web-app'

const wentWrong = '.notice[data-level=failure]'

describe.skipIf(lacksApp())('the desktop window', () => {
  let app: RunningApp | undefined
  afterEach(async () => {
    await app?.close()
    app = undefined
  })

  test('opens on a bench that offers the simulated modems', async () => {
    app = await launchApp()
    const bench = new BenchPage(app.window)
    await bench.at('slot-a-port').click()
    const offered = app.window.getByRole('option')
    await offered.filter({ hasText: 'sim:sim7672' }).first().waitFor()
    expect(await offered.filter({ hasText: 'sim:sim5320' }).count()).toBeGreaterThan(0)
  })

  test('shows every view in English and in Japanese without a complaint', async () => {
    for (const locale of ['en', 'ja'] as const) {
      app = await launchApp({ locale, dark: locale === 'ja' })
      const bench = new BenchPage(app.window)
      for (const view of ['connect', 'signal', 'log', 'settings', 'bench'] as const) {
        await bench.show(view)
        await app.window.locator('main').first().waitFor()
      }
      expect(await app.window.evaluate(() => document.documentElement.lang)).toBe(locale)
      expect(await app.window.locator(wentWrong).allTextContents()).toEqual([])
      await app.close()
    }
    app = undefined
  })

  test('gives the page neither Node nor a way to another page', async () => {
    app = await launchApp()
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
