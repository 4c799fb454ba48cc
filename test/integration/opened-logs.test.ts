import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { CallFailed, logPieceBytes, type Client, type OpenedLog } from '@contract'
import { servedBench } from '../support/served-bench'

const transcript = readFileSync(
  resolve(import.meta.dirname, '../transcripts/microcat1-connect.log'),
)
const smallThreads = pathToFileURL(
  resolve(import.meta.dirname, '../support/small-threads.mjs'),
).href

let over: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of over.toReversed()) await end()
  over = []
})

async function served(watched: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-opened-'))
  over.push(async () => rmSync(folder, { recursive: true, force: true }))
  const bench = await servedBench(folder, [], watched)
  over.push(() => bench.host.stop())
  return bench.client
}

async function opened(client: Client, octets: Buffer): Promise<OpenedLog> {
  const { id } = await client.call('log.open', { name: 'some.log', bytes: octets.length })
  for (let at = 0; ; at += logPieceBytes) {
    const last = at + logPieceBytes >= octets.length
    const base64 = octets.subarray(at, at + logPieceBytes).toString('base64')
    const told = await client.call('log.feed', { id, base64, last })
    if (told?.whole) return told
  }
}

test('logs too long for the memory of their thread close, and ports, calls and the next log go on', async () => {
  const client = await served({
    NODE_OPTIONS: `--import=${smallThreads}`,
    MODEM_BENCH_THREAD_MIB: '64',
  })
  await client.call('port.open', { slot: 'a', path: 'sim:sim7672' })
  const long = Buffer.alloc(12 * 1024 * 1024, transcript)
  const error = await opened(client, long).then(
    () => undefined,
    (failed: unknown) => (failed instanceof CallFailed ? failed.error : undefined),
  )
  expect(error?.code).toBe('log-thread')
  expect(error?.said?.en).toContain('It needed more than')
  expect(error?.said?.ja).toContain('メモリー')
  const { lines } = await client.call('at.send', { slot: 'a', text: 'AT+CGSN' })
  expect(lines.join()).toMatch(/\d{15}/)
  const log = await opened(client, transcript)
  const found = await client.call('log.find', {
    opened: log.id,
    filter: {},
    goal: { text: 'CONNECT' },
    search: 's',
  })
  expect(found.row?.text.toUpperCase()).toContain('CONNECT')
})

test('what is masked in an opened log has the name that it has in the live one', async () => {
  const client = await served()
  await client.call('log.note', { slot: 'a', text: 'IMEI: 350000000000014' })
  const how = {
    slots: ['a' as const],
    format: 'text' as const,
    language: 'en' as const,
    redact: true,
  }
  const live = await client.call('log.export', how)
  const lines = 'AT+CGSN\r\n350000000000022\r\n\r\nOK\r\nAT+CGSN\r\n350000000000014\r\n\r\nOK\r\n'
  const { id } = await opened(client, Buffer.from(lines))
  const file = await client.call('log.export', { ...how, opened: id })
  expect(live.text).toContain('IMEI: IMEI-1')
  expect(file.text).toMatch(/IMEI-2[^]*IMEI-1/)
})

test('the live log of a running program is read from its journal, in the thread: searched, told, compared and exported', async () => {
  const client = await served()
  await client.call('port.open', { slot: 'a', path: 'sim:sim7672' })
  const { lines } = await client.call('at.send', { slot: 'a', text: 'AT+CGSN' })
  const imei = /\d{15}/.exec(lines.join())?.[0] ?? 'none'
  const all = { filter: {}, back: false, search: 's' }
  const found = await client.call('log.find', { ...all, goal: { text: imei } })
  const row = { slot: 'a' as const, id: found.row?.id ?? -1, monoUs: found.row?.monoUs ?? 0 }
  const page = await client.call('log.page', { filter: {}, around: row, count: 9 })
  expect(page.rows.find(({ id }) => id === row.id)?.text).toBe(found.row?.text)
  const count = async () =>
    (await client.call('log.count', { filter: { text: '/^AT.CGSN$/' }, search: 'c' })).count
  const before = await count()
  await client.call('at.send', { slot: 'a', text: 'AT+CGSN' })
  expect(await count()).toBeGreaterThan(before)
  const how = { slots: ['a' as const], format: 'text' as const, language: 'en' as const }
  const plain = await client.call('log.export', { ...how, redact: false })
  expect(plain.text).toContain(imei)
  const masked = await client.call('log.export', { ...how, redact: true })
  expect(masked.text).not.toContain(imei)
  expect(masked.masked['imei']).toBeGreaterThan(0)
  const { id } = await opened(client, transcript)
  const set = await client.call('log.compare', { good: id, language: 'en', redact: true })
  expect(set.said).not.toBe('')
  const [story] = await client.call('log.story', { language: 'en', redact: true })
  expect(story?.slot).toBe('a')
})
