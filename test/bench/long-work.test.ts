import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { base64 } from '@bench/base64'
import { LogBook } from '@bench/log/log-book'
import { Simulators } from '@bench/simulators/simulators'
import { knowledge } from '@catalog/decoders'
import {
  clientOf,
  dispatch,
  logPieceBytes,
  type CallName,
  type Input,
  type OpenedLog,
  type Output,
} from '@contract'
import { bytesOf, concat } from '@core/bytes'
import type { JournalEntry } from '@core/log/journal'
import { LogReader } from '@core/log/reader'
import type { Clock } from '@core/ports/clock'
import { seededChance } from '@core/ports/chance'
import { nodeClock } from '@platform/clock/node-clock'
import { benchFixture } from '../support/bench-fixture'
import { memoryJournal } from '../support/memory-journal'

const transcript = readFileSync(
  resolve(import.meta.dirname, '../transcripts/microcat1-connect.log'),
)
const logOf = (bytes: number) =>
  concat(Array.from({ length: Math.ceil(bytes / transcript.length) }, () => transcript))

type Ask = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

/** A bench whose long work is looked at; whoever waits by the clock has turns of the real loop. */
async function benchOn(clock: Clock) {
  const files = {
    log: () => Promise.reject(new Error('no file')),
    text: () => Promise.reject(new Error('no file')),
  }
  const simulators = new Simulators({ clock, chance: seededChance(1), files })
  const fixture = await benchFixture(1, {}, { clock, simulators })
  const client = clientOf({
    call: (name, input) => dispatch(fixture.bench.handlers, name, input),
    onEvent: (listener) => fixture.bench.onEvent(listener),
  })
  const ask: Ask = (name, input) => client.call(name, ...([input] as never))
  return { ask, stop: () => fixture.bench.stop() }
}

/** A clock that each look at it moves, so that it is the work done, not the computer, that makes a turn due. */
function lookedAt() {
  let us = 0
  const counted = { turns: 0 }
  const clock: Clock = {
    nowMs: () => us / 1000,
    monotonicUs: () => (us += 2_000),
    schedule: (ms, run) => {
      let off = ms > 0
      if (!off)
        void setImmediate().then(() => {
          counted.turns++
          if (!off) run()
        })
      return () => {
        off = true
      }
    },
  }
  return { clock, counted }
}

let open: Awaited<ReturnType<typeof benchOn>> | undefined
const stopped = async () => {
  await open?.stop()
  open = undefined
}
beforeEach(stopped)
afterEach(stopped)

async function opened(ask: Ask, octets: Uint8Array): Promise<OpenedLog> {
  const { id } = await ask('log.open', { name: 'long.log', bytes: octets.length })
  for (let at = 0; ; at += logPieceBytes) {
    const last = at + logPieceBytes >= octets.length
    const piece = base64([octets.subarray(at, at + logPieceBytes)])
    const log = await ask('log.feed', { id, base64: piece, last })
    if (log?.whole) return log
  }
}

/** All that goes over a whole log, by name. */
const works = (
  ask: Ask,
  { id }: OpenedLog,
): { readonly [name: string]: () => Promise<unknown> } => {
  const file = (format: 'text' | 'raw' | 'html', redact: boolean) =>
    ask('log.export', { opened: id, slots: ['a'], format, language: 'en', redact })
  return {
    page: () => ask('log.page', { opened: id, filter: { text: 'no such row' } }),
    'page of one slot': () => ask('log.page', { opened: id, filter: { slots: ['b'] } }),
    search: () =>
      ask('log.find', {
        opened: id,
        filter: {},
        goal: { text: '/(no|such)+thing/' },
        back: false,
        search: 's',
      }),
    text: () => file('text', false),
    'masked text': () => file('text', true),
    html: () => file('html', false),
    octets: () => file('raw', false),
    'masked octets': () => file('raw', true),
    story: () => ask('log.story', { opened: id, language: 'en', redact: true }),
    comparison: () => ask('log.compare', { good: id, bad: id, language: 'en', redact: true }),
    replay: () => ask('simulator.replay', { id }),
  }
}

test('all that goes over a long log lets others have their turn, every few thousand rows at the latest', async () => {
  const { clock, counted } = lookedAt()
  open = await benchOn(clock)
  const { ask } = open
  const log = await opened(ask, logOf(300_000))
  expect(log.rows).toBeGreaterThan(10_000)
  const rowsATurn: Record<string, number> = { opening: Math.ceil(log.rows / counted.turns) }
  for (const [name, work] of Object.entries(works(ask, log))) {
    counted.turns = 0
    await work()
    rowsATurn[name] = Math.ceil(log.rows / counted.turns)
  }
  for (const [name, rows] of Object.entries(rowsATurn))
    expect([name, rows <= 8_000]).toEqual([name, true])
})

test('calls are answered while a log of megabytes is opened and exported', async () => {
  open = await benchOn(nodeClock)
  const { ask } = open
  const during = async <T>(work: Promise<T>): Promise<[T, number]> => {
    let [answered, going] = [0, true]
    const asking = (async () => {
      while (going) {
        await ask('app.snapshot', undefined)
        answered++
        await setImmediate()
      }
    })()
    const done = await work.finally(() => (going = false))
    await asking
    return [done, answered]
  }
  const [log, whileOpening] = await during(opened(ask, logOf(2_000_000)))
  expect(whileOpening).toBeGreaterThan(10)
  // What takes any computer longer than a few turns; the others are counted above.
  for (const format of ['html', 'text'] as const) {
    const options = { opened: log.id, slots: ['a' as const], language: 'en' as const }
    const [, answered] = await during(ask('log.export', { ...options, format, redact: true }))
    expect(answered).toBeGreaterThan(3)
  }
})

test('of a journal longer than memory few rows are explained between two turns', async () => {
  const entries: JournalEntry[] = []
  const book = new LogBook(
    knowledge,
    () => ({ journal: memoryJournal(entries), rowAt: () => 0 }),
    1_000,
  )
  const reader = new LogReader({ slot: 'a', knowledge })
  for (let n = 0; n < 6_000; n++) {
    const entry: JournalEntry = {
      slot: 'a',
      dir: 'rx',
      atMs: n,
      monoUs: n * 1000,
      bytes: bytesOf('+CSQ: 20,99\r\n+CREG: 1\r\n+CPIN: READY\r\n'),
    }
    entries.push(entry)
    book.add(reader.push(entry))
  }
  let [made, most, turns] = [0, 0, 0]
  const goOn = async () => {
    most = Math.max(most, made)
    made = 0
    turns++
    return true
  }
  const { push } = LogReader.prototype
  LogReader.prototype.push = function (entry) {
    const rows = push.call(this, entry)
    made += rows.length
    return rows
  }
  try {
    const filter = {
      slots: ['a' as const],
      text: '',
      kinds: [],
      minSeverity: 'fine' as const,
      terms: [],
    }
    await book.find(filter, { text: 'nowhere' }, { back: false }, goOn)
    await book.page(filter, { count: 10, around: { slot: 'a', monoUs: 500_000, id: 1_500 } }, goOn)
    await book.page(filter, { count: 10, after: { slot: 'a', monoUs: 9_000, id: 30 } }, goOn)
    expect((await book.row('a', 9_000, goOn))?.id).toBe(9_000)
  } finally {
    LogReader.prototype.push = push
  }
  expect(turns).toBeGreaterThan(100)
  expect(most).toBeLessThan(1_000)
})
