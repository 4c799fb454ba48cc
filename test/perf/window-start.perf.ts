import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { _electron } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRoot } from '../support/app-folders'
import { type Display, startDisplay } from '../support/display'
import { packagedApp } from '../support/needs'
import { needsDisplay } from '../support/needs-display'
import { median, reportRatio } from '../support/ratio'

type Program = { executablePath: string; args: string[] }

const runs = 7
const sandbox = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : []

let display: Display | undefined
beforeAll(async () => {
  if (needsDisplay()) display = await startDisplay()
})
afterAll(() => display?.close())

/** From the start of the process until a button is there, a frame after it has been drawn, and the window is seen. */
async function timeToInteractive(
  { executablePath, args }: Program,
  folder: string,
): Promise<number> {
  const env = {
    ...process.env,
    ...(display ? { DISPLAY: display.name } : {}),
    MODEM_BENCH_DATA: join(folder, 'data'),
  } as Record<string, string>
  const started = performance.now()
  const app = await _electron.launch({
    executablePath,
    args: [...args, ...sandbox, `--user-data-dir=${join(folder, 'profile')}`],
    env,
  })
  try {
    const window = await app.firstWindow()
    await window.waitForSelector('button', { state: 'visible' })
    await window.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    await app.evaluate(async ({ BrowserWindow }) => {
      while (!BrowserWindow.getAllWindows()[0]?.isVisible())
        await new Promise((looked) => setTimeout(looked, 10))
    })
    return performance.now() - started
  } finally {
    await app.close()
  }
}

async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'modem-bench-perf-'))
  try {
    return await act(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const bare = (): Program => JSON.parse(process.env['MODEM_BENCH_BARE_WINDOW'] ?? 'null')
const ours: Program = { executablePath: packagedApp() ?? '', args: [] }

test('opens its window in little more than the time of a bare one', () =>
  inFolder((oursIn) =>
    inFolder(async (bareIn) => {
      // Not counted: the first start fills the disk's cache, and Chromium keeps what it compiled of a page from the second on.
      for (let warm = 0; warm < 3; warm++) {
        await timeToInteractive(bare(), bareIn)
        await timeToInteractive(ours, oursIn)
      }
      const [bareMs, oursMs]: [number[], number[]] = [[], []]
      for (let run = 0; run < runs; run++) {
        bareMs.push(await timeToInteractive(bare(), bareIn))
        oursMs.push(await timeToInteractive(ours, oursIn))
      }
      reportRatio({
        name: 'time to an interactive window',
        oursMs: median(oursMs),
        bareMs: median(bareMs),
        goal: 1.3,
        runs,
      })
      expect(oursMs).toHaveLength(runs)
    }),
  ))

test('opens it the first time, for a user who has no profile yet', async () => {
  const [bareMs, oursMs]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    bareMs.push(await inFolder((folder) => timeToInteractive(bare(), folder)))
    oursMs.push(await inFolder((folder) => timeToInteractive(ours, folder)))
  }
  reportRatio({
    name: 'time to the first window of a new user',
    oursMs: median(oursMs),
    bareMs: median(bareMs),
    runs,
  })
  expect(oursMs).toHaveLength(runs)
})
