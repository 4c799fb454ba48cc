// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import type { LogRow, RowKind } from '@contract'
import { useTyped } from '@renderer/stores/typed'
import { setLanguage } from '@renderer/text'
import { backgroundText } from '@renderer/views/terminal/background-text'
import ExchangeLine from '@renderer/views/terminal/ExchangeLine.vue'
import {
  exchangesOf,
  keyOfRow,
  terminalRows,
  type TerminalRow,
} from '@renderer/views/terminal/exchanges'
import { nextFrame, startWindow } from '../support/window'

let id = 0
const row = (kind: RowKind, text: string, more: Partial<LogRow> = {}): LogRow => ({
  id: ++id,
  slot: 'a',
  atMs: id * 10,
  monoUs: id * 10_000,
  dir: kind === 'command' ? 'tx' : 'rx',
  kind,
  text,
  ...more,
})
const asked = (command: string, ...answers: string[]) => [
  row('command', command),
  ...answers.map((text) => row('answer', text, { command })),
  row('final', 'OK', { command }),
]
const frame = (text: string, dir: 'rx' | 'tx' = 'rx') => row('ppp', text, { dir })
const shown = (rows: readonly TerminalRow[]) =>
  rows.map(({ exchange, background, text }) => {
    if (background) return `[${background.values} ${background.frames}]`
    if (!exchange) return text
    const { command, answers, final } = exchange
    return [command.text, ...answers.map((one) => one.text), final?.text ?? '…'].join(' ')
  })
const words = (en: string) => ({ name: 'X', facts: {}, words: { en, ja: en }, secrets: [] })
const plain = { polled: [], typed: () => false, everyRow: false, opened: new Set<string>() }

test('frames of the multiplexer are in the way of nothing: what they carry has rows of its own', () => {
  const rows = [
    ...asked('AT'),
    row('cmux', 'UIH'),
    row('cmux', 'UIH'),
    row('cmux', 'DM', { explanation: { ...words('Refused.'), severity: 'warning' } }),
  ]
  expect(shown(terminalRows(rows, plain))).toEqual(['AT OK', 'DM'])
  expect(shown(terminalRows(rows, { ...plain, everyRow: true }))).toHaveLength(4)
})

describe('exchanges', () => {
  test('hold a command, its answers and how it ended', () => {
    expect(shown(exchangesOf([...asked('AT+CSQ', '+CSQ: 24,99'), row('command', 'ATI')]))).toEqual([
      'AT+CSQ +CSQ: 24,99 OK',
      'ATI …',
    ])
  })

  test('leave out what answers nothing, or came late', () => {
    const rows = [
      row('command', 'AT+COPS?'),
      row('unsolicited', 'RING'),
      row('answer', '+CSQ: 1,99', { command: 'AT+CSQ', late: true }),
      row('answer', '+COPS: 0', { command: 'AT+COPS?' }),
      row('final', 'OK', { command: 'AT+COPS?' }),
    ]
    expect(shown(exchangesOf(rows))).toEqual(['AT+COPS? +COPS: 0 OK', 'RING', '+CSQ: 1,99'])
  })

  test('do not mix what passes through another port', () => {
    const rows = [
      row('command', 'ATI'),
      row('command', 'ATI', { second: true }),
      row('answer', 'two', { command: 'ATI', second: true }),
      row('answer', 'one', { command: 'ATI' }),
    ]
    expect(shown(exchangesOf(rows))).toEqual(['ATI one …', 'ATI two …'])
  })

  test('end where an answer gets too long to be looked at as one', () => {
    const many = Array.from({ length: 5000 }, (_one, n) => `line ${n}`)
    const rows = exchangesOf(asked('AT+CLAC', ...many))
    expect(rows[0]?.exchange?.answers).toHaveLength(24)
    expect(rows[0]?.exchange?.final?.text).toBe('OK')
    expect(rows).toHaveLength(1 + 5000 - 24)
  })

  test('stay the same object while nothing is added', () => {
    const rows = asked('AT+CSQ', '+CSQ: 24,99')
    const [before] = exchangesOf(rows.slice(0, 2))
    const [after] = exchangesOf(rows)
    expect(exchangesOf(rows)[0]).toBe(after)
    expect(after).not.toBe(before)
  })
})

describe('the background', () => {
  const polled = ['AT+CSQ', 'AT+CBC']

  test('is polls and frames, folded to one row', () => {
    const rows = [
      ...asked('ATI', 'SIM7672'),
      ...asked('AT+CSQ', '+CSQ: 24,99'),
      frame('LCP ConfReq id=1'),
      frame('IP ICMP a > b, 84 octets', 'tx'),
      frame('IP ICMP b > a, 84 octets'),
      ...asked('AT+CBC', '+CBC: 0,72,3.978V'),
      row('unsolicited', 'RING'),
    ]
    const out = terminalRows(rows, { ...plain, polled })
    expect(shown(out)).toEqual(['ATI SIM7672 OK', '[2 3]', 'RING'])
    setLanguage('en')
    expect(out[1]?.background && backgroundText(out[1].background)).toEqual({
      text: '2 values read by polling · PPP: 3 frames · ping 1/1',
      last: 'LCP  IP ×2',
    })
    const opened = new Set(out[1] ? [keyOfRow(out[1])] : [])
    expect(shown(terminalRows(rows, { ...plain, polled, opened }))).toHaveLength(8)
    expect(shown(terminalRows(rows, { ...plain, polled, everyRow: true }))).toHaveLength(7)
  })

  test('never hides what was typed, or what asks for attention', () => {
    const words = { en: '', ja: '' }
    const explanation = {
      name: 'ERROR',
      facts: {},
      words,
      severity: 'failure',
      secrets: [],
    } as const
    const rows = [
      ...asked('AT+CSQ', '+CSQ: 24,99'),
      ...asked('AT+CSQ', '+CSQ: 24,99'),
      row('command', 'AT+CBC'),
      row('final', 'ERROR', { command: 'AT+CBC', explanation }),
      ...asked('AT+CSQ', '+CSQ: 25,99'),
      ...asked('AT+CSQ', '+CSQ: 26,99'),
    ]
    const typed = ({ id: one }: LogRow) => one === rows.at(-3)?.id
    expect(shown(terminalRows(rows, { ...plain, polled, typed }))).toEqual([
      '[2 0]',
      'AT+CBC ERROR',
      'AT+CSQ +CSQ: 25,99 OK',
      'AT+CSQ +CSQ: 26,99 OK',
    ])
  })

  test('what was typed is the next row of its text after it was sent', async () => {
    const host = await startWindow()
    const typed = useTyped()
    const [before, mine, later] = [0, 1, 2].map(() => row('command', 'AT+CSQ')) as [
      LogRow,
      LogRow,
      LogRow,
    ]
    host.addRows([before])
    await nextFrame()
    typed.send('a', 'AT+CSQ')
    host.addRows([row('command', 'ATI'), { ...mine, slot: 'b' }, mine, later])
    await nextFrame()
    expect([before, mine, later].map((one) => typed.has(one))).toEqual([false, true, false])
  })
})

describe('the line of an exchange', () => {
  let line: ReturnType<typeof mount> | undefined
  afterEach(() => line?.unmount())
  const draw = (rows: readonly LogRow[], { inFlight = true } = {}) => {
    const exchange = exchangesOf(rows)[0]?.exchange
    if (!exchange) throw new Error('No exchange')
    const props = {
      times: ['12:00'],
      masking: true,
      showControls: false,
      selected: false,
      inFlight,
    }
    line = mount(ExchangeLine, { props: { exchange, ...props } })
    return line
  }

  test('shows a tick and the time for OK, and leaves out what the answer says', () => {
    const explanation = { ...words('Asks: signal.'), severity: 'fine' } as const
    const told = { ...words('RSSI -65 dBm.'), severity: 'fine' } as const
    const [command, answer, final] = asked('AT+CSQ', '+CSQ: 24,99') as [LogRow, LogRow, LogRow]
    const text = draw([{ ...command, explanation }, { ...answer, explanation: told }, final]).text()
    expect(text).toContain('RSSI -65 dBm.')
    expect(text).not.toContain('Asks: signal.')
    expect(text).toMatch(/OK.*20 ms$/s)
    expect(line?.find('.end .mark[data-level=fine]').exists()).toBe(true)
  })

  test('waits only while something is waited for, and says what became of a command that nobody answers', () => {
    const commands = [row('command', 'AT'), row('command', 'AT')]
    const end = () => line?.find('.end')
    draw(commands.slice(0, 1))
    expect(end()?.find('.mark[data-level=busy]').exists()).toBe(true)
    line?.unmount()
    draw(commands.slice(0, 1), { inFlight: false })
    expect(end()?.text()).toBe('–')
    line?.unmount()
    draw(commands)
    expect(end()?.text()).toBe('–')
    line?.unmount()
    const never = { ...words('No answer to AT.'), severity: 'warning' } as const
    const gone = row('note', 'AT', { dir: 'note', command: 'AT', explanation: never })
    const rows = [row('command', 'AT'), gone]
    expect(exchangesOf(rows)).toHaveLength(1)
    expect(draw(rows).text()).toContain('No answer to AT.')
    expect(line?.attributes('data-level')).toBe('warning')
    expect(end()?.text()).toBe('–')
  })

  test('a note on a command that others were sent behind is told on its own line, the oldest first', () => {
    const note = (text: string) => row('note', 'AT', { dir: 'note', command: 'AT', header: text })
    const [one, two, gone, third] = [
      row('command', 'AT'),
      row('command', 'AT'),
      note('1'),
      note('2'),
    ]
    const told = exchangesOf([one, two, gone, ...asked('ATI', 'x'), third])
    expect(told.map(({ exchange }) => exchange?.gone?.header)).toEqual(['1', '2', undefined])
  })

  test('says what a command without an answer does, and an error in full', () => {
    const does = { ...words('Turns the radio off.'), severity: 'fine' } as const
    expect(draw([row('command', 'AT+CFUN=4', { explanation: does })]).text()).toContain('Turns')
    expect(line?.find('.end .mark[data-level=busy]').exists()).toBe(true)
    line?.unmount()
    const failed = { ...words('No SIM.'), severity: 'failure' } as const
    const final = row('final', '+CME ERROR: 10', { command: 'AT+CPIN?', explanation: failed })
    expect(draw([row('command', 'AT+CPIN?'), final]).text()).toContain('+CME ERROR: 10')
    expect(line?.attributes('data-level')).toBe('failure')
  })
})
