import type { Page } from 'playwright-core'

/** What a window did since it was measured first. */
export interface WindowWork {
  /** Stretches in which the window could answer nothing, each longer than 50 ms. */
  readonly longMs: readonly number[]
  /** Frames in which it could draw. */
  readonly frames: number
  /** How often the whole page was laid out. */
  readonly layouts: number
  readonly heapMb: number
}

interface Meter {
  longMs: number[]
  frames: number
}
declare global {
  interface Window {
    windowMeter?: Meter
  }
}

/** Begins to count, from nothing. */
export async function startMeter(page: Page): Promise<void> {
  await page.evaluate(() => {
    const known = window.windowMeter
    if (known) {
      known.longMs = []
      known.frames = 0
      return
    }
    const meter: Meter = { longMs: [], frames: 0 }
    window.windowMeter = meter
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) meter.longMs.push(duration)
    }).observe({ type: 'longtask' })
    const frame = () => {
      meter.frames++
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

export async function readMeter(page: Page): Promise<WindowWork> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  const layouts = metrics.find(({ name }) => name === 'LayoutCount')?.value ?? 0
  const rest = await page.evaluate(() => {
    const { longMs, frames } = window.windowMeter ?? { longMs: [], frames: 0 }
    const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } }
    return {
      longMs: longMs.map(Math.round),
      frames,
      heapMb: Math.round((memory?.usedJSHeapSize ?? 0) / 1e6),
    }
  })
  return { ...rest, layouts }
}
