import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { writerOf } from '@core/export/annotate'
import { shownText } from '@core/log/formats/shown'
import { timeOfDay } from '@core/log/formats/time'
import { LogImport } from '@core/log/import/log-import'
import type { LogRow } from '@core/log/row'
import { samples } from './samples'

function imported(log: string, size = log.length): { rows: LogRow[]; log: LogImport } {
  const reading = new LogImport({ knowledge })
  const rows: LogRow[] = []
  for (let at = 0; at < log.length; at += size) rows.push(...reading.push(log.slice(at, at + size)))
  rows.push(...reading.end())
  return { rows, log: reading }
}

function short(row: LogRow): string {
  const marks = { tx: '>', rx: '<', note: '|' } as const
  const mark = row.kind === 'echo' ? '=' : marks[row.dir]
  const time = timeOfDay(row)
  return `${time === undefined ? '' : `${time} `}${mark} ${shownText(row)}`
}
const shorts = (rows: readonly LogRow[]) => rows.map(short).filter((row) => row !== '| ')

describe('a log is recognised by itself and read as an exchange', () => {
  test.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_name, sample) => {
    const { rows, log } = imported(sample.log)
    expect(log.format?.id).toBe(sample.format)
    expect(shorts(rows)).toEqual(sample.rows)
  })
  test.each(samples.map((sample) => [sample.name, sample] as const))(
    '%s, in whatever pieces it is read',
    (_name, sample) => {
      for (const size of [1, 7, 64])
        expect(shorts(imported(sample.log, size).rows)).toEqual(sample.rows)
    },
  )
})

test('answers keep their command across the lines of another program', () => {
  const rows = imported('AT+CSQ\n(pressed the button)\n+CSQ: 20,99\nOK\n').rows
  expect(rows.find((row) => row.text === '+CSQ: 20,99')?.command).toBe('AT+CSQ')
})

test('what this program wrote is read again with the same meaning', () => {
  const first = imported(samples[0]?.log ?? '').rows
  const writer = writerOf('text', { language: 'en' })
  const text = first.map((row) => writer.row(row)).join('')
  const again = imported(text)
  expect(again.log.format?.id).toBe('annotated')
  const second = writerOf('text', { language: 'en' })
  expect(again.rows.map((row) => second.row(row)).join('')).toBe(text)
})

const sessionLog = [
  '[2026-11-21 09:00:01.100] AT+CSQ',
  '[2026-11-21 09:00:01.120] +CSQ: 20,99',
  '[2026-11-21 09:00:01.130] OK',
  '[2026-11-21 09:00:02.000] AT+CGDCONT=1,"IP","a|b`c<d>"',
  '[2026-11-21 09:00:02.010] OK',
  '[2026-11-21 09:00:03.000] ATD*99#',
  '[2026-11-21 09:00:03.400] CONNECT 115200',
].join('\n')

test.each(['text', 'markdown', 'html', 'csv', 'jsonl'] as const)(
  'the %s export of this program is read again, octet by octet, with times and slots',
  (format) => {
    const frame = { dir: 'tx', kind: 'ppp', text: 'LCP ConfReq id=1 pfc acfc' } as const
    const place = { id: 99, slot: 'b', atMs: Date.UTC(2026, 10, 21, 9, 0, 4), monoUs: 0 } as const
    const rows: LogRow[] = [...imported(sessionLog).rows, { ...frame, ...place }]
    const writer = writerOf(format, { language: 'en', slots: true })
    const file =
      writer.head() + rows.map((row) => writer.row({ ...row, slot: 'b' })).join('') + writer.end()
    const again = imported(file)
    const exchange = again.rows.filter(({ dir }) => dir !== 'note')
    expect(exchange.map(({ slot, dir, kind, text }) => [slot, dir, kind, text])).toEqual([
      ['b', 'tx', 'command', 'AT+CSQ'],
      ['b', 'rx', 'answer', '+CSQ: 20,99'],
      ['b', 'rx', 'final', 'OK'],
      ['b', 'tx', 'command', 'AT+CGDCONT=1,"IP","a|b`c<d>"'],
      ['b', 'rx', 'final', 'OK'],
      ['b', 'tx', 'command', 'ATD*99#'],
      ['b', 'rx', 'final', 'CONNECT 115200'],
      ['b', 'tx', 'ppp', 'LCP ConfReq id=1 pfc acfc'],
    ])
    const day = 86_400_000
    expect(exchange.map(({ atMs }) => (atMs % day) - 9 * 3_600_000)).toEqual([
      1100, 1120, 1130, 2000, 2010, 3000, 3400, 4000,
    ])
  },
)

test('a line without end is handed on in pieces that fit into memory', () => {
  const reading = new LogImport({ knowledge })
  const piece = 'x'.repeat(1 << 16)
  let longest = 0
  let total = 0
  for (let i = 0; i < 200; i++)
    for (const row of reading.push(piece)) {
      longest = Math.max(longest, row.text.length)
      total += row.text.length
    }
  for (const row of reading.end()) total += row.text.length
  expect(longest).toBeLessThanOrEqual(16_384)
  expect(total).toBe(200 << 16)
  expect(reading.exchanges).toBe(0)
})

test('frames in a capture are read after CONNECT', () => {
  const frame = '~\xff\x03\xc0!\t\x05\x00\x08T\xfdJe\x14\xc5~'
  const { rows } = imported(
    `ATD*99#\r\r\nCONNECT 115200\r\n${frame}${frame}\r\nNO CARRIER\r\nAT\r\r\nOK\r\n`,
  )
  expect(shorts(rows)).toEqual([
    '> ATD*99#',
    '< CONNECT 115200',
    '< LCP EchoReq id=5',
    '< LCP EchoReq id=5',
    '< NO CARRIER',
    '> AT',
    '< OK',
  ])
})
