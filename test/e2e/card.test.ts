import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../support/axe'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'

const port = 'sim:sim7672?speed=fast&pin=4711'

describe.skipIf(lacksApp())('the SIM of a slot', () => {
  let app: RunningApp
  let bench: BenchPage
  beforeAll(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
    await bench.open('a', port)
    await bench.choose('a', 'card')
  })
  afterAll(() => app?.close())

  const state = () => bench.at('card-state').textContent()

  test('takes its PIN, and a wrong one costs a try and is told', async () => {
    await expect.poll(state).toBe('SIM PIN')
    await bench.at('card-pin').fill('0000')
    await bench.at('card-enter').click()
    const error = app.window.locator('[data-code="card-wrong-pin"]')
    await error.waitFor()
    await expect.poll(() => bench.at('card-tries').textContent()).toContain('PIN 2')
    await bench.at('card-pin').fill('4711')
    await bench.at('card-enter').click()
    await expect.poll(state).toBe('READY')
  })

  test('covers who it is, and shows it when asked', async () => {
    const imsi = () => bench.at('card-imsi').textContent()
    expect(await imsi()).toContain('••••')
    await bench.at('card-reveal').click()
    await expect.poll(imsi).toMatch(/\d{15}/)
  })

  test('can be used by people who see it otherwise, or not at all', async () => {
    await loadAxe(app.window)
    expect(await violationsIn(app.window, '[role=dialog]', 'all')).toEqual([])
  })

  test('clears the forbidden networks after a question, and puts them back', async () => {
    const list = () => bench.at('card-fplmn').textContent()
    await app.window.keyboard.press('Escape')
    await bench.command('a', 'AT+CRSM=214,28539,0,0,12,"44F002FFFFFFFFFFFFFFFFFF"')
    await bench.choose('a', 'card')
    await expect.poll(list).toContain('440 20')
    await bench.at('card-clear').click()
    await bench.at('card-clear-yes').click()
    await expect.poll(list).toContain('none')
    await bench.at('card-restore').click()
    await expect.poll(list).toContain('440 20')
  })
})
