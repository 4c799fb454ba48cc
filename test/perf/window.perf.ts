import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { launchApp, type RunningApp } from '../support/electron-app'
import { floodModem, lastLine } from '../support/flood-modem'
import { startMeter, startTasks, stopPolls } from '../support/window-meter'

const timeoutMs = 1_800_000
/** 23,808 lines are 0.5 MB: what a modem that talks without end says in 40 s at 115200 baud. */
const floods = [
  { lines: 23_808, slots: ['a'] },
  { lines: 23_808, slots: ['a', 'b'] },
  { lines: 2_380_800, slots: ['a'] },
  { lines: 2_380_800, slots: ['a', 'b'] },
] as const

async function processes({ app }: RunningApp) {
  const all = await app.evaluate(({ app: electron }) => electron.getAppMetrics())
  const of = (wanted: string) => {
    const found = all.find(({ type }) => type === wanted)
    return {
      mb: (found?.memory.workingSetSize ?? 0) / 1024,
      cpuS: found?.cpu.cumulativeCPUUsage ?? 0,
    }
  }
  return { main: of('Browser'), window: of('Tab') }
}

test.each(floods)(
  'stays free while $lines lines arrive in $slots',
  async ({ lines, slots }) => {
    const modem = await floodModem()
    const app = await launchApp({ size: { width: 1280, height: 800 } })
    try {
      const bench = new BenchPage(app.window)
      for (const slot of slots) await bench.open(slot, modem.path)
      await stopPolls(app.window, slots)
      const read = await startMeter(app.window)
      const before = await processes(app)
      const tasks = await startTasks(app.app)
      const began = performance.now()
      for (const slot of slots) await bench.command(slot, `AT+FLOOD=${lines}`)
      for (const slot of slots)
        await bench
          .at(`terminal-${slot}-rows`)
          .getByText(lastLine)
          .last()
          .waitFor({ timeout: timeoutMs })
      const seconds = (performance.now() - began) / 1000
      const { window, main } = await tasks()
      const { messages, rows, behind, frames, layouts, heapMb } = await read()
      const after = await processes(app)
      const perLineUs = (s: number) => ((s / (lines * slots.length)) * 1e6).toFixed(1)
      console.log(
        `${lines} lines in ${slots.join(' and ')}: ${seconds.toFixed(1)} s, ${messages} messages, ${rows} rows sent, ${behind} counted, ` +
          `${frames} frames, ${layouts} layouts. Tasks by processor time: window ${over(window)}; main ${over(main)}. ` +
          `Processor a line: window ${perLineUs(after.window.cpuS - before.window.cpuS)} µs, main ${perLineUs(after.main.cpuS - before.main.cpuS)} µs. ` +
          `Memory: window ${before.window.mb.toFixed(0)} -> ${after.window.mb.toFixed(0)} MB (heap ${heapMb}), main ${before.main.mb.toFixed(0)} -> ${after.main.mb.toFixed(0)} MB`,
      )
      expect(frames).toBeGreaterThan(0)
      expect(after.window.mb - before.window.mb).toBeLessThan(300)
    } finally {
      await app.close()
      await modem.close()
    }
  },
  timeoutMs,
)

const over = (ms: readonly number[]) =>
  `${ms.filter((one) => one > 100).length} over 100 ms, ${ms.filter((one) => one > 50).length} over 50 ms, longest ${(ms[0] ?? 0).toFixed(0)} ms`
