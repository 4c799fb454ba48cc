import { expect, test } from 'vitest'
import { mostLooked } from '@bench/slot/attention'
import { HeardFacts } from '@bench/slot/heard-facts'
import { Outbox } from '@bench/window/outbox'
import { SignalMarkers } from '@bench/signal/signal-marks'
import { knowledge } from '@catalog/decoders'
import type { AnyEvent } from '@contract'
import type { Token } from '@core/at/engine'
import type { Knowledge } from '@core/at/knowledge'
import { commonUnsolicited } from '@core/at/unsolicited'
import { bytesOf } from '@core/bytes'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import type { KnownFact } from '@core/modem/known-fact'
import { ManualClock } from '../support/manual-clock'

/** What is said in a flood: each line another one. */
const line = (n: number) => `+CREG: 1,"1A2B","0${100_000 + n}",7`

/** The catalogue, counting how many lines it is asked to explain. */
function counting() {
  const asked = { lines: 0 }
  const counted: Knowledge = {
    ...knowledge,
    line: (text, context) => {
      asked.lines++
      return knowledge.line(text, context)
    },
  }
  return { asked, counted }
}

function rowsOf(count: number, counted: Knowledge): LogRow[] {
  const reader = new LogReader({ slot: 'a', knowledge: counted, lazily: true })
  return Array.from({ length: count }, (_, n) => ({
    slot: 'a' as const,
    dir: 'rx' as const,
    atMs: n / 10,
    monoUs: n * 100,
    bytes: bytesOf(`\r\n${line(n)}\r\n`),
  })).flatMap((entry) => reader.push(entry))
}

test('a row of the live log is explained when somebody looks at it, once', () => {
  const { asked, counted } = counting()
  const rows = rowsOf(10_000, counted)
  expect(rows).toHaveLength(10_000)
  expect(asked.lines).toBe(0)
  const shown = rows.slice(-100)
  expect(shown.map(({ explanation }) => explanation?.facts['stat'])).toEqual(Array(100).fill(1))
  for (const { explanation } of shown) expect(explanation?.words.en).toBeTruthy()
  expect(asked.lines).toBe(100)
})

test('a lazy row is the same as one that was explained at once, however it is handed on', () => {
  const eager = new LogReader({ slot: 'a', knowledge })
  const lazy = new LogReader({ slot: 'a', knowledge, lazily: true })
  const said = [
    ['tx', 'AT+CREG?\r'],
    ['rx', 'AT+CREG?\r\r\n+CREG: 0,3\r\n\r\nOK\r\n'],
    ['rx', '\r\n+CREG: 2\r\nwhat nobody knows\r\n+CMT: ,20\r\n07911326040000F0\r\n'],
  ] as const
  said.forEach(([dir, text], at) => {
    const entry = { slot: 'a', dir, atMs: at, monoUs: at, bytes: bytesOf(text) } as const
    const rows = lazy.push(entry)
    const wanted = eager.push(entry)
    expect(JSON.parse(JSON.stringify(rows))).toEqual(JSON.parse(JSON.stringify(wanted)))
    expect(structuredClone(rows)).toEqual(wanted)
  })
})

test('all lazy rows of a kind share one getter: one of its own each makes a table of every row, many times as large', () => {
  const getters = rowsOf(100, knowledge).map(
    (row) => Object.getOwnPropertyDescriptor(row, 'explanation')?.get,
  )
  expect(getters[0]).toBeTypeOf('function')
  expect(new Set(getters).size).toBe(1)
})

test('of what a modem says without a pause the facts are read a bounded number of times, and the last is known', async () => {
  const { asked, counted } = counting()
  const clock = new ManualClock()
  const told: KnownFact[] = []
  const heard = new HeardFacts({
    clock,
    knowledge: counted,
    known: () => [],
    onFacts: (fresh) => told.push(...fresh),
  })
  const [row] = commonUnsolicited
  if (!row) throw new Error('no row')
  const token = (text: string): Token => ({
    kind: 'unsolicited',
    row,
    text,
    raw: bytesOf(text),
    atUs: clock.monotonicUs(),
  })
  const count = 40_000
  for (let n = 0; n < count; n++) {
    heard.hear(token(line(n)))
    if (n % 4_000 === 3_999) await clock.advance(1_000)
  }
  heard.hear(token('+CREG: 3'))
  heard.take()
  expect(told.at(-1)).toMatchObject({ key: 'registration', number: 3 })
  // Each second its share, and the last lines of each tenth of it.
  expect(asked.lines).toBeLessThanOrEqual(11 * (mostLooked + 10))
  expect(asked.lines).toBeGreaterThanOrEqual(10 * mostLooked)
})

test('marks look at a bounded number of lines, and at every result of a command', () => {
  let looked = 0
  const clock = new ManualClock()
  const marks = new SignalMarkers({ clock, onMarks: () => undefined, onSample: () => undefined })
  const row = (id: number, kind: LogRow['kind']): LogRow => ({
    id,
    slot: 'a',
    atMs: id,
    monoUs: id,
    dir: 'rx',
    kind,
    text: `line ${id}`,
    get explanation() {
      looked++
      return undefined
    },
  })
  for (let id = 0; id < 10_000; id++)
    marks.hear({ slot: 'a', kind: 'row', row: row(id, 'unknown') })
  // The first of a kind is looked at beyond that.
  expect(looked).toBe(mostLooked + 1)
  for (let id = 0; id < 50; id++) marks.hear({ slot: 'a', kind: 'row', row: row(id, 'final') })
  expect(looked).toBe(mostLooked + 1 + 50)
})

test('a fault that a flood carries along is marked, wherever in it it stands', () => {
  const marks: string[] = []
  const markers = new SignalMarkers({
    clock: new ManualClock(),
    onMarks: ({ events }) => marks.push(...events.map(({ words }) => words.en)),
    onSample: () => undefined,
  })
  const flood = rowsOf(4 * mostLooked, knowledge)
  const reader = new LogReader({ slot: 'a', knowledge, lazily: true })
  const [fault] = reader.push({
    slot: 'a',
    dir: 'rx',
    atMs: 0,
    monoUs: flood.at(-1)?.monoUs ?? 0,
    bytes: bytesOf('\r\n+CPIN: NOT INSERTED\r\n'),
  })
  if (!fault) throw new Error('no row')
  for (const row of [...flood, fault]) markers.hear({ slot: 'a', kind: 'row', row })
  expect(marks.length).toBe(1)
})

test('while rows pour in, the answer to a call goes before them', async () => {
  const clock = new ManualClock()
  const box = new Outbox(clock)
  const sent: string[] = []
  box.on((events: readonly AnyEvent[]) => sent.push(...events.map(({ name }) => name)))
  const rows = rowsOf(3_000, knowledge)
  box.rows(rows.slice(0, 2_000))
  await clock.advance(20)
  expect(sent).toEqual(['rows'])
  box.rows(rows.slice(2_000))
  box.patch('a', 1, { mode: 'command' })
  // As a call does when it is done, before its answer.
  box.flush()
  sent.push('answer')
  await clock.advance(300)
  expect(sent).toEqual(['rows', 'patch', 'answer', 'rows'])
})
