import { expect, test } from 'vitest'
import type { AnyEvent, SignalEvent, SignalSample } from '@contract'
import { BenchPage } from '../support/bench-page'
import { launchApp, type RunningApp } from '../support/electron-app'
import { startTasks } from '../support/window-meter'

const timeoutMs = 600_000
const hours = 12
const everyMs = 10_000
const markEveryMs = 120_000

const wave = (at: number, size: number) => Math.round(Math.sin(at / 90) * size + (at % 7))

function samplesUntil(nowMs: number): SignalSample[] {
  const count = (hours * 3_600_000) / everyMs
  return Array.from({ length: count }, (_, at) => {
    const atMs = nowMs - (count - at) * everyMs
    return (['a', 'b'] as const).map((slot) => ({
      slot,
      atMs,
      monoUs: at * everyMs * 1000,
      rsrpDbm: -95 + wave(at, 12),
      rsrqDb: -11 + wave(at, 3),
      sinrDb: 6 + wave(at, 8),
      rssiDbm: -70 + wave(at, 10),
      csq: 18 + wave(at, 5),
      latencyMs: 90 + wave(at, 60),
      lossPercent: Math.max(0, wave(at, 4)),
      temperatureC: 35 + wave(at, 9),
      voltageV: 3.8 + wave(at, 10) / 100,
    }))
  }).flat()
}

function marksUntil(nowMs: number): SignalEvent[] {
  const count = (hours * 3_600_000) / markEveryMs
  return Array.from({ length: count }, (_, at) => ({
    slot: at % 2 === 0 ? 'a' : 'b',
    atMs: nowMs - (count - at) * markEveryMs,
    monoUs: at * markEveryMs * 1000,
    kind: 'cell',
    severity: 'notice',
    words: { en: `cell ${at}`, ja: `セル ${at}` },
  }))
}

/** As the main process tells them, at most 400 samples at a time. */
async function tell({ app }: RunningApp, events: readonly AnyEvent[]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, text) => {
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.send('bench-events', text)
  }, JSON.stringify(events))
}

test(
  'twelve hours of samples in the charts of two slots are zoomed and moved',
  async () => {
    const app = await launchApp({ size: { width: 1280, height: 800 } })
    try {
      const bench = new BenchPage(app.window)
      const nowMs = Date.now()
      const samples = samplesUntil(nowMs)
      for (let at = 0; at < samples.length; at += 400)
        await tell(app, [{ name: 'signal', value: samples.slice(at, at + 400) }])
      await tell(app, [{ name: 'marks', value: { events: marksUntil(nowMs), cells: [] } }])
      await bench.show('signal')
      const charts = await app.window.locator('[data-testid^=chart-] canvas').count()
      const canvas = bench.at('chart-rsrpDbm').locator('canvas')
      const box = await canvas.boundingBox()
      if (!box) throw new Error('no chart')
      const { mouse, keyboard } = app.window
      const drawn = () =>
        app.window.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        )
      const told = async (what: string, act: () => Promise<void>) => {
        const tasks = await startTasks(app.app)
        await act()
        const { window } = await tasks()
        const over = window.filter((ms) => ms > 50).length
        console.log(
          `${what}, ${charts} charts: longest tasks ${window.slice(0, 3).map(Math.round).join(', ')} ms of the processor, ${over} over 50 ms`,
        )
        expect(window.length).toBeGreaterThan(0)
      }
      await bench.at('signal-charts').focus()
      await told('zoomed out to all by keys', async () => {
        for (let at = 0; at < 8; at++) {
          await keyboard.press('-')
          await drawn()
        }
      })
      await mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      await told('zoomed by the wheel', async () => {
        for (let at = 0; at < 24; at++) {
          await mouse.wheel(0, at < 12 ? -200 : 200)
          await drawn()
        }
      })
      await told('moved by dragging', async () => {
        await mouse.down()
        for (let at = 0; at < 24; at++) {
          await mouse.move(box.x + box.width / 2 + (at < 12 ? at : 24 - at) * 12, box.y + 20)
          await drawn()
        }
        await mouse.up()
      })
      await told('read under the cursor', async () => {
        for (let at = 0; at < 24; at++) {
          await mouse.move(box.x + 100 + at * 20, box.y + 20)
          await drawn()
        }
      })
    } finally {
      await app.close()
    }
  },
  timeoutMs,
)
