import { join, resolve } from 'node:path'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'

/** Holds a file over the window and lets go of it. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const held = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([content], fileName))
      return data
    },
    [name, text] as const,
  )
  await page.dispatchEvent('main', 'dragover', { dataTransfer: held })
  await page.getByText('Drop to read the log file here').waitFor()
  await page.dispatchEvent('main', 'drop', { dataTransfer: held })
}

const seed = resolve(import.meta.dirname, '../transcripts/microcat1-connect.log')

describe.skipIf(lacksApp())('what the window knows', () => {
  let app: RunningApp
  let bench: BenchPage
  beforeAll(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
    await bench.open('a', 'sim:sim7672?speed=fast')
  })
  afterAll(() => app.close())

  test('a command is completed with its parameters, and a value with its meaning', async () => {
    const input = bench.at('terminal-a-input')
    await input.fill('AT+CFU')
    const options = app.window.getByRole('option')
    await options.filter({ hasText: 'AT+CFUN=<fun>,<rst>' }).waitFor()
    await input.fill('AT+CFUN=')
    await options.filter({ hasText: 'flight mode' }).waitFor()
    await app.window.keyboard.press('Escape')
    await input.fill('')
  })

  test('the reference runs a command in the slot it was opened for', async () => {
    await bench.at('terminal-a-input').focus()
    await app.window.keyboard.press('F1')
    await bench.at('reference-search').fill('cfun')
    const about = bench.at('reference-about')
    await about.getByText('27.007, 8.2').waitFor()
    await about.getByRole('button', { name: 'Run' }).first().click()
    const rows = bench.at('terminal-a-rows')
    await rows.getByText('+CFUN: 1', { exact: true }).waitFor()
    await bench.at('slot-a-facts').click()
    await app.window.locator('[data-fact=radio]', { hasText: 'full' }).waitFor()
    await app.window.keyboard.press('Escape')
  })

  test('hovering over a line tells its values and the paragraph of the standard', async () => {
    await bench.at('terminal-a-rows').getByText('+CFUN: 1', { exact: true }).hover()
    const hover = app.window.getByRole('tooltip').filter({ hasText: '3GPP TS 27.007, 8.2' })
    await hover.getByRole('rowheader', { name: 'fun' }).waitFor()
  })

  test('a command that asks for a text gets it in the window, or is given up with Esc', async () => {
    const input = bench.at('terminal-a-input')
    const type = async (command: string) => {
      await input.fill(command)
      await app.window.keyboard.press('Enter')
    }
    const rows = bench.at('terminal-a-rows')
    await type('AT+CMGF=1')
    await type('AT+CMGW="+81901"')
    const panel = bench.at('terminal-a-prompt')
    await panel.getByText('The modem waits for the text of AT+CMGW (>).').waitFor()
    // Who typed the command goes on typing.
    await app.window.keyboard.type('seen by nobody')
    await app.window.keyboard.press('Control+Enter')
    await panel.waitFor({ state: 'detached' })
    await rows
      .getByText(/^\+CMGW: \d+$/)
      .first()
      .waitFor()
    await type('AT+CMGW="+81901"')
    await panel.waitFor()
    await app.window.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await input.waitFor()
  })

  test('the raw view takes keys: a line ended by Enter, an escape for what no key has, and a long paste asks', async () => {
    await bench.at('terminal-a-more').click()
    await bench.at('terminal-a-raw').click()
    const raw = bench.at('terminal-a-raw-view')
    await raw.click()
    await app.window.keyboard.type('AT+CGMM')
    await app.window.keyboard.press('Enter')
    await raw.getByText('SIM7672').first().waitFor()
    // Tab leaves it: nobody is caught in a view that takes every key.
    await app.window.keyboard.press('Tab')
    await bench.at('raw-a-octets').fill('AT+CGMR\\x0d')
    await app.window.keyboard.press('Enter')
    await raw.getByText('+CGMR:').first().waitFor()
    await raw.click()
    await app.window.evaluate(() => {
      const held = new DataTransfer()
      held.setData('text/plain', 'AT+CSQ\nAT+CPIN?\n')
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }),
      )
    })
    await app.window.getByText('Paste 16 octets, 2 lines?').waitFor()
    await bench.at('raw-a-paste').click()
    await raw.getByText('+CPIN: READY').first().waitFor()
    await bench.at('terminal-a-more').click()
    await bench.at('terminal-a-raw').click()
    await bench.at('terminal-a-rows').getByText('AT+CGMM').first().waitFor()
  })

  test('a macro runs from its button, and its answers become facts', async () => {
    await bench.at('terminal-a-macros').click()
    await bench.at('macro-run-information').click()
    await bench.at('macro-a').getByText('Done.').waitFor()
    await bench.at('slot-a-temperature').getByText('°C').waitFor()
  })

  test('a macro of a text file is imported, given a key, and run by it', async () => {
    const file = join(app.dataDir, 'my list.txt')
    await writeFile(file, '# Two questions\nAT+CGMM\nAT+CGMR\n')
    await bench.at('terminal-a-macros').click()
    await bench.at('macro-file').setInputFiles(file)
    await app.window.locator('.editor select').selectOption('2')
    await bench.at('macro-save').click()
    await bench.at('macro-run-my-list').waitFor()
    await app.window.keyboard.press('Escape')
    await app.window.keyboard.press('Alt+2')
    await bench.at('macro-a').getByText('my list').waitFor()
    await bench.at('macro-a').getByText('Done.').waitFor()
    expect(await readFile(join(app.dataDir, 'macros.json'), 'utf8')).toContain('Two questions')
  })

  test('the log folds repeated polls, finds by field, and keeps a bookmark', async () => {
    for (let n = 0; n < 3; n++) await bench.command('a', 'AT+CSQ')
    await bench.show('log')
    const rows = bench.at('log-rows')
    await bench.at('log-search').fill('rssi_dbm<0')
    await rows.locator('.line', { hasText: '+CSQ: ' }).first().waitFor()
    await rows.locator('.line', { hasText: 'AT+CGMM' }).first().waitFor({ state: 'detached' })
    await rows.locator('.line', { hasText: '+CSQ: ' }).last().click()
    await app.window.keyboard.press('F9')
    await rows.locator('.star').waitFor()
    await bench.at('log-search').fill('')
    await bench.at('log-polls').click()
    await rows.locator('.line.fold').last().getByText('AT+CSQ ×').waitFor()
    await bench.at('log-polls').click()
  })

  test('a log file opens beside the live log, explained, and closes again', async () => {
    await bench.at('log-file').setInputFiles(seed)
    const rows = bench.at('log-rows')
    await rows.getByText('registered, roaming').first().waitFor()
    // What happened in it stands first, and its lines lead into the log.
    const story = bench.at('log-story')
    await story.getByText('It came as far as: PPP').waitFor()
    await story.getByRole('button', { name: 'ATD*99***1#' }).click()
    await rows.locator('.line.selected', { hasText: 'ATD*99***1#' }).waitFor()
    await bench.at('log-told').click()
    await story.waitFor({ state: 'detached' })
    await bench.at('log-search').fill('severity>=warning')
    await bench.at('log-live').click()
    await bench.at('log-search').fill('')
    await rows.locator('.line .lanes').first().waitFor()
    await app.window.getByRole('button', { name: 'Close: microcat1-connect.log' }).click()
  })

  test('a log that was not read is read once one line of each direction is marked', async () => {
    const file = join(app.dataDir, 'odd.log')
    await writeFile(file, 'TXAT+CPIN?\nRX+CPIN: SIM PIN\nRXOK\nTXAT+CSQ\nRX+CSQ: 20,99\nRXOK\n')
    await bench.at('log-file').setInputFiles(file)
    const rows = bench.at('log-rows')
    await bench.at('opened-about').getByText('Mark a line that was sent').waitFor()
    await rows.locator('.line', { hasText: 'TXAT+CSQ' }).click({ button: 'right' })
    await bench.at('mark-sent').click()
    await bench.at('log-example').getByText('Now mark a line that came').waitFor()
    await rows.locator('.line', { hasText: 'RX+CSQ' }).click({ button: 'right' })
    await bench.at('mark-received').click()
    await rows.getByText('The SIM wants its PIN').waitFor()
    await bench.at('log-live').click()
    await app.window.getByRole('button', { name: 'Close: odd.log' }).click()
  })

  test('an opened log is stood on the bench as a modem of the other slot', async () => {
    await bench.showSlot('b')
    await bench.at('slot-b-replay').setInputFiles(seed)
    await bench.at('replay-open').click()
    await bench.at('slot-b-close').waitFor()
    await bench.command('b', 'AT+CGDCONT?')
    await bench.at('terminal-b-rows').getByText('"soracom.io"').first().waitFor()
    await bench.at('slot-b-close').click()
    await bench.show('log')
    await bench.at('log-replay').click()
    await bench.at('replay-into-b').waitFor()
    await app.window.keyboard.press('Escape')
    await bench.at('log-live').click()
  })

  test('a file dropped into the window is read beside the live session, from end to end', async () => {
    const polls = Array.from({ length: 900 }, () => 'AT+CSQ\r\n+CSQ: 20,99\r\n\r\nOK\r\n')
    const text = `AT+CFUN?\r\n+CFUN: 1\r\n\r\nOK\r\n${polls.join('')}AT+CEREG?\r\n+CEREG: 0,3\r\n\r\nOK\r\n`
    await bench.show('bench')
    await drop(app.window, 'field.log', text)
    const rows = bench.at('log-rows')
    await bench.at('opened-about').getByText('Terminal').waitFor()
    // A file is read from its beginning; what is searched stands far behind the rows that are loaded.
    await rows.locator('.line', { hasText: '+CFUN: 1' }).first().waitFor()
    await app.window.keyboard.press('F8')
    await rows.locator('.line.selected', { hasText: '+CEREG: 0,3' }).waitFor()
    await bench.at('log-search').fill('/no such line/')
    await rows.getByText('No line matches').waitFor()
    await bench.at('log-search').fill('')
    // The live session goes on beside it.
    await bench.command('a', 'AT+CGMI')
    await bench.at('terminal-a-rows').getByText('AT+CGMI').first().waitFor()
    await bench.show('log')
    await bench.at('log-live').click()
    await rows.locator('.line', { hasText: 'AT+CGMI' }).first().waitFor()
    await app.window.getByRole('button', { name: 'Close: field.log' }).click()
  })

  test('a dropped file without an exchange is shown line by line, and says how to mark directions', async () => {
    await drop(app.window, 'diary.txt', 'Dear diary,\nnothing happened.\n')
    await bench.at('opened-about').getByText('--sent').waitFor()
    await bench.at('log-rows').getByText('nothing happened.').waitFor()
    await bench.at('log-story').getByText('No exchange with a modem').waitFor()
    await app.window.getByRole('button', { name: 'Close: diary.txt' }).click()
  })

  test('an empty file is refused in words that stay', async () => {
    await drop(app.window, 'empty.txt', '')
    const refused = bench.at('log-refused')
    await refused.getByText('empty.txt').waitFor()
    await refused.getByRole('button').click()
    await refused.waitFor({ state: 'detached' })
  })

  test('an export says what it masks, and what goes out when it masks nothing', async () => {
    await bench.at('log-export').click()
    const dialog = app.window.getByRole('dialog')
    await dialog.getByText('IMEI ×').waitFor()
    await bench.at('export-places').click()
    await dialog.getByText('cell ids ×').waitFor()
    await bench.at('export-redact').click()
    await dialog.getByText('Nothing is masked').waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })
})
