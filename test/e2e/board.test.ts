import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'

describe.skipIf(lacksApp())('the board page', () => {
  let app: RunningApp
  let bench: BenchPage
  beforeEach(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
    await bench.open('a', 'sim:sim7672')
    await bench.show('board')
    await bench.at('power-now').waitFor()
  })
  afterEach(() => app.close())

  const power = () => bench.at('power-now').getAttribute('data-power')
  const outcome = () => bench.at('power-outcome').getAttribute('data-state')

  test('brings the board of a simulated modem, with its picture and the four ways down', async () => {
    await bench.at('board-wiring').waitFor()
    for (const way of ['hang-up', 'radio-off', 'reset', 'power-off'])
      await bench.at(`way-${way}`).waitFor()
  })

  test('switches the modem off and on again, and tells each edge', async () => {
    await bench.at('power-off').click()
    await expect.poll(outcome, { timeout: 60_000 }).toBe('done')
    await expect.poll(power).toBe('off')
    await bench.at('power-on').click()
    await expect.poll(power, { timeout: 60_000 }).toBe('on')
    expect(await bench.at('power-story').textContent()).toContain('power key')
  })

  test('drives a line only while its button is held', async () => {
    const level = () => bench.at('line-reset').locator('.lamp').getAttribute('data-level-now')
    const button = await bench.at('hold-reset').boundingBox()
    if (!button) throw new Error('no button')
    await app.window.mouse.move(button.x + 20, button.y + 10)
    await app.window.mouse.down()
    await expect.poll(level).toBe('active')
    await app.window.mouse.up()
    await expect.poll(level).toBe('inactive')
  })
})
