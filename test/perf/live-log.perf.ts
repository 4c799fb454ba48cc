import { performance } from 'node:perf_hooks'
import { afterEach, expect, test } from 'vitest'
import { ptyPair } from '../support/pty-pair'
import { during, told } from './beside'
import { talker } from './talker'
import { watchedBench } from './watched-bench'

const bytesPerS = 92_000
const timeoutMs = 1_800_000
/** How much a port said before its log is looked at; it goes on meanwhile. */
const megabytes = Number(process.env['MODEM_BENCH_LOG_MB'] ?? 8)

let open: (() => void | Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.reverse()) await close()
  open = []
})

test(
  'calls beside the live log of a port that talks without a pause: searching, telling and exporting it',
  async () => {
    const { bench, end } = await watchedBench()
    open.push(end)
    const { client } = bench
    const other = await bench.another()
    const pair = await ptyPair()
    open.push(() => pair.remove())
    const talk = talker(pair, 'reports', bytesPerS)
    open.push(talk.stop)
    await client.call('port.open', { slot: 'a', path: pair.near })
    const began = performance.now()
    while (talk.said() < megabytes * 1e6) await new Promise((done) => setTimeout(done, 100))
    console.log(
      `${(talk.said() / 1e6).toFixed(1)} MB in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    )
    const measured = async (name: string, work: Promise<unknown>) => {
      const [, answers, tookMs] = await during(other, work)
      told(name, answers, tookMs)
    }
    const find = (text: string) =>
      client.call('log.find', { filter: {}, goal: { text }, back: false, search: 's' })
    const how = { slots: ['a' as const], format: 'text' as const, language: 'en' as const }
    await measured('nothing', new Promise((done) => setTimeout(done, 10_000)))
    await measured('words that stand nowhere', find('no such words'))
    await measured('the same once more', find('no such words at all'))
    await measured('counting', client.call('log.count', { filter: { text: '17' }, search: 's' }))
    await measured('a filter', client.call('log.page', { filter: { text: 'no such row' } }))
    await measured('story', client.call('log.story', { language: 'en', redact: true }))
    await measured('comparison', client.call('log.compare', { language: 'en', redact: true }))
    await measured('masked text', client.call('log.export', { ...how, redact: true }))
    expect(talk.said()).toBeGreaterThan(megabytes * 1e6)
  },
  timeoutMs,
)
