import { bodyFacts, looseFacts, messagesOf, storedFacts } from '@catalog/decoders/shared/messages'
import { Row } from '@core/at/row'
import { expect, test } from 'vitest'

const pdu = '07911826080005F0'
const header = (fields: string) => new Row(`+CMGL: ${fields}`, 7)
const marked = (row: Row) =>
  row.secrets.map(({ kind, start, end }) => `${kind} ${row.line.slice(start, end)}`)

test('lines belong to the header above them; those before the first are loose', () => {
  const rows = [new Row('loose'), header('1,1,,8'), new Row('a'), new Row('b'), header('2,1,,8')]
  const { messages, loose } = messagesOf(rows)
  expect(messages.map((one) => [one.header.line, one.body.map(({ line }) => line)])).toEqual([
    ['+CMGL: 1,1,,8', ['a', 'b']],
    ['+CMGL: 2,1,,8', []],
  ])
  expect(loose.map(({ line }) => line)).toEqual(['loose'])
})

test.each<['pdu' | 'text', string[], object]>([
  ['pdu', [], {}],
  ['pdu', [` ${pdu} `, 'x'], { pdu }],
  ['text', [' one ', 'two'], { text: 'one\ntwo' }],
])('the %s of %j', (name, lines, facts) => {
  const rows = lines.map((line) => new Row(line))
  expect(bodyFacts(rows, name)).toEqual(facts)
  expect(rows.flatMap(marked)).toEqual(lines.map((line) => `number ${line.trim()}`))
})

test.each([
  [pdu, { pdu }],
  [` ${pdu.toLowerCase()} `, { pdu: pdu.toLowerCase() }],
  ['07911826080005', { pdu: '07911826080005' }],
  ['0791182608000', {}],
  ['x7911826080005F0', {}],
  ['07911826080005Fx', {}],
])('%j alone', (line, facts) => {
  const row = new Row(line)
  expect(looseFacts([row])).toEqual(facts)
  expect(marked(row)).toEqual('pdu' in facts ? [`number ${line.trim()}`] : [])
})

test('nothing alone is nothing', () => {
  expect(looseFacts([])).toEqual({})
})

test.each<[string, string[], object, string[], string[]]>([
  ['1,1,"A",24', [pdu], { stat: 1, alpha: 'A', length: 24, pdu }, [], []],
  ['1,1,,24', [], { stat: 1, alpha: null, length: 24 }, [], []],
  ['1,1,24', [pdu], { stat: 1, alpha: null, length: 24, pdu }, [], []],
  ['1,12,24', [], { stat: 12, alpha: null, length: 24 }, [], []],
  ['1,1', [], { stat: 1, alpha: null }, [], []],
  ['1,1,,x', [], { stat: 1, alpha: null, length: null }, [], ['length is "x", not a whole number']],
  [`1,1,,8 ${pdu}`, [], { stat: 1, alpha: null, length: 8, pdu }, [`number ${pdu}`], []],
  [
    `1,1,,9 ${pdu}`,
    [],
    { stat: 1, alpha: null, length: 9, pdu },
    [`number ${pdu}`],
    ['expected a whole PDU'],
  ],
  [
    '1,"REC READ","+815","A","25/01/01"',
    ['hi', 'you'],
    { stat: 'REC READ', number: '+815', alpha: 'A', timestamp: '25/01/01', text: 'hi\nyou' },
    ['number +815'],
    [],
  ],
  ['1,123,"+815"', [], { stat: '123', number: '+815' }, ['number +815'], []],
  ['1,,,24', [], { stat: null, alpha: null, length: 24 }, [], []],
])('%s', (fields, lines, facts, marks, problems) => {
  const row = header(fields)
  const body = lines.map((line) => new Row(line))
  const read = storedFacts(row, body, 1)
  expect(Object.fromEntries(Object.entries(read).filter(([, one]) => one !== undefined))).toEqual(
    facts,
  )
  expect(marked(row)).toEqual(marks)
  expect(row.problems.map((problem) => problem.replace(/^".*": /, ''))).toEqual(problems)
})
