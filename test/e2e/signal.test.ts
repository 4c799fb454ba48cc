import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'

const wentWrong = '.notice[data-level=failure]'

describe.skipIf(lacksApp())('the signal page', () => {
  let app: RunningApp
  let bench: BenchPage
  beforeAll(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
    await bench.open('a', 'sim:sim7672?speed=fast')
    await bench.open('b', 'sim:sim7672#2?speed=fast')
    for (const slot of ['a', 'b'] as const) await bench.command(slot, 'AT+CPSI?')
    await bench.show('signal')
  })
  afterAll(() => app.close())

  test('shows values of both slots, and what happened opens in the log', async () => {
    for (const slot of ['a', 'b'] as const) await bench.at(`poll-${slot}-every`).selectOption('1')
    const readings = bench.at('chart-rssiDbm').locator('.number')
    await expect.poll(() => readings.allTextContents(), { timeout: 30_000 }).not.toContain('–')
    const marks = bench.at('signal-lane').locator('button')
    await marks.first().click()
    await bench.at('log-rows').waitFor()
    expect(await app.window.locator(wentWrong).allTextContents()).toEqual([])
    await bench.show('signal')
  })

  test('stops asking in one click, and says so', async () => {
    await bench.at('poll-a-on').click()
    await app.window.getByText('Off: nothing is asked by itself.').waitFor()
  })

  test('pauses, moves and zooms by keys, and follows again', async () => {
    await bench.at('signal-charts').focus()
    const live = bench.at('signal-live')
    await app.window.keyboard.press('ArrowLeft')
    await expect.poll(() => live.getAttribute('aria-pressed')).toBe('false')
    await app.window.keyboard.press('-')
    await app.window.keyboard.press('End')
    await expect.poll(() => live.getAttribute('aria-pressed')).toBe('true')
  })

  test('scans for operators with progress and a table', async () => {
    await bench.at('signal-tab-scan').click()
    await bench.at('scan-a-start').click()
    await bench.at('scan-a').locator('table').waitFor({ timeout: 60_000 })
  })

  test('says what is not the same on B', async () => {
    await bench.show('bench')
    await bench.at('slot-b-close').click()
    await bench.open('b', 'sim:sim5320?speed=fast')
    for (const slot of ['a', 'b'] as const) await bench.command(slot, 'ATI')
    await bench.show('signal')
    await bench.at('signal-tab-compare').click()
    const rows = bench.at('compare').locator('tr[data-same=false]')
    await rows.first().waitFor()
    expect(await bench.at('compare').locator('tr[data-same=true]').count()).toBe(0)
  })
})
