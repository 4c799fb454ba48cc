import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { patient } from '../support/patience'

describe.skipIf(lacksApp())('the failover page', () => {
  let app: RunningApp
  let bench: BenchPage
  beforeAll(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
    await bench.open('a', 'sim:sim7672?speed=fast')
    await bench.open('b', 'sim:sim7672#2?speed=fast')
    await bench.show('failover')
  })
  afterAll(() => app?.close())

  const waits = (id: string, words: RegExp) =>
    expect.poll(() => bench.at(id).textContent(), patient).toMatch(words)

  test('begins with the ports the slots have, as a form and as text, and names a mistake', async () => {
    await expect
      .poll(() => bench.at('config-slots-a-port').inputValue())
      .toBe('sim:sim7672?speed=fast')
    await bench.at('config-part-back').click()
    await bench.at('config-failover-back-hold').fill('soon')
    await waits('config-mistakes', /^\s*Return to the main slot · Well for\s+expected a time/)
    await bench.at('config-failover-back-hold').fill('')
    await bench.at('config-mistakes').waitFor({ state: 'detached' })
    await bench.at('config-tab-text').click()
    const text = bench.at('config-text')
    expect(await text.inputValue()).toContain('mode: hot')
    await text.fill((await text.inputValue()).replace('mode: hot', 'mode: tepid'))
    await waits('config-mistakes', /Line \d+, column \d+:.*failover\.mode/)
    await text.fill((await text.inputValue()).replace('mode: tepid', 'mode: hot'))
    await bench.at('config-mistakes').waitFor({ state: 'detached' })
    await bench.at('config-tab-form').click()
  })

  test('a run starts hot, B takes over when the network cuts A, and the row says why', async () => {
    await bench.at('config-soak').click()
    await bench.at('config-soak-for').fill('1m')
    await bench.at('config-soak-upload-target').fill('http://ip.example/dual')
    await bench.at('config-soak-upload-every').fill('2s')
    await bench.at('soak-start').click()
    await waits('failover-words', /^A has the traffic/)
    await bench.at('failover-slot-b').getByText('Ready to take over').waitFor(patient)
    await bench.show('bench')
    await bench.choose('a', 'simulator')
    await bench.at('knob-cut-session').click()
    await bench.at('simulator-close').click()
    await bench.show('failover')
    await waits('failover-words', /^B has the traffic/)
    await bench.at('failover-tab-decisions').click()
    const row = app.window.locator('.decision[data-trigger=link-lost]')
    await row.waitFor(patient)
    expect(await row.textContent()).toContain('A → B')
    expect(await row.textContent()).toMatch(/first byte \d/)
  })

  test('the report of the run opens, and can be saved', async () => {
    await bench.at('failover-tab-soak').click()
    await bench.at('soak-report').click()
    const report = app.window.frameLocator('[data-testid=soak-report-page]')
    await report.getByText('The link was lost: A → B.').first().waitFor(patient)
    await app.window.keyboard.press('Escape')
    await bench.at('soak-stop').click()
    await bench.at('soak-stop').waitFor({ state: 'detached' })
  })

  test('a decision opens the log at its instant', async () => {
    await bench.at('failover-stop').click()
    await waits('failover-words', /^Off/)
    await bench.at('failover-tab-decisions').click()
    await app.window.locator('.decision .line').first().click()
    await bench.at('log-rows').waitFor(patient)
    expect(await app.window.locator('.notice[data-level=failure]').allTextContents()).toEqual([])
  })
})
