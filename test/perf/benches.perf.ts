import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { ConnectTarget } from '@core/connect/connect-state'
import { median } from '../support/ratio'
import { type ServedBench, servedBench } from '../support/served-bench'

const count = Number(process.env['MODEM_BENCH_BENCHES'] ?? 40)
const lastsMs = Number(process.env['MODEM_BENCH_SECONDS'] ?? 600) * 1000
/** A start takes seconds of the processor: more at once wait for each other until their patience ends. */
const atOnce = 3
/** As resources/monitoring/prometheus.yml has it. */
const scrapeEveryMs = 15_000
/** Linux tells times of a process in hundredths of a second (USER_HZ). */
const ticksPerS = 100

const target: ConnectTarget = {
  ...{ apn: 'soracom.io', user: 'sora', password: 'sora', auth: 'chap', pdpType: 'IP', cid: 1 },
  ...{ direct: false, pingHost: 'pong.soracom.io', httpUrl: '' },
}

const benches: ServedBench[] = []
let folder = ''
afterEach(async () => {
  await Promise.all(benches.splice(0).map(({ host }) => host.stop('SIGTERM')))
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const of = ({ host }: ServedBench, file: string) =>
  readFileSync(`/proc/${host.child.pid}/${file}`, 'utf8')
/** Seconds of the processor since its start (proc(5): the 14th and 15th field; the name in brackets may have spaces). */
function cpuSeconds(bench: ServedBench): number {
  const fields = of(bench, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerS
}
/** Its own pages, and its part of those that it shares (proc(5): smaps_rollup); and all that is in memory. */
function mib(bench: ServedBench, name: 'Pss' | 'Rss'): number {
  const line = of(bench, 'smaps_rollup')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`))
  return Number.parseInt(line?.slice(name.length + 1) ?? '', 10) / 1024
}

async function scraped({
  url,
}: ServedBench): Promise<{ readonly ms: number; readonly text: string }> {
  const began = performance.now()
  const authorization = `Bearer ${url.searchParams.get('token') ?? ''}`
  const answer = await fetch(new URL('/metrics', url), { headers: { authorization } })
  return { text: await answer.text(), ms: performance.now() - began }
}

/** Time runs on for the simulated network on a computer that is late: what came too late is begun again. */
async function connected(bench: ServedBench): Promise<void> {
  for (let left = 4; left >= 0; left--) {
    const result = await bench.connect('a', 'sim:sim7672', target)
    if (result === 'connected') return
    again++
    if (left === 0) expect(result).toBe('connected')
    await bench.client.call('port.close', { slot: 'a' })
  }
}
let again = 0

const words = (values: readonly number[], digits: number, unit: string) =>
  `${median([...values]).toFixed(digits)} ${unit} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`

test.skipIf(process.platform !== 'linux')(
  `${count} benches, each with a connected modem, scraped every ${scrapeEveryMs / 1000} s: processor and memory of each`,
  { timeout: lastsMs + count * 30_000 },
  async () => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-benches-'))
    const starting = performance.now()
    const start = async (first: number) => {
      for (let at = first; at < count; at += atOnce) {
        const bench = await servedBench(join(folder, String(at)))
        benches.push(bench)
        await connected(bench)
        // A simulated network, too, hangs up on a link over which nothing passes.
        await bench.client.call('net.keepAlive', { slot: 'a', on: true })
        bench.leave()
      }
    }
    await Promise.all(Array.from({ length: atOnce }, (_, first) => start(first)))
    const startedMs = performance.now() - starting
    const before = benches.map(cpuSeconds)
    const began = performance.now()
    const scrapes: number[] = []
    let lost = 0
    for (let round = 1; round * scrapeEveryMs <= lastsMs; round++) {
      await sleep(began + round * scrapeEveryMs - performance.now())
      for (const bench of benches) {
        const { ms, text } = await scraped(bench)
        scrapes.push(ms)
        if (!/^modem_bench_connected\{slot="a"\} 1$/m.test(text)) lost++
      }
    }
    const seconds = (performance.now() - began) / 1000
    const percent = benches.map(
      (bench, at) => ((cpuSeconds(bench) - (before[at] ?? 0)) / seconds) * 100,
    )
    const sum = percent.reduce((all, one) => all + one, 0)
    const pss = benches.map((bench) => mib(bench, 'Pss'))
    console.log(
      [
        `${count} benches for ${seconds.toFixed(0)} s, load ${loadavg()
          .map((one) => one.toFixed(1))
          .join(' ')}:`,
        `started and connected, ${atOnce} at a time, in ${(startedMs / 1000).toFixed(0)} s, ${again} connections begun again`,
        `processor of each: ${words(percent, 2, '% of a core')}; of all ${sum.toFixed(0)} %`,
        `memory of each: ${words(pss, 0, 'MiB of its own (PSS)')}, ${words(
          benches.map((bench) => mib(bench, 'Rss')),
          0,
          'MiB resident',
        )}; of all ${(pss.reduce((all, one) => all + one, 0) / 1024).toFixed(1)} GiB`,
        `a scrape: ${words(scrapes, 0, 'ms')}; ${lost} of ${scrapes.length} without a connection`,
      ].join('\n  '),
    )
    expect(lost).toBe(0)
    expect(scrapes).toHaveLength(count * Math.floor(lastsMs / scrapeEveryMs))
  },
)
