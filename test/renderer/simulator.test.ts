// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import type { KnobInfo, SimulatedModemInfo } from '@contract'
import SettingsView from '@renderer/views/settings/SettingsView.vue'
import SlotHeader from '@renderer/views/bench/SlotHeader.vue'
import SimulatorPanel from '@renderer/views/simulator/SimulatorPanel.vue'
import { useShell } from '@renderer/stores/shell'
import { simulatedName } from '@renderer/stores/simulators'
import { byTest, choose, show, startWindow } from '../support/window'

let page: VueWrapper | undefined
afterEach(() => page?.unmount())

const title = (en: string) => ({ en, ja: en })
function modem(values: Record<string, string> = {}): SimulatedModemInfo {
  const knob = (id: string, rest: Partial<KnobInfo>): KnobInfo => ({
    id,
    group: 'network',
    title: title(id),
    kind: 'state',
    value: values[id] ?? 'off',
    ...rest,
  })
  const { value: _none, ...crash } = knob('crash', { kind: 'act', group: 'modem' })
  return {
    name: 'sim:sim7672',
    persona: 'SIM7672JP',
    power: true,
    now: {
      power: 'on',
      card: 'ready',
      stat: 5,
      operator: 'NTT DOCOMO',
      cell: '39683652 BAND28',
      powerDbm: -79,
      mode: 'data',
      address: '10.164.98.251',
      bytesUp: 100,
      bytesDown: 2000,
      volts: 3.978,
      celsius: 23,
      cause: null,
    },
    faults: [
      crash,
      knob('lose-cells', { group: 'radio' }),
      knob('latency', { kind: 'number', usual: '800' }),
      knob('operator', {
        kind: 'choice',
        choices: [{ value: '44020', title: title('SoftBank') }],
      }),
    ],
  }
}

async function opened(values?: Record<string, string>) {
  const host = await startWindow()
  host.answers['simulator.list'] = () => [modem(values)]
  useShell().simulatorFor = 'sim:sim7672'
  page = show(SimulatorPanel)
  await flushPromises()
  return { host, page }
}

test('the control page of a simulated modem tells what is really the case', async () => {
  const { page: shown } = await opened()
  const now = byTest(shown, 'simulator-now').text()
  for (const part of ['NTT DOCOMO', '-79 dBm', '10.164.98.251', '3.98 V', '23 °C'])
    expect(now).toContain(part)
})

test('turns each kind of knob by hand: done once, on and off, a number, a choice', async () => {
  const { host, page: shown } = await opened({ latency: '90' })
  await byTest(shown, 'knob-crash').trigger('click')
  await byTest(shown, 'knob-lose-cells-on').trigger('click')
  await byTest(shown, 'knob-latency').setValue('120')
  await byTest(shown, 'knob-latency').trigger('change')
  await byTest(shown, 'knob-operator').setValue('44020')
  await flushPromises()
  expect(host.inputsOf('simulator.control')).toEqual([
    { name: 'sim:sim7672', fault: 'crash' },
    { name: 'sim:sim7672', fault: 'lose-cells', value: 'on' },
    { name: 'sim:sim7672', fault: 'latency', value: '120' },
    { name: 'sim:sim7672', fault: 'operator', value: '44020' },
  ])
})

test('a number that is being typed is not overwritten by what the host tells meanwhile', async () => {
  const { page: shown } = await opened({ latency: '90' })
  const field = byTest(shown, 'knob-latency')
  const input = field.element
  if (!(input instanceof HTMLInputElement)) throw new Error('no field')
  input.value = '12'
  await field.trigger('input')
  shown.vm.$forceUpdate()
  await flushPromises()
  expect(input.value).toBe('12')
})

test('sets everything back in one press', async () => {
  const { host, page: shown } = await opened({ latency: '90', 'lose-cells': 'on' })
  await byTest(shown, 'simulator-repair').trigger('click')
  await flushPromises()
  expect(host.inputsOf('simulator.control')).toEqual([
    { name: 'sim:sim7672', fault: 'lose-cells', value: 'off' },
    { name: 'sim:sim7672', fault: 'latency', value: 'off' },
  ])
})

test('is reached from the slot of the modem, and from the settings', async () => {
  const host = await startWindow()
  host.answers['simulator.list'] = () => [modem()]
  host.patch('a', {
    port: { path: 'sim:SIM7672@2?speed=fast', label: '', baudRate: 115200, state: 'open' },
  })
  page = show(SlotHeader, { slotName: 'a', collapsible: false })
  await choose(page, 'slot-a-more', 'slot-a-simulator')
  expect(useShell().simulatorFor).toBe('sim:sim7672')
  await choose(page, 'slot-a-more', 'slot-a-simulator')
  expect(useShell().simulatorFor).toBeNull()
  page.unmount()
  page = show(SettingsView)
  await flushPromises()
  await byTest(page, 'settings-sim:sim7672').trigger('click')
  expect(useShell().simulatorFor).toBe('sim:sim7672')
})

test('real ports have no control page', () => {
  expect(simulatedName('/dev/ttyUSB2')).toBeUndefined()
  expect(simulatedName('sim:sim5320#2@3?idle=1')).toBe('sim:sim5320#2')
  expect(simulatedName('sim:sim7672@2/at2')).toBe('sim:sim7672')
})
