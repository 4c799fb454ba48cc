import { afterEach, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'

const wentWrong = '.notice[data-level=failure]'

describe.skipIf(lacksApp())('the signal page', () => {
  let app: RunningApp | undefined
  afterEach(async () => {
    await app?.close()
    app = undefined
  })

  async function measured(): Promise<{ app: RunningApp; bench: BenchPage }> {
    app = await launchApp()
    const bench = new BenchPage(app.window)
    await bench.open('a', 'sim:sim7672')
    await bench.open('b', 'sim:sim7672#2')
    for (const slot of ['a', 'b'] as const) await bench.command(slot, 'AT+CPSI?')
    await bench.show('signal')
    return { app, bench }
  }

  test('shows values of both slots, and what happened opens in the log', async () => {
    const { app, bench } = await measured()
    for (const slot of ['a', 'b'] as const) await bench.at(`poll-${slot}-every`).selectOption('1')
    const readings = bench.at('chart-rssiDbm').locator('.number')
    await expect.poll(() => readings.allTextContents(), { timeout: 30_000 }).not.toContain('–')
    const marks = bench.at('signal-lane').locator('button')
    await marks.first().click()
    await bench.at('log-rows').waitFor()
    expect(await app.window.locator(wentWrong).allTextContents()).toEqual([])
  })

  test('stops asking in one click, and says so', async () => {
    const { app, bench } = await measured()
    await bench.at('poll-a-on').click()
    await app.window.getByText('Off: nothing is asked by itself.').waitFor()
  })

  test('pauses, moves and zooms by keys, and follows again', async () => {
    const { app, bench } = await measured()
    await bench.at('signal-charts').focus()
    const live = bench.at('signal-live')
    await app.window.keyboard.press('ArrowLeft')
    await expect.poll(() => live.getAttribute('aria-pressed')).toBe('false')
    await app.window.keyboard.press('-')
    await app.window.keyboard.press('End')
    await expect.poll(() => live.getAttribute('aria-pressed')).toBe('true')
  })

  test('scans for operators with progress and a table', async () => {
    const { bench } = await measured()
    await bench.at('signal-tab-scan').click()
    await bench.at('scan-a-start').click()
    await bench.at('scan-a').locator('table').waitFor({ timeout: 60_000 })
  })

  test('says what is not the same on B', async () => {
    app = await launchApp()
    const bench = new BenchPage(app.window)
    await bench.open('a', 'sim:sim7672')
    await bench.open('b', 'sim:sim5320')
    for (const slot of ['a', 'b'] as const) await bench.command(slot, 'ATI')
    await bench.show('signal')
    await bench.at('signal-tab-compare').click()
    const rows = bench.at('compare').locator('tr[data-same=false]')
    await rows.first().waitFor()
    expect(await bench.at('compare').locator('tr[data-same=true]').count()).toBe(0)
  })
})
