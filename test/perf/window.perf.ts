import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { launchApp } from '../support/electron-app'
import { floodModem, lastLine } from '../support/flood-modem'
import { readMeter, startMeter } from '../support/window-meter'

/** 23,808 lines are 0.5 MB: what a modem that talks without end says in 40 s at 115200 baud. */
const floods = [
  { lines: 23_808, slots: ['a'] },
  { lines: 23_808, slots: ['a', 'b'] },
  { lines: 200_000, slots: ['a'] },
] as const

test.each(floods)('stays free while $lines lines arrive in $slots', async ({ lines, slots }) => {
  const modem = await floodModem()
  const app = await launchApp()
  try {
    const bench = new BenchPage(app.window)
    for (const slot of slots) await bench.open(slot, modem.path)
    await startMeter(app.window)
    const began = performance.now()
    for (const slot of slots) await bench.command(slot, `AT+FLOOD=${lines}`)
    for (const slot of slots)
      await bench
        .at(`terminal-${slot}-rows`)
        .getByText(lastLine)
        .last()
        .waitFor({ timeout: 600_000 })
    const seconds = (performance.now() - began) / 1000
    const { longMs, frames, layouts, heapMb } = await readMeter(app.window)
    const metrics = await app.app.evaluate(({ app: electron }) =>
      electron.getAppMetrics().map(({ type, memory, cpu }) => ({
        type,
        residentMb: Math.round(memory.workingSetSize / 1024),
        cpuS: Math.round(cpu.cumulativeCPUUsage ?? 0),
      })),
    )
    const over = longMs.filter((ms) => ms > 100)
    console.log(
      `${lines} lines in ${slots.join(' and ')}: ${seconds.toFixed(1)} s, ${frames} frames, ${layouts} layouts, ` +
        `${longMs.length} long tasks, ${over.length} of them over 100 ms (longest ${Math.max(0, ...longMs)} ms), ` +
        `heap ${heapMb} MB; ${metrics.map((one) => `${one.type} ${one.residentMb} MB ${one.cpuS} s`).join(', ')}`,
    )
    expect(frames).toBeGreaterThan(0)
  } finally {
    await app.close()
    await modem.close()
  }
})
