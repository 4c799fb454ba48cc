import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { countedIn, countingModem, type CountingModem } from '../support/counting-modem'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { patient } from '../support/patience'

const kills = 3

describe.skipIf(lacksApp())('the desktop window whose main process is killed with -9', () => {
  let modem: CountingModem | undefined
  let app: RunningApp | undefined
  let folder: string | undefined
  afterEach(async () => {
    await app?.close()
    await modem?.close()
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    app = undefined
    modem = undefined
  })

  test('loses nothing that was on the disk, and starts again as if nothing had been', async () => {
    modem = await countingModem()
    folder = await mkdtemp(join(tmpdir(), 'modem-bench-killed-'))
    const journals = join(folder, 'journals')
    for (let kill = 1; kill <= kills; kill++) {
      app = await launchApp({ dataDir: folder })
      const bench = new BenchPage(app.window)
      await bench.open('a', modem.path)
      await bench.command('a', 'AT+COUNT')
      const from = modem.said()
      // It is on the disk while the window runs, and not at its end.
      let onDisk: readonly number[] = []
      await expect
        .poll(async () => (onDisk = await countedIn(folder ?? '')).at(-1) ?? 0, patient)
        .toBeGreaterThan(from + 50 * kill)
      const exited = new Promise((resolve) => app?.process.once('exit', resolve))
      app.process.kill('SIGKILL')
      await exited
      const after = await countedIn(folder)
      expect(after.slice(0, onDisk.length)).toEqual(onDisk)
      expect(after).toEqual(after.map((_, index) => (after[0] ?? 0) + index))
      await app.close()
      app = undefined
    }
    // A last start, which takes up nothing of the dead: the port is named, its log is begun anew, no lock is left.
    app = await launchApp({ dataDir: folder })
    await new BenchPage(app.window).open('a', modem.path)
    await expect.poll(async () => (await readdir(journals)).length, patient).toBeGreaterThan(kills)
    const names = await readdir(journals)
    expect(names.filter((name) => name.endsWith('.journal'))).toHaveLength(kills + 1)
    await expect
      .poll(
        async () => (await readdir(journals)).filter((name) => /lock/.test(name)).length,
        patient,
      )
      .toBe(1)
  })
})
