import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp, savedBy } from '../support/electron-app'
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
    await expect.poll(() => readings.allTextContents()).not.toContain('–')
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

  test('zooms by the wheel, pans by dragging and by a finger, and reads every chart under one cursor', async () => {
    const live = bench.at('signal-live')
    const canvas = bench.at('chart-csq').locator('canvas')
    const box = await canvas.boundingBox()
    if (!box) throw new Error('no chart')
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const { mouse } = app.window
    await mouse.move(at.x, at.y)
    expect(await bench.at('signal-moment').textContent()).toMatch(/^\d\d:\d\d:\d\d$/)
    await mouse.wheel(0, -400)
    const whole = app.window.getByRole('button', { name: '5 min' })
    await expect.poll(() => whole.getAttribute('aria-pressed')).toBe('false')
    await mouse.down()
    await mouse.move(at.x + 150, at.y, { steps: 8 })
    await mouse.up()
    await expect.poll(() => live.getAttribute('aria-pressed')).toBe('false')
    await live.click()
    const finger = await app.window.context().newCDPSession(app.window)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: x === undefined ? [] : [{ x, y: at.y }],
      })
    await touch('touchStart', at.x)
    for (let step = 1; step <= 8; step++) await touch('touchMove', at.x + step * 20)
    await touch('touchEnd')
    await expect.poll(() => live.getAttribute('aria-pressed')).toBe('false')
    await live.click()
  })

  test('saves the charts as a picture and the values as a table', async () => {
    for (const [button, wanted] of [
      ['signal-png', '\u0089PNG'],
      ['signal-csv', 'time,slot,rsrp_dbm'],
    ] as const) {
      const path = join(app.dataDir, button)
      expect(await savedBy(app.app, path, () => bench.at(button).click())).toBe('completed')
      expect(readFileSync(path, 'latin1').slice(0, 40)).toContain(wanted)
    }
  })

  test('scans for operators with progress and a table', async () => {
    await bench.at('signal-tab-scan').click()
    await bench.at('scan-a-start').click()
    await bench.at('scan-a').locator('table').waitFor()
  })

  test('says what is not the same on B', async () => {
    await bench.show('bench')
    await bench.at('slot-b-close').click()
    await bench.open('b', 'sim:sim5320?speed=fast')
    await bench.at('terminal-a-input').fill('ATI')
    await app.window.keyboard.press('Control+Enter')
    await bench.at('both-a').getByText('SIM7672JP-MNGV').waitFor()
    await bench.at('both-b').getByText('Revision: SIM5320J_V1.5').waitFor()
    await bench.show('signal')
    await bench.at('signal-tab-compare').click()
    const rows = bench.at('compare').locator('tr[data-same=false]')
    await rows.first().waitFor()
    expect(await bench.at('compare').locator('tr[data-same=true]').count()).toBe(0)
  })
})
