import { readFile, rm } from 'node:fs/promises'
import type { ElectronApplication, Page } from 'playwright-core'
import type { Bridge } from '../../src-renderer/api/bridge'

/** What a window did since it was measured first. */
export interface WindowWork {
  /** Messages of the bench that reached the page. */
  readonly messages: number
  /** Rows in them, and rows that were only counted. */
  readonly rows: number
  readonly behind: number
  /** Frames in which it could draw. */
  readonly frames: number
  /** How often the page was laid out. */
  readonly layouts: number
  readonly heapMb: number
}

interface Counts {
  messages: number
  rows: number
  behind: number
  frames: number
}
declare global {
  interface Window {
    windowMeter?: Counts
    readonly modemBench?: Bridge
  }
}

/** Begins to count; what it returns reads what was counted. */
export async function startMeter(page: Page): Promise<() => Promise<WindowWork>> {
  const session = await page.context().newCDPSession(page)
  // Its counters run only from here on, and only as long as this session does.
  await session.send('Performance.enable')
  const metric = async (wanted: string) => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === wanted)?.value ?? 0
  }
  const layoutsBefore = await metric('LayoutCount')
  await page.evaluate(() => {
    const counts = { messages: 0, rows: 0, behind: 0, frames: 0 }
    window.windowMeter = counts
    window.modemBench?.onEvents((events) => {
      counts.messages++
      for (const event of JSON.parse(events))
        if (event.name === 'rows') {
          counts.rows += event.value.rows.length
          counts.behind += event.value.behind.a + event.value.behind.b
        }
    })
    const frame = () => {
      counts.frames++
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  return async () => {
    const layouts = (await metric('LayoutCount')) - layoutsBefore
    const heapMb = Math.round((await metric('JSHeapUsedSize')) / 1e6)
    const none = { messages: 0, rows: 0, behind: 0, frames: 0 }
    const counts = await page.evaluate((empty) => window.windowMeter ?? empty, none)
    return { ...counts, layouts, heapMb }
  }
}

/** The stretches in which a thread could answer nothing, longest first, in ms of processor: so load does not lengthen them. */
export interface TaskTimes {
  readonly window: readonly number[]
  readonly main: readonly number[]
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Processor time, µs. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Begins to note every task of the window and of the main process; what it returns ends that. */
export async function startTasks(app: ElectronApplication): Promise<() => Promise<TaskTimes>> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['toplevel', '__metadata'] }),
  )
  return async () => {
    const file = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording())
    const trace = JSON.parse(await readFile(file, 'utf8')) as { traceEvents: TraceEvent[] }
    await rm(file)
    const threads = new Map<string, string>()
    for (const { name, pid, tid, args } of trace.traceEvents)
      if (name === 'thread_name') threads.set(`${pid}.${tid}`, args?.name ?? '')
    const tasksOf = (thread: string) =>
      trace.traceEvents
        .filter(
          ({ name, pid, tid }) => /RunTask/.test(name) && threads.get(`${pid}.${tid}`) === thread,
        )
        .map(({ tdur = 0 }) => tdur / 1000)
        .sort((one, other) => other - one)
    return { window: tasksOf('CrRendererMain'), main: tasksOf('CrBrowserMain') }
  }
}

/** The window asks the modem nothing by itself, so that the last line stays the last. */
export async function stopPolls(page: Page, slots: readonly ('a' | 'b')[]): Promise<void> {
  for (const slot of slots)
    await page.evaluate(
      (name) => window.modemBench?.call('at.poll', JSON.stringify({ slot: name, on: false })),
      slot,
    )
}
