import { afterEach, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { type FloodModem, floodModem, lastLine } from '../support/flood-modem'
import { lacksApp } from '../support/needs'
import { patient } from '../support/patience'
import { readMeter, startMeter } from '../support/window-meter'

/** 0.5 MB: what a modem that talks without end says in 40 s at 115200 baud. */
const lines = 23_808

describe.skipIf(lacksApp())('the desktop window', () => {
  let modem: FloodModem | undefined
  let app: RunningApp | undefined
  afterEach(async () => {
    await app?.close()
    await modem?.close()
    app = undefined
    modem = undefined
  })

  test('goes on drawing while lines pour in, and ends with the last of them', async () => {
    modem = await floodModem()
    app = await launchApp()
    const bench = new BenchPage(app.window)
    await bench.open('a', modem.path)
    await startMeter(app.window)
    await bench.command('a', `AT+FLOOD=${lines}`)
    await bench.at('terminal-a-rows').getByText(lastLine).last().waitFor(patient)
    const { frames, longMs, layouts } = await readMeter(app.window)
    // A layout a line, as when each row is measured by itself, would be more than 20,000.
    expect(layouts).toBeLessThan(4000)
    // One that draws at all draws between its long tasks.
    expect(frames).toBeGreaterThan(longMs.length / 4)
  })

  test('is loaded again when its page dies, says so, and the port stays open', async () => {
    modem = await floodModem()
    app = await launchApp()
    await new BenchPage(app.window).open('a', modem.path)
    // Playwright lets go of a page that has died, so the new one is asked from the main process, and when it is there: what
    // is asked of a page that is about to be loaded is never answered.
    await app.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((loaded) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('did-finish-load', loaded)
          contents?.forcefullyCrashRenderer()
        }),
    )
    const shown = () =>
      app?.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `JSON.stringify([document.querySelector('.notice')?.textContent ?? '', document.querySelector('[data-testid=slot-a-close]') !== null])`,
        ),
      )
    await expect.poll(shown, patient).toMatch(/The window had stopped and was loaded again.*,true/)
  })
})
