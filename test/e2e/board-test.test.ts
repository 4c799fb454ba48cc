import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'

const plan = `name: short
port: sim:sim7672?speed=fast
preset: soracom
steps:
  - { name: model, model: { is: SIM7672JP-MNGV } }
  - { name: LED, ask: { question: Is the LED green? } }
  - { name: registered, registered: { within: 60s } }
  - { name: supply, supply: { min: 3.99, max: 4.3 } }
  - { name: SIM, sim: {} }
`
const file = (text: string) => ({
  name: 'short.yaml',
  mimeType: 'text/yaml',
  buffer: Buffer.from(text),
})

describe.skipIf(lacksApp())('the page that tests boards', () => {
  let app: RunningApp
  let bench: BenchPage
  beforeAll(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
    await bench.show('test')
  })
  afterAll(() => app?.close())

  test('tells what is wrong with a plan, tests a board by its serial and Enter, asks, and waits for the next', async () => {
    await bench.at('test-file').setInputFiles(file(plan.replace('within: 60s', 'within: soon')))
    expect(await bench.at('test-mistakes').textContent()).toMatch(/7:\d+ steps\.3\.registered/)
    await bench.at('test-file').setInputFiles(file(plan))
    const serial = bench.at('test-serial')
    await expect.poll(() => serial.evaluate((one) => one === document.activeElement)).toBe(true)
    await app.window.keyboard.type('A0001')
    await app.window.keyboard.press('Enter')
    await bench.at('test-yes').click()
    const result = bench.at('test-result')
    await expect.poll(() => result.getAttribute('data-level'), { timeout: 30_000 }).toBe('failure')
    expect(await bench.at('test-about').textContent()).toMatch(/^supply: Lowest 3\.978 V; wanted/)
    const states = bench.at('test-step').evaluateAll((rows) => rows.map((row) => row.dataset.state))
    expect(await states).toEqual(['passed', 'passed', 'passed', 'failed', 'skipped'])
    await expect.poll(() => bench.at('test-batch').textContent()).toMatch(/0 of 1 passed.*A0001/)
    await expect.poll(() => serial.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await serial.inputValue()).toBe('')
  })
})
