import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { writerOf } from '@core/export/annotate'
import { byHand } from '@core/log/import/by-hand'
import { LogImport } from '@core/log/import/log-import'
import { shownText } from '@core/log/formats/shown'
import { timeOfDay } from '@core/log/formats/time'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'

const shapes = fileURLToPath(new URL('./shapes/', import.meta.url))
const read = (name: string) => readFileSync(`${shapes}${name}`, 'utf8')

function rowsOf(text: string, size = text.length): LogRow[] {
  const log = new LogImport({ knowledge })
  const rows: LogRow[] = []
  for (let at = 0; at < text.length; at += size) rows.push(...log.push(text.slice(at, at + size)))
  return [...rows, ...log.end()]
}

function explained(rows: readonly LogRow[]): string {
  const redactor = new Redactor({ knowledge })
  const writer = writerOf('text', { language: 'en' })
  return writer.head() + rows.map((row) => writer.row(redactor.row(row))).join('') + writer.end()
}

// UPDATE_GOLDEN=1 writes them anew; then read them line by line.
describe('a log from the wild is read and explained as it was reviewed', () => {
  const names = readdirSync(shapes).filter((name) => /^\d+\.txt$/.test(name))
  test.each(names)('%s', (name) => {
    const golden = name.replace('.txt', '.explained')
    const text = explained(rowsOf(read(name)))
    if (process.env['UPDATE_GOLDEN']) writeFileSync(`${shapes}${golden}`, text)
    expect(text).toBe(read(golden))
    expect(explained(rowsOf(read(name), 7))).toBe(text)
  })
})

// Each as a tool of that name writes it; the rows were reviewed, and say who said what to which command.
describe('a log is read whatever tool, page or service it came through', () => {
  const names = readdirSync(`${shapes}wild`).filter((name) => name.endsWith('.txt'))
  test.each(names)('%s', (name) => {
    const golden = `wild/${name.replace('.txt', '.rows')}`
    const log = read(`wild/${name}`)
    const text = told(rowsOf(log))
    if (process.env['UPDATE_GOLDEN']) writeFileSync(`${shapes}${golden}`, text)
    expect(text).toBe(read(golden))
    expect(told(rowsOf(log, 7))).toBe(text)
  })
})

function told(rows: readonly LogRow[]): string {
  const lines = rows
    .filter(({ kind, text }) => kind !== 'text' || text.trim() !== '')
    .map((row) => {
      const { kind, text, command, late } = row
      const of = command === undefined ? '' : ` < ${shownText({ ...row, text: command })}`
      return `${timeOfDay(row) ?? '-'} ${kind} ${shownText({ ...row, text })}${of}${late ? ' late' : ''}`
    })
  return `${lines.join('\n')}\n`
}

const exchange = (rows: readonly LogRow[]) =>
  rows.filter(({ dir }) => dir !== 'note').map(({ kind, text }) => `${kind} ${text}`)
const asked = ['command AT+CSQ', 'answer +CSQ: 20,99', 'final OK']

test.each([
  ['a level and a tag', 'D/modem: >> AT+CSQ\nD/modem: << +CSQ: 20,99\nD/modem: << OK\n'],
  ['arrows the other way round', '10.5 <= AT+CSQ\n10.6 => +CSQ: 20,99\n10.7 => OK\n'],
  ['numbered lines', '001 {AT+CSQ}\n002 {+CSQ: 20,99}\n003 {OK}\n'],
  [
    'columns',
    '1;12:00:01.5;write;"AT+CSQ"\n2;12:00:01.6;read;"+CSQ: 20,99"\n3;12:00:01.7;read;"OK"\n',
  ],
  ['octets of Python', "port.write: [b'AT+CSQ']\nport.read: [b'+CSQ: 20,99', b'OK']\n"],
  ['a quoted mail', '> > AT+CSQ\n> > +CSQ: 20,99\n> > OK\n'],
])('a prefix nobody described is learned: %s', (_name, text) => {
  expect(exchange(rowsOf(text))).toEqual(asked)
})

test('words that say at, or a program that says OK, are no exchange', () => {
  const diary = 'INFO: at home\nINFO: started at noon\nINFO: disk: OK\nDear diary,\n'
  expect(exchange(rowsOf(diary))).toEqual([])
})

test('directions marked by hand are followed, with * for anything', () => {
  const log = new LogImport({ knowledge, format: byHand({ sent: 'out(*) ', received: 'in(*) ' }) })
  const text = 'out(7) AT+CSQ\nnothing\nin(12) +CSQ: 20,99\nin(2) "OK\\r\\n"\n'
  const rows = [...log.push(text), ...log.end()]
  expect(exchange(rows)).toEqual(asked)
  // The number in brackets is no time.
  expect(rows.map(({ timed }) => timed)).toEqual(rows.map(() => 'none'))
})
