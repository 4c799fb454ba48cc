// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import type { LogRow, SlotName } from '@contract'
import BenchView from '@renderer/views/bench/BenchView.vue'
import { useBoth } from '@renderer/stores/both'
import { byTest, nextFrame, show, startWindow } from '../support/window'

let page: VueWrapper | undefined
afterEach(() => page?.unmount())

let id = 1000
const line = (slot: SlotName, command: string, text: string, secret = false): LogRow => ({
  id: id++,
  slot,
  atMs: id,
  monoUs: id,
  dir: 'rx',
  kind: 'answer',
  text,
  command,
  ...(secret && {
    explanation: {
      name: text,
      facts: {},
      words: { en: '', ja: '' },
      severity: 'fine',
      secrets: [{ start: 0, end: text.length, kind: 'imei' }],
    },
  }),
})

async function bothOpen() {
  const host = await startWindow()
  const port = { path: 'sim:x', label: '', baudRate: 115200, state: 'open' } as const
  for (const slot of ['a', 'b'] as const)
    host.patch(slot, { port, mode: 'command', at: { through: 'port', found: false, held: false } })
  host.answers['at.send'] = () => ({ lines: [], final: 'OK', ok: true, ms: 12 })
  page = show(BenchView)
  await flushPromises()
  return { host, page }
}

test('sends a command to both modems, and shows the answers next to each other with what differs', async () => {
  const { host, page: shown } = await bothOpen()
  await byTest(shown, 'terminal-a-input').setValue('AT+CGMM')
  await byTest(shown, 'terminal-a-input').trigger('keydown', { key: 'Enter', ctrlKey: true })
  host.addRows([
    line('a', 'AT+CGMM', 'GM-1'),
    line('a', 'AT+CGMM', 'OK'),
    line('b', 'AT+CSQ', '+CSQ: 9,99'),
  ])
  host.addRows([line('b', 'AT+CGMM', 'GM-2'), line('b', 'AT+CGMM', 'OK')])
  await nextFrame()
  expect(host.inputsOf('at.send')).toEqual([
    { slot: 'a', text: 'AT+CGMM' },
    { slot: 'b', text: 'AT+CGMM' },
  ])
  const differing = (slot: string) =>
    byTest(shown, `both-${slot}`)
      .findAll('[data-differs=true]')
      .map((one) => one.text())
  expect(differing('a')).toEqual(['GM-1'])
  expect(differing('b')).toEqual(['GM-2'])
  expect(byTest(shown, 'both-b').text()).toContain('OK')
  expect(byTest(shown, 'both-b').text()).not.toContain('CSQ')
})

test('shows the answer of one while the other is silent, and what became of that', async () => {
  const { host, page: shown } = await bothOpen()
  host.answers['at.send'] = (input) =>
    input && typeof input === 'object' && 'slot' in input && input.slot === 'a'
      ? new Promise(() => undefined)
      : { lines: [], final: 'OK', ok: true, ms: 7 }
  void useBoth().send('AT')
  await flushPromises()
  expect(byTest(shown, 'both-b').text()).toContain('7 ms')
  expect(byTest(shown, 'both-a').text()).not.toContain('ms')
})

test('masks what identifies a modem there too', async () => {
  const { host, page: shown } = await bothOpen()
  await useBoth().send('AT+CGSN')
  host.addRows([line('a', 'AT+CGSN', '869850000004430', true)])
  await nextFrame()
  expect(byTest(shown, 'both-a').text()).toContain('••••••••30')
})
