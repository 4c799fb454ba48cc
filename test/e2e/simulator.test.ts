import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'

describe.skipIf(lacksApp())('the control page of a simulated modem', () => {
  let app: RunningApp
  let bench: BenchPage
  const now = (key: string) => bench.at('simulator-now').locator(`[data-now=${key}]`)
  beforeAll(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
    await bench.open('a', 'sim:sim7672?speed=fast')
    await bench.choose('a', 'simulator')
    await now('stat').getByText('NTT DOCOMO').waitFor()
  })
  afterAll(() => app.close())

  test('turns signal, operator and temperature while the modem is asked', async () => {
    await bench.at('knob-signal').fill('-115')
    await bench.at('knob-signal').press('Enter')
    await now('cell').getByText('-115 dBm').waitFor()
    await bench.at('knob-operator').selectOption('44020')
    await now('stat').getByText('SoftBank').waitFor()
    await bench.at('knob-temperature').fill('84')
    await bench.at('knob-temperature').press('Enter')
    await bench.at('terminal-a-rows').getByText('+CMTE: 1').waitFor()
    await bench.at('simulator-repair').click()
    await now('cell').getByText('-115 dBm').waitFor({ state: 'detached' })
  })

  test('a rule made in the window says what is wrong with it, is raised beside the bell, and dismissed', async () => {
    await bench.at('rail-alerts').click()
    await bench.at('alert-new').click()
    await bench.at('alert-name').fill('weak')
    await bench.at('alert-kind').selectOption('value')
    await bench.at('alert-limit').fill('-40')
    await bench.at('alert-for').fill('soon')
    await bench.at('alert-save').click()
    await app.window.locator('[data-code=bad-input]').waitFor()
    await bench.at('alert-for').fill('0s')
    await bench.at('alert-save').click()
    await bench.at('alert-dismiss').waitFor()
    await app.window.keyboard.press('Escape')
    expect(await bench.at('rail-alerts').innerText()).toBe('1')
    await bench.at('terminal-a-rows').getByText('Alert "weak": RSRP below -40 dBm').waitFor()
    await bench.at('rail-alerts').click()
    await bench.at('alert-dismiss').click()
    await bench.at('alerts-raised').waitFor({ state: 'detached' })
    await app.window.keyboard.press('Escape')
  })

  test('says what a number must look like, and keeps the one it had', async () => {
    await bench.at('knob-supply').fill('900')
    await bench.at('knob-supply').press('Enter')
    const notice = app.window.locator('.notice', { hasText: 'volts from 2.5 to 5' })
    await notice.waitFor()
    expect(await bench.at('knob-supply').inputValue()).toBe('')
    await notice.getByRole('button').first().click()
  })

  test('takes the SIM, crashes the modem, and pulls the cable until it is put back', async () => {
    const rows = bench.at('terminal-a-rows')
    await bench.at('knob-remove-sim-on').click()
    await rows.getByText('+CPIN: SIM REMOVED').waitFor()
    await bench.at('knob-remove-sim-on').click()
    await bench.at('knob-crash').click()
    await rows.getByText('*ATREADY: 1').waitFor()
    const mode = bench.at('slot-a-mode')
    await bench.at('knob-unplug-on').click()
    await mode.getByText('Gone').waitFor()
    await bench.at('knob-unplug-on').click()
    await mode.getByText('Gone').waitFor({ state: 'detached' })
    await bench.at('knob-re-enumerate').click()
    await mode.getByText('Gone').waitFor()
    await mode.getByText('Gone').waitFor({ state: 'detached' })
    await bench.at('slot-a-at').getByText('sim:sim7672@2').waitFor()
    await bench.command('a', 'AT')
  })

  test('finds a modem that was left in the multiplexer as soon as its port is opened', async () => {
    const mode = (name: string) =>
      app.window.locator(`[data-testid=slot-a-mode][data-mode=${name}]`)
    await mode('command').waitFor()
    await bench.command('a', 'AT+CMUX=0')
    await bench.at('terminal-a-rows').getByText('AT+CMUX=0').last().waitFor()
    await bench.close('a')
    await bench.open('a', 'sim:sim7672@2?speed=fast')
    await mode('command').waitFor()
    await bench.command('a', 'AT+CGMM')
    await bench.at('terminal-a-rows').getByText('SIM7672JP-MNGV').last().waitFor()
  })

  test('says that the port vanished when the cable is pulled in a call, and what came of it', async () => {
    await bench.connect('a', 'soracom')
    await bench.at('verdict-ip').waitFor()
    await bench.show('bench')
    await bench.at('knob-unplug-on').click()
    await bench.at('slot-a-mode').getByText('Gone').waitFor()
    await bench.show('connect')
    await bench.at('verdict').getByText('The port vanished').first().waitFor()
  })
})
