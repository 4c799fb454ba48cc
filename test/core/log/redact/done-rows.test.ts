import { expect, test } from 'vitest'
import { DoneRows } from '@core/log/redact/done-rows'
import type { LogRow } from '@core/log/row'

function row(more: Partial<LogRow> = {}): LogRow {
  return {
    id: 1,
    slot: 'a',
    atMs: 0,
    monoUs: 0,
    dir: 'rx',
    kind: 'answer',
    text: '+CNUM: "","+819012345678",145',
    command: 'AT+CNUM',
    ...more,
  }
}
const explanation = { name: '+CNUM', facts: {}, words: { en: '', ja: '' }, secrets: [] } as const
const done = (one: LogRow) => ({
  row: one,
  masked: { text: 'masked' },
  counted: ['number'],
  alone: true,
})

test('a line that came before is found again, whenever and in whichever slot it comes', () => {
  const rows = new DoneRows()
  rows.keep(done(row()))
  expect(rows.of(row({ id: 9, slot: 'b', monoUs: 77 }))?.masked?.text).toBe('masked')
})

test('what was clean is remembered as clean', () => {
  const rows = new DoneRows()
  rows.keep({ row: row({ text: 'OK' }), masked: undefined, counted: [], alone: true })
  expect(rows.of(row({ text: 'OK' }))).toMatchObject({ masked: undefined, counted: [] })
})

test.each<[string, Partial<LogRow>]>([
  ['of another kind', { kind: 'unsolicited' }],
  ['that answers another command', { command: 'AT+CPBR=1' }],
  ['under another header', { header: '+CMGR: 1' }],
  ['with other octets', { hex: 'ff' }],
  ['through another channel', { channel: 2 }],
  ['with another explanation', { explanation: { ...explanation, severity: 'fine' } }],
])('the same text %s is looked at anew', (_, more) => {
  const rows = new DoneRows()
  rows.keep(done(row()))
  expect(rows.of(row(more))).toBeUndefined()
})

test('rows of the same text that differ otherwise are each found again, the latest four', () => {
  const rows = new DoneRows()
  const of = (hex: string) => rows.of(row({ hex }))?.counted
  for (const hex of ['01', '02', '03', '04']) rows.keep({ ...done(row({ hex })), counted: [hex] })
  expect(of('01')).toEqual(['01'])
  expect(of('04')).toEqual(['04'])
  rows.keep({ ...done(row({ hex: '05' })), counted: ['05'] })
  expect(of('01')).toBeUndefined()
  expect(of('02')).toEqual(['02'])
  rows.keep({ ...done(row({ hex: '05' })), counted: ['pin'] })
  expect(of('05')).toEqual(['pin'])
  expect(of('02')).toEqual(['02'])
})

test('nothing is found after it was cleared, and what it holds does not grow with the log', () => {
  const rows = new DoneRows()
  rows.keep(done(row()))
  rows.clear()
  expect(rows.of(row())).toBeUndefined()
  for (let n = 0; n < 4097; n++) rows.keep(done(row({ text: `+CSQ: ${n}` })))
  expect(rows.of(row({ text: '+CSQ: 0' }))).toBeUndefined()
  expect(rows.of(row({ text: '+CSQ: 4096' }))).toBeDefined()
})

test('the same text is that of its command, whichever row came before', () => {
  const rows = new DoneRows()
  const [number, none, other] = ['AT+CNUM', undefined, 'AT+CPBR=1'].map((command) => {
    const { command: _command, ...rest } = row()
    return command === undefined ? rest : row({ command })
  }) as [LogRow, LogRow, LogRow]
  rows.keep({ ...done(none), counted: ['none'] })
  rows.keep({ ...done(number), counted: ['number'] })
  expect(rows.of(number)?.counted).toEqual(['number'])
  expect(rows.of(none)?.counted).toEqual(['none'])
  expect(rows.of(other)).toBeUndefined()
  expect(rows.of(number)?.counted).toEqual(['number'])
})
