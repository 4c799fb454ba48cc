import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { compare } from '@core/compare/difference'
import { LogSteps } from '@core/compare/log-steps'
import { LogImport } from '@core/log/import/log-import'
import type { LogRow } from '@core/log/row'
import { StoryReader } from '@core/story/story-reader'

const lines = 1_000_000
const mostMb = 24

/** What differs from line to line on a bench, and every way to fail now and then. */
const hour = (n: number) =>
  [
    `AT+CSQ\n+CSQ: ${n % 32},99\n\nOK`,
    `AT+CEREG?\n+CEREG: 2,${n % 3 === 0 ? 2 : 1},"1A2B","${(0x1a2d000 + n).toString(16)}",7\n\nOK`,
    `AT+NETOPEN\nOK\n\n+NETOPEN: ${n % 7}`,
    `AT+CIPOPEN=0,"TCP","h${n}.example",80\nOK\n\n+CIPOPEN: 0,${n % 5}`,
    `+CMTI: "SM",${n}`,
    `ATD*99#\nNO CARRIER`,
    ...(n % 50 === 0 ? ['RDY', '+CPIN: READY'] : []),
  ].join('\n')

function rowsOf(): LogRow[] {
  const log = new LogImport({ knowledge })
  const text = Array.from({ length: 100 }, (_, n) => hour(n)).join('\n')
  return [...log.push(`${text}\n`), ...log.end()]
}

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

function heapMb(): number {
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed / 1_048_576
}

/** The same hours again and again, each row of its own number and time. */
function replay(rows: readonly LogRow[], count: number, take: (row: LogRow) => void): void {
  for (let id = 0; id < count; id++) {
    const row = rows[id % rows.length]
    if (row) take({ ...row, id, atMs: id * 10, monoUs: id * 10_000 })
  }
}

test('the story of a million rows is told in one pass, and holds no more than that of fifty thousand', () => {
  const rows = rowsOf()
  const reader = new StoryReader()
  replay(rows, lines / 20, (row) => reader.take(row))
  const before = heapMb()
  replay(rows, lines, (row) => reader.take(row))
  expect(heapMb() - before).toBeLessThan(mostMb)
  const [story] = reader.stories
  expect(story?.attempts.length).toBeLessThanOrEqual(50)
  expect(story?.moreAttempts).toBeGreaterThan(10_000)
})

test('two logs of a million rows are compared in one pass each, and hold no more than those of fifty thousand', () => {
  const rows = rowsOf()
  const [good, bad] = [new LogSteps(), new LogSteps()]
  const both = (row: LogRow) => {
    good.take(row, row)
    bad.take(row, row)
  }
  // As many steps as are kept at most are taken before.
  replay(rows, lines / 5, both)
  const before = heapMb()
  replay(rows, lines / 2, both)
  expect(heapMb() - before).toBeLessThan(mostMb)
  expect(compare(good.end(), bad.end()).first).toBeUndefined()
})
