// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import type { MmState, PortInfo, ProbeResult } from '@contract'
import { useCare } from '@renderer/stores/care'
import { useModems } from '@renderer/stores/modems'
import ManagedBanner from '@renderer/views/bench/ManagedBanner.vue'
import CareDialog from '@renderer/views/care/CareDialog.vue'
import { FakeHost } from '../support/fake-host'
import { byTest, show, startWindow } from '../support/window'
import { quoted } from '@core/words'

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  page = undefined
})
const path = '/dev/ttyUSB2'
const free: MmState = {
  path,
  managed: false,
  taken: false,
  rule: 'SUBSYSTEM=="tty"',
  ruleFile: '/etc/udev/rules.d/78-modem-bench.rules',
  command: 'mmcli --inhibit-device=uid',
}
const onPage = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
async function press(id: string): Promise<void> {
  onPage(id)?.click()
  await flushPromises()
}
async function opened(host: FakeHost): Promise<void> {
  await startWindow(host)
  useModems().chosen.a = path
  page = show(CareDialog, { slotName: 'a' })
  await flushPromises()
}

describe('port care', () => {
  test('tells in the slot that ModemManager drives the modem, and takes it for the session', async () => {
    const host = new FakeHost()
    host.answers['mm.look'] = () => ({ ...free, managed: true })
    host.answers['mm.take'] = () => ({ ...free, managed: true, taken: true })
    await startWindow(host)
    useModems().chosen.a = path
    page = show(ManagedBanner, { slotName: 'a' })
    await flushPromises()
    expect(byTest(page, 'slot-a-managed').text()).toContain('ModemManager drives this modem')
    await byTest(page, 'slot-a-take').trigger('click')
    await flushPromises()
    expect(host.inputsOf('mm.take')).toEqual([{ path }])
    expect(byTest(page, 'slot-a-managed').text()).toContain('keeps off this modem')
  })

  test('tells in the slot that it is not known while ModemManager does not answer, and asks again', async () => {
    const host = new FakeHost()
    const said = { en: 'D-Bus did not answer within 5 s.', ja: '' }
    host.answers['mm.look'] = () => ({ ...free, managed: null, said })
    await startWindow(host)
    useModems().chosen.a = path
    page = show(ManagedBanner, { slotName: 'a' })
    await flushPromises()
    expect(byTest(page, 'slot-a-managed').text()).toContain('Not known')
    expect(byTest(page, 'slot-a-managed').text()).toContain(said.en)
    expect(page.find('[data-testid="slot-a-take"]').exists()).toBe(false)
    host.answers['mm.look'] = () => free
    await byTest(page, 'slot-a-ask-again').trigger('click')
    await flushPromises()
    expect(page.find('[data-testid="slot-a-managed"]').exists()).toBe(false)
  })

  test('asks nobody about a simulated modem', async () => {
    const host = await startWindow(new FakeHost())
    useModems().chosen.a = 'sim:sim7672'
    page = show(ManagedBanner, { slotName: 'a' })
    await flushPromises()
    expect(host.inputsOf('mm.look')).toEqual([])
  })

  test('says that it is not known while ModemManager does not answer, and asks again', async () => {
    const host = new FakeHost()
    const said = { en: 'D-Bus did not answer within 5 s.', ja: '' }
    host.answers['mm.look'] = () => ({ ...free, managed: null, said })
    await opened(host)
    await useCare().look(path)
    await flushPromises()
    expect(onPage('care-manager')?.textContent).toContain('Not known')
    expect(onPage('care')?.textContent).toContain(said.en)
    expect(onPage('care-take')).toBeNull()
    host.answers['mm.look'] = () => free
    await press('care-ask-again')
    expect(onPage('care-manager')?.textContent).toContain('does not drive')
  })

  test('shows the rule that keeps ModemManager off for good', async () => {
    const host = new FakeHost()
    host.answers['mm.look'] = () => free
    await opened(host)
    expect(onPage('care')?.textContent).toContain(free.rule)
    expect(onPage('care')?.textContent).toContain(free.ruleFile)
  })

  test('names what was left in the modem, and puts it back on request', async () => {
    const host = new FakeHost()
    const words = { en: 'Texts come as UCS2.', ja: 'UCS2' }
    host.answers['mm.look'] = () => free
    host.answers['modem.leftovers'] = () => [
      { id: 'character-set', seen: '+CSCS: "UCS2"', restore: 'AT+CSCS="IRA"', words },
    ]
    host.answers['modem.restore'] = () => [
      { id: 'character-set', command: 'AT+CSCS="IRA"', ok: true, final: 'OK' },
    ]
    await opened(host)
    host.patch('a', { mode: 'command' })
    await flushPromises()
    await press('care-read')
    expect(onPage('left-character-set')?.textContent).toContain('Texts come as UCS2.')
    await press('care-restore')
    expect(onPage('left-character-set')?.textContent).toMatch(/: OK/)
    expect(onPage('care-restore')?.hasAttribute('disabled')).toBe(true)
  })

  test('ticks only USB ports that no table knows', async () => {
    const host = new FakeHost()
    host.answers['mm.look'] = () => free
    const port = (path: string, more: Partial<PortInfo>): PortInfo => ({
      ...{ path, label: quoted(path), kind: 'serial', role: 'unknown', use: 'maybe', ...more },
    })
    await opened(host)
    host.tell('ports', [
      port('/dev/ttyS0', { use: 'no' }),
      port('/dev/ttyAMA0', {}),
      port('/dev/ttyUSB2', { usb: '1e0e:9001', role: 'at', use: 'yes' }),
      port('/dev/ttyUSB3', { usb: '1e0e:9001', role: 'diag', use: 'no' }),
      port('/dev/ttyUSB4', { usb: '1199:9999' }),
    ])
    await flushPromises()
    const ticked = [
      ...document.querySelectorAll<HTMLInputElement>('[data-testid^="probe-/"] input'),
    ]
    expect(
      ticked.filter((one) => one.checked).map((one) => one.getAttribute('aria-label')),
    ).toEqual(['/dev/ttyUSB4'])
  })

  test('finds the speed of the port that is open, with what came at each', async () => {
    const host = new FakeHost()
    host.answers['mm.look'] = () => free
    await opened(host)
    await press('care-a-speed')
    expect(onPage('care-a-speed-found')?.textContent).toContain('Answers AT at 9600 bit/s')
    const tried = [...document.querySelectorAll('[data-clean]')]
    expect(tried.map((one) => one.querySelector('.num')?.textContent)).toEqual(['115200', '9600'])
    host.answers['port.findSpeed'] = () => {
      throw new Error('the port is gone')
    }
    await press('care-a-speed')
    expect(document.body.textContent).toContain('the port is gone')
    expect(onPage('care-a-speed-found')).toBeNull()
  })

  test('tries one port after the other, each result as it comes', async () => {
    const host = new FakeHost()
    const asked: string[] = []
    host.answers['mm.look'] = () => free
    host.answers['ports.probe'] = (input) => {
      const [one = ''] = (input as { paths: string[] }).paths
      asked.push(one)
      const words = { en: `heard ${one}`, ja: '' }
      const result: ProbeResult = { path: one, found: 'at', baudRate: 9600, seen: 'OK', words }
      return [result]
    }
    await opened(host)
    const serial = useModems().ports.filter((port) => port.kind === 'serial')
    const tick = (path: string) => onPage(`probe-${path}`)?.querySelector('input')
    for (const { path } of serial) if (tick(path)?.checked === false) tick(path)?.click()
    await flushPromises()
    await press('probe-start')
    expect(asked).toEqual(serial.map((port) => port.path))
    const [first = ''] = asked
    const row = onPage(`probe-${first}`)
    expect(row?.textContent).toContain(`heard ${first}`)
    expect(row?.textContent).toContain('9600 baud')
    row?.querySelector('button')?.click()
    expect(useModems().chosen.a).toBe(first)
    expect(useModems().baud.a).toBe(9600)
  })
})
