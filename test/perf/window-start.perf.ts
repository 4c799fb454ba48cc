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
async function timeToInteractive({ executablePath, args }: Program): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'modem-bench-perf-'))
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
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

test('opens its window in little more than the time of a bare one', async () => {
  const bare: Program = JSON.parse(process.env['MODEM_BENCH_BARE_WINDOW'] ?? 'null')
  const ours: Program = { executablePath: packagedApp() ?? '', args: [] }
  // The first start of each fills the disk cache and is not counted.
  await timeToInteractive(bare)
  await timeToInteractive(ours)
  const [bareMs, oursMs]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    bareMs.push(await timeToInteractive(bare))
    oursMs.push(await timeToInteractive(ours))
  }
  reportRatio({
    name: 'time to an interactive window',
    oursMs: median(oursMs),
    bareMs: median(bareMs),
    goal: 1.3,
    runs,
  })
  expect(oursMs).toHaveLength(runs)
})
