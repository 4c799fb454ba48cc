import { mkdtemp, rm } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { launchApp, type RunningApp } from '../support/electron-app'
import { startTasks } from '../support/window-meter'

const timeoutMs = 900_000
const exchanges = 250_000
const idleMs = 30_000

const since = (began: number) => `${Math.round(performance.now() - began)} ms`
const longest = (ms: readonly number[]) =>
  `longest task ${Math.round(ms[0] ?? 0)} ms, ${ms.filter((one) => one > 50).length} over 50 ms`

/** A million rows with full dates (39 MB): each exchange is a command, its answer, its result and a report. */
async function longLog(path: string): Promise<void> {
  const file = createWriteStream(path)
  for (let at = 0; at < exchanges; at++) {
    const time = new Date(Date.UTC(2026, 2, 4) + at * 250)
      .toISOString()
      .slice(0, 23)
      .replace('T', ' ')
    const level = at === exchanges - 10 ? '+CSQ: 7,77' : `+CSQ: ${at % 32},99`
    const lines = [`TX: AT+CSQ`, `RX: ${level}`, `RX: OK`, `RX: +CREG: 1,"00A1","0${at % 9}"`]
    const written = file.write(lines.map((line) => `${time} ${line}\n`).join(''))
    if (!written) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
}

/** Processor time of the main process and of the window, s. */
async function usedBy({
  app,
}: RunningApp): Promise<{ readonly main: number; readonly window: number }> {
  const all = await app.evaluate(({ app: electron }) => electron.getAppMetrics())
  const of = (wanted: string) =>
    all
      .filter(({ type }) => type === wanted)
      .reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? 0), 0)
  return { main: of('Browser'), window: of('Tab') }
}

async function used(app: RunningApp): Promise<number> {
  const { main, window } = await usedBy(app)
  return main + window
}

test(
  'a log of a million rows is opened, walked and filtered',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'modem-bench-perf-'))
    const path = join(folder, 'long.log')
    await longLog(path)
    const app = await launchApp({ size: { width: 1280, height: 800 } })
    try {
      const bench = new BenchPage(app.window)
      await bench.show('log')
      const seen = (text: string) =>
        bench.at('log-rows').getByText(text).first().waitFor({ timeout: timeoutMs })
      // The first row that only all rows have.
      const first = '+CSQ: 0,99'
      let tasks = await startTasks(app.app)
      const told = async (what: string) => {
        const { window, main } = await tasks()
        console.log(`${what}: window ${longest(window)}; main ${longest(main)}`)
        expect(window.length).toBeGreaterThan(0)
        tasks = await startTasks(app.app)
      }
      let began = performance.now()
      const [before] = [await used(app)]
      await bench.at('log-file').setInputFiles(path)
      await seen(first)
      console.log(`opened to its first rows: ${since(began)}`)
      await bench.at('opened-about').getByText('1,000,000 rows').waitFor({ timeout: timeoutMs })
      await bench.at('log-story').locator('h2').waitFor({ timeout: timeoutMs })
      const spent = ((await used(app)) - before).toFixed(1)
      console.log(`read and told to its end: ${since(began)}, ${spent} s of the processor`)
      await told('reading')
      began = performance.now()
      await bench.at('log-search').fill('+CSQ: 7,77')
      await seen('+CSQ: 7,77')
      console.log(`first hit of a filter whose only row is at the end: ${since(began)}`)
      began = performance.now()
      await bench.at('log-search').fill('')
      await seen(first)
      console.log(`all rows again: ${since(began)}`)
      await bench.at('log-matches').click()
      await bench.at('log-search').fill('+CSQ: 7,77')
      began = performance.now()
      await bench.at('log-next-match').click()
      await seen('+CSQ: 7,77')
      console.log(`a jump from the first row to the only match at the end: ${since(began)}`)
      await told('searching')
    } finally {
      await app.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
  timeoutMs,
)

test(
  'idle with two slots connected',
  async () => {
    const app = await launchApp({ size: { width: 1280, height: 800 } })
    try {
      const bench = new BenchPage(app.window)
      await bench.open('a', 'sim:sim7672?speed=fast')
      await bench.open('b', 'sim:sim7600?speed=fast')
      for (const slot of ['a', 'b'] as const) {
        await bench.connect(slot, 'soracom')
        await bench.at('verdict-ip').waitFor()
      }
      await bench.show('bench')
      await sleep(5000)
      const before = await usedBy(app)
      await sleep(idleMs)
      const after = await usedBy(app)
      const share = (part: 'main' | 'window') =>
        `${part} ${((100_000 * (after[part] - before[part])) / idleMs).toFixed(1)} %`
      console.log(`idle, two slots connected, of a core: ${share('main')}, ${share('window')}`)
      expect(after.main).toBeGreaterThan(before.main)
    } finally {
      await app.close()
    }
  },
  timeoutMs,
)
