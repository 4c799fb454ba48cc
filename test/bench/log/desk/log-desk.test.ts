import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { base64 } from '@bench/base64'
import type { Environment } from '@bench/environment'
import { CallFailed } from '@contract'
import { bytesOf } from '@core/bytes'
import { benchFixture } from '../../../support/bench-fixture'
import { deskThreads } from '../../../support/desk-thread'
import { ManualClock } from '../../../support/manual-clock'

const transcript = readFileSync(
  resolve(import.meta.dirname, '../../../transcripts/microcat1-connect.log'),
)
const imei = '350000000000014'
const masked = {
  slots: ['a' as const],
  format: 'text' as const,
  language: 'en' as const,
  redact: true,
}

let end: (() => Promise<void>) | undefined
afterEach(async () => {
  await end?.()
  end = undefined
})

/** A bench whose opened logs are read in a thread. */
async function benchWithThread(readJournal?: Environment['readJournal']) {
  const clock = new ManualClock()
  const threads = deskThreads(clock, readJournal)
  const fixture = await benchFixture(1, {}, { startDesk: threads.start })
  end = fixture.end
  const open = async (text: string | Uint8Array, name = 'some.log') => {
    const octets = typeof text === 'string' ? bytesOf(text) : text
    const { id } = await fixture.ask('log.open', { name, bytes: octets.length })
    const feeding = fixture.ask('log.feed', { id, base64: base64([octets]), last: true })
    // The thread has a clock of its own.
    const log = await clock.until(feeding, 600_000)
    if (!log) throw new Error('not read')
    return log
  }
  return { ...fixture, threads, open }
}

const errorOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => (error instanceof CallFailed ? error.error : undefined),
  )

test('a log is read, searched, told, exported and replayed in the thread as it is without one', async () => {
  const bench = await benchWithThread()
  const without = await benchFixture()
  const { id } = await bench.open(transcript)
  const opening = await without.ask('log.open', { name: 'some.log', bytes: transcript.length })
  await without.ask('log.feed', { ...opening, base64: base64([transcript]), last: true })
  const both = [
    { fixture: bench, opened: id },
    { fixture: without, opened: opening.id },
  ]
  const answers = []
  for (const { fixture, opened } of both) {
    const { ask } = fixture
    answers.push({
      page: await ask('log.page', { opened, filter: { text: 'stat=2' }, search: 's' }),
      found: await ask('log.find', { opened, filter: {}, goal: { text: 'CONNECT' }, search: 's' }),
      count: await ask('log.count', { opened, filter: { minSeverity: 'warning' }, search: 's' }),
      text: await ask('log.export', { opened, ...masked }),
      raw: await ask('log.export', { opened, ...masked, format: 'raw' }),
      told: await ask('log.story', { opened, language: 'ja', redact: true }),
      set: await ask('log.compare', { good: opened, bad: opened, language: 'en', redact: true }),
      replay: await ask('simulator.replay', { id: opened }),
    })
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.page.rows.length).toBeGreaterThan(0)
  expect(answers[0]?.text.text).toContain('AT+')
  await bench.ask('port.open', { slot: 'a', path: answers[0]?.replay.path ?? '' })
  const replayed = await bench.ask('at.send', { slot: 'a', text: 'AT' })
  expect(replayed.final).toBe('OK')
  await without.end()
})

test('a value has one name in the live log and in an opened one, and is known in the other', async () => {
  const { ask, open, threads } = await benchWithThread()
  await ask('log.note', { slot: 'a', text: `IMEI: ${imei}, password="9QX-told-live"` })
  const live = await ask('log.export', { ...masked })
  const { id } = await open(
    `AT+CGSN\r\n350000000000022\r\n\r\nOK\r\nAT+CGSN\r\n${imei}\r\n\r\nOK\r\nsaid "9QX-told-live"\r\n`,
  )
  const opened = await ask('log.export', { ...masked, opened: id })
  expect(threads.started).toBe(1)
  expect(live.text).toContain('IMEI: IMEI-1')
  expect(opened.text).toMatch(/IMEI-2[^]*IMEI-1/)
  expect(opened.text).not.toContain('9QX-told-live')
  // What only the opened log says is known in the live one from then on.
  await ask('log.note', { slot: 'a', text: 'it answered 350000000000022' })
  const again = await ask('log.export', { ...masked })
  expect(again.text).toContain('it answered IMEI-2')
})

test('the live log is compared with an opened one', async () => {
  const { ask, open } = await benchWithThread()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('at.send', { slot: 'a', text: 'AT+CPIN?' })
  const { id } = await open('AT+CPIN?\r\n+CME ERROR: 10\r\nAT+CSQ\r\n+CSQ: 20,99\r\n\r\nOK\r\n')
  const told = await ask('log.compare', { bad: id, language: 'en', redact: true })
  expect(JSON.stringify(told.sections)).toContain('AT+CPIN')
  // What failed only in the good one says nothing.
  const other = await ask('log.compare', { good: id, language: 'en', redact: true })
  expect(other.said).toContain('No difference')
})

test('what a thread refuses is refused in both languages', async () => {
  const { ask } = await benchWithThread()
  const { id } = await ask('log.open', { name: 'a.log', bytes: 3 })
  const feeding = ask('log.feed', { id, base64: base64([bytesOf('longer')]), last: true })
  const error = await errorOf(feeding)
  expect(error?.code).toBe('bad-input')
  expect(error?.said?.en).toContain('6 octets came where 3 were announced')
  expect(error?.said?.ja).toContain('予定の 3 オクテット')
})

test('a thread that needs too much memory is told as that, and the next log is opened in another', async () => {
  const { ask, open, threads, client } = await benchWithThread()
  const { id } = await open(transcript)
  const asked = errorOf(client.call('log.story', { opened: id, language: 'en', redact: false }))
  threads.dies({ kind: 'memory', mib: 2048 })
  const error = await asked
  expect(error?.code).toBe('log-thread')
  expect(error?.said).toEqual({
    en: 'It needed more than 2048 MiB.',
    ja: '必要なメモリーが 2048 MiB を超えました。',
  })
  // Its logs went with it.
  const gone = await errorOf(ask('log.page', { opened: id, filter: {} }))
  expect(gone?.said?.en).toContain('no longer open')
  const again = await open(transcript)
  expect(again.id).not.toBe(id)
  expect(threads.started).toBe(2)
  expect(threads.alive).toBe(1)
})

test('a thread that ends by a defect is told with what it said, and reported', async () => {
  const { open, threads, client, reports } = await benchWithThread()
  const { id } = await open(transcript)
  const asked = errorOf(client.call('simulator.replay', { id }))
  threads.dies({ kind: 'error', error: new Error('a bad thing') })
  expect((await asked)?.detail).toBe('a bad thing')
  expect(reports.map(({ where }) => where)).toContain('thread of opened logs')
})

test('a search in an opened log ends when it is stopped, and by a new one in the live log', async () => {
  const { ask, client, clock } = await benchWithThread()
  const { id } = await ask('log.open', { name: 'a.log', bytes: 10_000_000 })
  // What a file is is told by its first 64 KiB.
  const piece = base64(
    Array.from({ length: Math.ceil(100_000 / transcript.length) }, () => transcript),
  )
  await ask('log.feed', { id, base64: piece, last: false })
  // The file is not there to its end: the search waits for what does not come.
  const search = {
    opened: id,
    filter: {},
    goal: { text: 'nowhere' },
    back: false,
    search: 'one',
  } as const
  const first = client.call('log.find', search)
  await ask('log.stop', { search: 'one' })
  await ask('log.feed', { id, base64: piece, last: false })
  expect((await clock.until(first)).stopped).toBe(true)
  const second = client.call('log.find', search)
  await ask('log.find', { filter: {}, goal: { text: 'x' }, search: 'one' })
  await ask('log.feed', { id, base64: piece, last: false })
  expect((await clock.until(second)).stopped).toBe(true)
})

test('the thread ends a while after the last log was closed, and with the bench', async () => {
  const { ask, open, threads, clock, bench } = await benchWithThread()
  const [one, other] = [await open('AT\r\nOK\r\n'), await open('AT\r\nOK\r\n')]
  await ask('log.drop', { id: one.id })
  await clock.advance(120_000)
  expect(threads.alive).toBe(1)
  await ask('log.drop', { id: other.id })
  await clock.advance(59_000)
  expect(threads.alive).toBe(1)
  await clock.advance(2_000)
  expect(threads.alive).toBe(0)
  const { id } = await open('AT\r\nOK\r\n')
  expect(threads.alive).toBe(1)
  const waiting = errorOf(bench.logs.stories({ opened: id, language: 'en', redact: false }))
  await bench.logs.end()
  await waiting
  expect(threads.alive).toBe(0)
  await expect(bench.logs.open({ name: 'late.log', bytes: 1 })).rejects.toThrow()
})

test('the journals that the report of a soak run shows are read in the thread, masked by the same names', async () => {
  const entryAt = (atMs: number, dir: 'rx' | 'tx', text: string) => ({
    slot: 'a' as const,
    dir,
    atMs,
    monoUs: atMs * 1000,
    bytes: bytesOf(text),
  })
  const { ask, bench, threads, clock } = await benchWithThread(async function* (file) {
    if (file === 'gone.journal') throw new Error('no such file')
    yield entryAt(1000, 'tx', 'AT+CGSN\r')
    yield entryAt(1010, 'rx', `\r\n350000000000022\r\n\r\n${imei}\r\n\r\nOK\r\n`)
  })
  await ask('log.note', { slot: 'a', text: `IMEI: ${imei}` })
  await ask('log.export', masked)
  const asked = bench.logs.runLog({
    title: 'a night',
    language: 'en',
    instants: [
      ['night.journal', [1_010_000]],
      ['gone.journal', []],
    ],
  })
  const log = await clock.until(asked)
  expect(threads.started).toBe(1)
  expect(log.text).toMatch(/IMEI-2[^]*IMEI-1/)
  expect(log.text).not.toContain(imei)
  expect(log.text).toContain('no such file')
  expect(log.anchors.get('1010000 night.journal')).toMatch(/^r\d+$/)
  expect(log.masked['imei']).toBeGreaterThan(0)
  // Nothing is open: the thread is needed no more.
  await clock.advance(61_000)
  expect(threads.alive).toBe(0)
})
