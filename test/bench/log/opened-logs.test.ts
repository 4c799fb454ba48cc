import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { base64, octetsOf } from '@bench/base64'
import {
  logPieceBytes,
  mostLogBytes,
  type ExportFormat,
  type LogRow,
  type OpenedLog,
} from '@contract'
import { bytesOf, concat, latin1 } from '@core/bytes'
import { encodeEntry, journalHeader } from '@core/log/journal'
import { benchFixture } from '../../support/bench-fixture'

type Fixture = Awaited<ReturnType<typeof benchFixture>>
let bench: Fixture | undefined
afterEach(async () => {
  await bench?.end()
  bench = undefined
})

const seed = readFileSync(resolve(import.meta.dirname, '../../transcripts/microcat1-connect.log'))
const noFilter = {}

async function opened(octets: Uint8Array, name = 'some.log'): Promise<OpenedLog> {
  bench ??= await benchFixture()
  const { ask } = bench
  const { id } = await ask('log.open', { name, bytes: octets.length })
  for (let at = 0; ; at += logPieceBytes) {
    const last = at + logPieceBytes >= octets.length
    const piece = octets.subarray(at, at + logPieceBytes)
    const log = await ask('log.feed', { id, base64: base64([piece]), last })
    if (log?.whole) return log
  }
}

test('a log that another program wrote is explained line by line', async () => {
  const log = await opened(seed)
  expect(log.format.en).toContain('MicroPython')
  const page = await bench?.ask('log.page', { opened: log.id, filter: { text: 'stat=2' } })
  expect(page?.rows[0]?.explanation?.words.en).toContain('searching')
})

test('its pages go back to its first row, without a gap or a repeat', async () => {
  const log = await opened(seed)
  const ids: number[] = []
  for (let before: LogRow | undefined; ;) {
    const page = await bench?.ask('log.page', {
      opened: log.id,
      filter: noFilter,
      count: 40,
      ...(before && { before }),
    })
    ids.unshift(...(page?.rows ?? []).map((row) => row.id))
    if (!page?.more) break
    before = page.rows[0]
  }
  expect(ids).toEqual(Array.from({ length: log.rows }, (_, index) => index))
})

describe('a log that is still being read', () => {
  const lines = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => [
      `2026-03-04 05:06:07.${String((from + at) % 1000).padStart(3, '0')} TX: AT+CSQ`,
      `2026-03-04 05:06:08.000 RX: +CSQ: ${(from + at) % 32},99`,
      '2026-03-04 05:06:08.001 RX: OK',
    ])
      .flat()
      .map((line) => `${line}\n`)
      .join('')
  const [begins, ends] = [
    lines(0, 1_000),
    `${lines(1_000, 2_000)}2026-03-04 05:06:09.000 RX: RING\n`,
  ]
  const bytes = begins.length + ends.length
  const search = 'growing'

  async function begun() {
    bench = await benchFixture()
    const { ask, client, clock } = bench
    const till = <T>(answer: Promise<T>) => clock.until(answer)
    const { id } = await ask('log.open', { name: 'long.log', bytes })
    const feed = (text: string, last: boolean) =>
      ask('log.feed', { id, base64: base64([bytesOf(text)]), last })
    return {
      ask,
      waits: client.call,
      till,
      id,
      first: await feed(begins, false),
      rest: () => feed(ends, true),
    }
  }

  test('shows its first rows, and says that they are not all', async () => {
    const { ask, id, first, rest } = await begun()
    expect(first).toMatchObject({ id, whole: false })
    expect(first?.rows).toBeGreaterThan(2_000)
    const asked = { opened: id, after: { monoUs: 0, id: -1 }, count: 5_000 }
    const page = await ask('log.page', { ...asked, filter: {} })
    expect(page.rows[0]?.text).toBe('AT+CSQ')
    expect(page.readTo).toBe(page.rows.at(-1)?.id ?? 0)
    const none = await ask('log.page', { ...asked, filter: { text: 'RING' } })
    expect(none).toMatchObject({ rows: [], later: false, readTo: page.readTo })
    expect(await rest()).toMatchObject({ whole: true, rows: 6_001 })
    const after = { monoUs: 0, id: none.readTo ?? -1 }
    const later = await ask('log.page', { opened: id, after, filter: { text: 'RING' } })
    expect(later.rows.map(({ text }) => text)).toEqual(['RING'])
    expect(later.readTo).toBeUndefined()
  })

  test('tells what can be known only of all of it when it has ended', async () => {
    const { waits, till, id, rest } = await begun()
    const asked = { opened: id, filter: {} }
    const found = waits('log.find', { ...asked, goal: { text: 'RING' }, back: false, search })
    const last = waits('log.find', { ...asked, goal: {}, back: true, search: 'last' })
    const count = waits('log.count', { ...asked, filter: { kinds: ['command'] }, search: 'count' })
    const story = waits('log.story', { opened: id, language: 'en', redact: false })
    await rest()
    expect((await till(found)).row?.text).toBe('RING')
    expect((await till(last)).row?.text).toBe('RING')
    expect(await till(count)).toMatchObject({ count: 2_000, stopped: false })
    expect(await till(story)).toHaveLength(1)
  })

  test('is closed in the middle: whoever waits for its end is told, and no more is taken', async () => {
    const { ask, waits, till, id, rest } = await begun()
    const count = waits('log.count', { opened: id, filter: {}, search })
    const story = waits('log.story', { opened: id, language: 'en', redact: false })
    const told = expect(story).rejects.toThrow('no longer open')
    await ask('log.drop', { id })
    await told
    expect(await till(count)).toMatchObject({ stopped: true })
    await expect(rest()).rejects.toThrow('No file is being opened')
  })
})

test('a filter finds the same rows of a long file on every way through it', async () => {
  const texts = Array.from({ length: 5_000 }, (_, at) =>
    at % 1_700 === 600 || at === 4_999 ? '+CSQ: 7,77' : `+CSQ: ${at % 32},99`,
  )
  const octets = bytesOf(texts.map((text) => `[2026-03-04 05:06:07.123] ${text}\n`).join(''))
  const { id: file, rows } = await opened(octets)
  expect(rows).toBe(5_000)
  const asked = { opened: file, filter: { text: '7,77' } }
  const hits = [600, 2_300, 4_000, 4_999]
  const at = (id: number) => ({ monoUs: 0, id })
  const page = async (where: object) => {
    const {
      rows: found,
      more,
      later,
    } = (await bench?.ask('log.page', { ...asked, ...where })) ?? {}
    return { ids: found?.map(({ id }) => id), more, later }
  }
  expect(await page({})).toEqual({ ids: hits, more: false, later: false })
  expect(await page({ after: at(-1), count: 3 })).toMatchObject({
    ids: hits.slice(0, 3),
    later: true,
  })
  expect(await page({ after: at(2_300) })).toMatchObject({ ids: hits.slice(2), later: false })
  expect(await page({ before: at(4_999), count: 2 })).toMatchObject({
    ids: hits.slice(1, 3),
    more: true,
  })
  expect(await page({ before: at(2_300) })).toMatchObject({ ids: hits.slice(0, 1), more: false })
  expect(await page({ around: at(2_300), count: 2 })).toMatchObject({
    ids: [600, 2_300],
    more: false,
    later: true,
  })
  const find = async (from: number | undefined, back: boolean) => {
    const place = from === undefined ? {} : { from: at(from) }
    const goal = { ...asked, goal: {}, back, search: 's', ...place }
    const found = await bench?.ask('log.find', goal)
    return [found?.row?.id, found?.again]
  }
  expect(await find(undefined, false)).toEqual([600, false])
  expect(await find(600, false)).toEqual([2_300, false])
  expect(await find(4_999, false)).toEqual([600, true])
  expect(await find(undefined, true)).toEqual([4_999, false])
  expect(await find(4_000, true)).toEqual([2_300, false])
  expect(await find(600, true)).toEqual([4_999, true])
  const count = await bench?.ask('log.count', { ...asked, of: at(4_000), search: 'c' })
  expect(count).toMatchObject({ count: 4, at: 3 })
})

test('a journal of our own opens too, both slots in one list', async () => {
  const entry = (slot: 'a' | 'b', text: string, at: number) =>
    encodeEntry({
      slot,
      dir: 'rx',
      atMs: at,
      monoUs: at * 1000,
      bytes: Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    })
  const log = await opened(
    concat([journalHeader, entry('a', '+CEREG: 3\r\n', 1), entry('b', 'RING\r\n', 2)]),
  )
  expect(log).toMatchObject({ rows: 2, failures: 1 })
})

test('a file without a modem in it is shown line by line, and how to mark its directions', async () => {
  const text = 'Dear diary,\nout> hello\nin> IMEI 350000000000008\n'
  const log = await opened(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
  expect(log).toMatchObject({ rows: 3, warnings: 0, failures: 0 })
  expect(log.notices[0]?.en).toContain('--sent')
  expect(log.notices[0]?.ja).toContain('--sent')
  const { id } = log
  const request = { slots: ['a' as const], language: 'en' as const, format: 'text' as const }
  const file = await bench?.ask('log.export', { ...request, redact: true, opened: id })
  expect(file?.text).toContain('IMEI IMEI-1')
})

test('two lines that somebody marks tell how the rest is read', async () => {
  const text = 'Dear diary,\nTXAT+CSQ\nRX+CSQ: 20,99\nRXOK\nTXAT+CPIN?\nRX+CPIN: SIM PIN\nRXOK\n'
  const log = await opened(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
  expect(log.notices[0]?.en).toContain('Mark a line')
  const { id } = log
  const ask = bench?.ask
  await expect(ask?.('log.learn', { id, sent: 1, received: 99 })).rejects.toThrow('Nothing can be')
  const learned = await ask?.('log.learn', { id, sent: 1, received: 2 })
  expect(learned).toMatchObject({ name: 'some.log', rows: 7, notices: [], modems: ['a'] })
  const page = await ask?.('log.page', { opened: learned?.id, filter: { text: 'SIM PIN' } })
  expect(page?.rows[0]?.explanation?.words.en).toContain('wants its PIN')
  await expect(ask?.('log.page', { opened: id, filter: noFilter })).rejects.toThrow(
    'no longer open',
  )
})

test.each([
  ['nothing in it', '', 'log-empty'],
  ['binary data', '\u007fELF\u0000\u0001\u0002\u0000\u0000\u0000', 'log-binary'],
])('a file with %s is refused in words', async (_, text, code) => {
  const octets = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const error = await opened(octets).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ error: { code } })
})

test('a file that is too large is refused before it travels, with another way', async () => {
  bench = await benchFixture()
  const asked = bench.ask('log.open', { name: 'big.log', bytes: mostLogBytes + 1 })
  await expect(asked).rejects.toThrow(/up to 64 MiB.*modem-bench explain/)
})

test('octets that do not add up are refused', async () => {
  bench = await benchFixture()
  const { id } = await bench.ask('log.open', { name: 'x', bytes: 10 })
  const fed = bench.ask('log.feed', { id, base64: 'QVQN', last: true })
  await expect(fed).rejects.toThrow('3 octets came where 10 were announced')
})

describe('an opened log is exported', () => {
  const request = { slots: ['a' as const], language: 'en' as const, redact: true }
  const exported = async (octets: Uint8Array, format: ExportFormat, redact = true) => {
    const { id } = await opened(octets, 'field.log')
    return bench?.ask('log.export', { ...request, format, redact, opened: id })
  }

  test.each(['text', 'markdown', 'html', 'csv', 'jsonl'] as const)(
    'as %s, under its own name, with the names the live log got',
    async (format) => {
      const file = await exported(seed, format)
      expect(file?.name).toMatch(/^field-explained\.(txt|md|html|csv|jsonl)$/)
      expect(file?.text).toContain('PASSWORD-1')
      expect(file?.masked).toMatchObject({ password: 4 })
      expect((await exported(seed, format))?.text).toBe(file?.text)
    },
  )

  test('as the octets that passed, without the times and words of its program', async () => {
    const log = '[2026-11-21 09:00:00.000] AT+CGSN\r\n490154203237518\r\n\r\nOK\r\n'
    const octets = Uint8Array.from(log, (letter) => letter.charCodeAt(0))
    const plain = await exported(octets, 'raw', false)
    expect(latin1(octetsOf(plain?.base64 ?? ''))).toContain('490154203237518\r\n')
    expect(latin1(octetsOf(plain?.base64 ?? ''))).not.toContain('2026')
    const masked = await exported(octets, 'raw')
    expect(latin1(octetsOf(masked?.base64 ?? ''))).toContain('x'.repeat(15))
  })

  test('and not when it was closed', async () => {
    bench = await benchFixture()
    const asked = bench.ask('log.export', { ...request, format: 'text', opened: 'log-9' })
    await expect(asked).rejects.toThrow('no longer open')
  })
})

test('base64 gives back what it took', () => {
  for (const length of [0, 1, 2, 3, 255]) {
    const octets = Uint8Array.from({ length }, (_, index) => (index * 7) & 0xff)
    expect(octetsOf(base64([octets]))).toEqual(octets)
  }
})

test('comments and bookmarks are kept in the journal, and found again', async () => {
  bench = await benchFixture()
  const { ask } = bench
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('at.send', { slot: 'a', text: 'ATI' })
  await ask('log.note', { slot: 'a', text: 'antenna turned' })
  const page = await ask('log.page', { filter: { slots: ['a'], text: 'ATI' } })
  const rowId = page.rows[0]?.id ?? -1
  await ask('log.bookmark', { slot: 'a', rowId, on: true })
  await ask('log.bookmark', { slot: 'a', rowId, on: false })
  const marks = await ask('log.marks', undefined)
  expect(marks.map(({ mark, about, text }) => [mark, about, text])).toEqual([
    ['comment', undefined, 'antenna turned'],
    ['bookmark', rowId, 'ATI'],
    ['unmarked', rowId, 'ATI'],
  ])
  const exported = await ask('log.export', {
    slots: ['a'],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(exported.text).toMatch(/# .* · antenna turned/)
})
