import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf } from '@core/bytes'
import { annotate, annotatedFormats, writerOf, type AnnotatedFormat } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import { Timeline } from '@core/log/timeline'

const atMs = Date.UTC(2026, 10, 21, 9, 5, 12, 345)

function rowsOf(...pieces: readonly (readonly ['rx' | 'tx', string])[]): LogRow[] {
  const reader = new LogReader({ slot: 'a', knowledge })
  return pieces.flatMap(([dir, text], index) =>
    reader.push({
      slot: 'a',
      dir,
      atMs: atMs + index,
      monoUs: index * 1000,
      bytes: bytesOf(text),
    }),
  )
}

const exchange = rowsOf(
  ['tx', 'AT+CEREG?\r'],
  ['rx', 'AT+CEREG?\r\r\n+CEREG: 0,5\r\n\r\nOK\r\n'],
  ['tx', 'AT+CPIN?\r'],
  ['rx', 'AT+CPIN?\r\r\n+CME ERROR: 10\r\n'],
)

function written(format: AnnotatedFormat, rows: readonly LogRow[], language: 'en' | 'ja' = 'en') {
  const writer = writerOf(format, { language, title: 'a.log' })
  return writer.head() + rows.map((row) => writer.row(row)).join('') + writer.end()
}

describe('annotated text', () => {
  test('each line stands under what it means, and an echo that says nothing new is left out', () => {
    expect(written('text', exchange).split('\n')).toEqual([
      '# 09:05:12.345 → Asks: LTE (EPS) registration.',
      'AT+CEREG?',
      expect.stringMatching(/^# 09:05:12\.346 ← .*0,5: registered, roaming/),
      '+CEREG: 0,5',
      '# 09:05:12.346 ← The command was carried out.',
      'OK',
      '',
      '# 09:05:12.347 → Asks: SIM state.',
      'AT+CPIN?',
      expect.stringMatching(/^# 09:05:12\.348 ← /),
      '+CME ERROR: 10',
      '',
    ])
  })
  test('in Japanese', () => {
    expect(written('text', exchange, 'ja')).toContain('登録済み（ローミング中）')
  })
})

describe('CSV', () => {
  test('has time, direction, line and meaning first, and quotes what needs it', () => {
    const lines = written('csv', exchange).split('\r\n')
    expect(lines[0]).toBe('\ufefftime,direction,line,meaning,slot,kind,severity')
    expect(lines[3]).toMatch(/^2026-11-21T09:05:12\.346Z,rx,"\+CEREG: 0,5",".*",a,answer,fine$/)
  })
  test('lets no line become a formula', () => {
    const rows = rowsOf(['rx', "=cmd|' /C calc'!A0\r\n+CMD|'x'!A0\r\n@SUM(1)\r\n"])
    for (const line of written('csv', rows).split('\r\n').slice(1, -1))
      expect(line).toMatch(/,rx,"?'[=+@]/)
  })
})

test('JSON Lines have one object a line with everything a program may want', () => {
  const objects = written('jsonl', exchange)
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(objects[2]).toMatchObject({
    time: '2026-11-21T09:05:12.346Z',
    dir: 'rx',
    slot: 'a',
    kind: 'answer',
    line: '+CEREG: 0,5',
    command: 'AT+CEREG?',
    name: '+CEREG',
    facts: { n: 0, stat: 5 },
    severity: 'fine',
  })
})

test('Markdown survives bars and backticks in a line', () => {
  const text = written('markdown', rowsOf(['rx', '+X: a|b``c\r\n']))
  expect(text).toContain('``` +X: a\\|b``c ```')
})

describe('HTML', () => {
  const page = written('html', exchange)
  test('is one file that needs no network', () => {
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/(src|href)="(?!#)/)
    expect(page).not.toMatch(/@import|url\(/)
  })
  test('says in the summary what was attempted, where it stopped and why', () => {
    expect(page).toMatch(/<dt>Stopped at<\/dt><dd>SIM \(failed\)<\/dd>/)
    expect(page).toMatch(/<dt>Why<\/dt><dd>\+CME ERROR: 10 — /)
  })
  test('lets no line become markup', () => {
    const bad = written('html', rowsOf(['rx', '<script>alert(1)</script>"><img src=x>\r\n']))
    expect(bad).not.toContain('<script>alert')
    expect(bad).not.toContain('<img')
  })
})

test.each(annotatedFormats)(
  '%s is written in pieces that do not add up in memory',
  async (format) => {
    const many = function* () {
      for (let i = 0; i < 3000; i++) yield* exchange
    }
    let longest = 0
    let pieces = 0
    for await (const piece of annotate(many(), format, { language: 'en' })) {
      longest = Math.max(longest, piece.length)
      pieces++
    }
    expect(pieces).toBeGreaterThan(5)
    expect(longest).toBeLessThan(100_000)
  },
)

test('the timeline keeps its size however long the log is', () => {
  const timeline = new Timeline()
  for (let i = 0; i < 100_000; i++) timeline.add(i * 10, i % 1000 === 0 ? 'failure' : 'fine', i)
  expect(timeline.buckets.length).toBeLessThanOrEqual(240)
  const failures = timeline.buckets.map((bucket) => bucket?.counts.failure ?? 0)
  expect(failures.reduce((sum, count) => sum + count, 0)).toBe(100)
})

test('a time whose zone the log does not say is given without one, in every zone', () => {
  const log = new LogImport({ knowledge })
  const text = '[2026-11-21 09:00:01.100] AT+CSQ\r\n2026-11-21T09:00:02.000+09:00 OK\r\n'
  const rows = [...log.push(text), ...log.end()]
  const writer = writerOf('csv', { language: 'en', utcOffsetMin: 540 })
  const times = rows.map((row) => writer.row(row).split(',')[0])
  expect(times).toEqual(['2026-11-21T09:00:01.100', '2026-11-21T09:00:02.000+09:00'])
})

test.each(annotatedFormats)('what another program said is in %s beside what it means', (format) => {
  const said =
    'May 13 16:54:08 pi ModemManager[9]: verbose call end reason (6,33): [3gpp] unsubscribed'
  const log = new LogImport({ knowledge })
  const rows = [...log.push(`${said}\n`), ...log.end()]
  const writer = writerOf(format, { language: 'en' })
  const text = writer.head() + rows.map((row) => writer.row(row)).join('') + writer.end()
  expect(text).toContain('call end reason (6,33)')
  expect(text).toContain('the APN is unknown, or not in the subscription')
})
