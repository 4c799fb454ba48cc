import { afterEach, describe, expect, test } from 'vitest'
import { listJournals } from '@platform/store/journal-files'
import { journalEntries } from '@platform/store/log-source'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { type FloodModem, floodModem, lastLine, linesOf } from '../support/flood-modem'
import { lacksApp } from '../support/needs'
import { patient } from '../support/patience'
import { startMeter, stopPolls } from '../support/window-meter'

/** 0.5 MB: what a modem that talks without end says in 40 s at 115200 baud. */
const lines = 23_808

/** Every octet that the journal has of the modem, which may still be on its way to the disk. */
async function receivedIn(folder: string): Promise<string> {
  const [journal] = await listJournals(folder)
  const heard: Uint8Array[] = []
  if (journal)
    for await (const { dir, bytes } of journalEntries(journal.path))
      if (dir === 'rx') heard.push(bytes)
  return Buffer.concat(heard).toString('latin1')
}

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
    await stopPolls(app.window, ['a'])
    const read = await startMeter(app.window)
    await bench.command('a', `AT+FLOOD=${lines}`)
    await bench.at('terminal-a-rows').getByText(lastLine).last().waitFor(patient)
    const { messages, rows, behind, frames, layouts } = await read()
    expect(rows + behind).toBeGreaterThanOrEqual(lines)
    // Not a message, a layout or a frame a line, however long it took.
    expect(messages).toBeLessThan(lines / 10)
    expect(layouts).toBeLessThan(lines / 10)
    expect(frames).toBeGreaterThan(0)
    await expect.poll(() => receivedIn(app?.dataDir ?? ''), patient).toContain(linesOf(lines))
  })

  test('is loaded again when its page dies, says so, and the port stays open', async () => {
    modem = await floodModem()
    app = await launchApp()
    await new BenchPage(app.window).open('a', modem.path)
    await app.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', resolve))
      contents?.forcefullyCrashRenderer()
      return loaded
    })
    await expect.poll(() => shownAgain(app), patient).toMatch(toldAgain)
  })

  test('is loaded again when its page hangs and a person wants that', async () => {
    modem = await floodModem()
    app = await launchApp()
    await new BenchPage(app.window).open('a', modem.path)
    await app.window.evaluate(() => {
      setTimeout(() => {
        for (;;);
      }, 0)
    })
    const asked = await app.app.evaluate(async ({ BrowserWindow, dialog }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', resolve))
      const question = new Promise<string>((resolve) => {
        const ask = (_window: unknown, options: { message: string; detail: string }) => {
          resolve(`${options.message} ${options.detail}`)
          return Promise.resolve({ response: 1, checkboxChecked: false })
        }
        Object.assign(dialog, { showMessageBox: ask })
      })
      // Said here, since Chromium calls no page hung that a debugger looks at, and Playwright is one.
      contents?.emit('unresponsive')
      await loaded
      return question
    })
    expect(asked).toContain('The window does not answer. The ports stay open')
    await expect.poll(() => shownAgain(app), patient).toMatch(toldAgain)
  })
})

const toldAgain = /The window had stopped and was loaded again.*,true/

/**
 * The notice of the page, and whether its slot has an open port. Playwright lets go of a page that has died, so the new one is
 * asked from the main process, and only when it is there: what is asked of a page that dies is never answered.
 */
function shownAgain(app: RunningApp | undefined): Promise<string> | undefined {
  return app?.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `JSON.stringify([document.querySelector('.notice')?.textContent ?? '', document.querySelector('[data-testid=slot-a-close]') !== null])`,
    ),
  )
}
