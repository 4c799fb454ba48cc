import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { logPieceBytes, mostLogBytes, type Client, type OpenedLog } from '@contract'
import { during, told } from './beside'
import { watchedBench } from './watched-bench'

const timeoutMs = 1_800_000

const transcript = readFileSync(
  resolve(import.meta.dirname, '../transcripts/microcat1-connect.log'),
)
const megabytes = Number(process.env['MODEM_BENCH_LOG_MB'] ?? mostLogBytes / 1024 / 1024)

let open: (() => void | Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.reverse()) await close()
  open = []
})

const log = () =>
  Buffer.alloc(
    Math.floor((megabytes * 1024 * 1024) / transcript.length) * transcript.length,
    transcript,
  )

/** Feeds a log as a window does: a piece when the one before was taken. */
async function opened(client: Client, octets: Buffer): Promise<OpenedLog> {
  const { id } = await client.call('log.open', { name: 'long.log', bytes: octets.length })
  for (let at = 0; ; at += logPieceBytes) {
    const last = at + logPieceBytes >= octets.length
    const base64 = octets.subarray(at, at + logPieceBytes).toString('base64')
    const told = await client.call('log.feed', { id, base64, last })
    if (told?.whole) return told
  }
}

test(
  'calls beside a log as long as a window opens: reading, searching, telling and exporting it',
  async () => {
    const { bench, end } = await watchedBench()
    open.push(end)
    const { client } = bench
    const other = await bench.another()
    const measured = async <T>(name: string, work: Promise<T>): Promise<T> => {
      const [done, answers, tookMs] = await during(other, work)
      told(name, answers, tookMs)
      return done
    }
    await measured('nothing', new Promise((done) => setTimeout(done, 10_000)))
    const { id, rows } = await measured('opening', opened(client, log()))
    console.log(`${megabytes} MiB, ${rows} rows`)
    const find = (text: string) =>
      client.call('log.find', { opened: id, filter: {}, goal: { text }, back: false, search: 's' })
    await measured('words that stand nowhere', find('no such words'))
    await measured('a pattern that stands nowhere', find('/(no|such)+ words/'))
    await measured(
      'a filter that nothing passes',
      client.call('log.page', { opened: id, filter: { text: 'no such row' } }),
    )
    await measured(
      'a filter of severity',
      client.call('log.page', { opened: id, filter: { minSeverity: 'failure', text: 'zzz' } }),
    )
    await measured('story', client.call('log.story', { opened: id, language: 'en', redact: true }))
    await measured(
      'masked text',
      client.call('log.export', {
        opened: id,
        slots: ['a'],
        format: 'text',
        language: 'en',
        redact: true,
      }),
    )
    await measured('replay', client.call('simulator.replay', { id }))
    expect(rows).toBeGreaterThan(0)
  },
  timeoutMs,
)
