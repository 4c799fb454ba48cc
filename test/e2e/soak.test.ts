import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { patient } from '../support/patience'

const config = `name: behind
slots:
  a: { port: 'sim:sim7672?speed=fast', preset: soracom }
  b: { port: 'sim:sim7672#2?speed=fast', preset: soracom }
soak:
  for: 10m
  upload: { target: 'http://ip.example/dual', every: 1s }
`

describe.skipIf(lacksApp())('a soak run outlives window and app', () => {
  let app: RunningApp
  let dataDir: string
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'modem-bench-behind-'))
    app = await launchApp({ dataDir })
  })
  afterAll(async () => {
    await app?.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })
  const bench = () => new BenchPage(app.window)
  const sent = async () => {
    const text = (await bench().at('soak-uploads').locator('b').textContent()) ?? ''
    return Number(text.split('/')[0])
  }
  const visible = () =>
    app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)

  test('closing the window keeps it running behind an icon, and starting again shows it', async () => {
    await bench().show('failover')
    await bench().at('config-tab-text').click()
    await bench().at('config-text').fill(config)
    await bench().at('soak-start').click()
    await expect.poll(sent, patient).toBeGreaterThan(0)
    const before = await sent()
    await app.app.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
      BrowserWindow.getAllWindows()[0]?.close()
    })
    await expect.poll(visible, patient).toBe(false)
    await app.app.evaluate(({ app: electron }) => electron.emit('second-instance'))
    await expect.poll(visible, patient).toBe(true)
    await expect.poll(sent, patient).toBeGreaterThan(before)
  })

  test('killed in the middle, it goes on at the next start, and the report tells of it', async () => {
    app.process.kill('SIGKILL')
    await app.close()
    app = await launchApp({ dataDir })
    await bench().show('failover')
    await expect
      .poll(() => bench().at('soak-run').getAttribute('data-state'), patient)
      .toBe('running')
    await bench().at('failover-tab-soak').click()
    await bench().at('soak-report').click()
    const report = app.window.frameLocator('[data-testid=soak-report-page]')
    await report.getByText('the console was not running').first().waitFor(patient)
    await app.window.keyboard.press('Escape')
    await bench().at('soak-stop').click()
    await bench().at('soak-stop').waitFor({ state: 'detached' })
  })
})
