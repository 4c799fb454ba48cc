import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type Cable, cableTo } from '../support/cable'
import { type RunningCommand, startCli } from '../support/cli'
import { launchApp, type RunningApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { patienceMs } from '../support/patience'

describe.skipIf(lacksApp())('a bench of another computer in a window', () => {
  let folder: string
  let app: RunningApp
  let served: RunningCommand
  let cable: Cable
  let token: string
  let fingerprint: string

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-remote-window-'))
    const tokenFile = join(folder, 'token')
    const args = ['serve', '--port', '0', '--tls', 'self', '--token-file', tokenFile]
    served = startCli(args, { env: { MODEM_BENCH_DATA: join(folder, 'served') } })
    const [, port = ''] = await served.said(/https:\/\/\S+?:(\d+)\//)
    ;[, fingerprint = ''] = await served.complained(/SHA-256: ([0-9A-F:]+)/)
    token = readFileSync(tokenFile, 'utf8').trim()
    cable = await cableTo(Number(port))
    app = await launchApp()
  })
  afterEach(async () => {
    await app?.close()
    cable?.close()
    await served?.stop('SIGTERM')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  test('opens once its certificate is compared, goes on after a cut cable, and opens again without its token', async () => {
    const { window } = app
    const bench = new BenchPage(window)
    const field = (id: string) => window.getByTestId(id)
    await bench.show('settings')
    await field('settings-remote').click()
    await field('remote-address').fill(`https://127.0.0.1:${cable.port}/`)
    await field('remote-token').fill('not-the-token')
    await field('remote-open').click()
    expect(await field('remote-fingerprint').textContent()).toContain(fingerprint)
    await field('remote-trust').click()
    await window.locator('[data-code="host-refused"]').waitFor()

    await field('remote-token').fill(token)
    const opens = app.app.waitForEvent('window', { timeout: patienceMs })
    await field('remote-open').click()
    const there = await opens
    await field('remote-form').waitFor({ state: 'detached' })
    expect(await titlesOf(app)).toContain(`127.0.0.1:${cable.port} – Modem Bench`)
    // It is a page like any other: nothing of this computer is within its reach.
    expect(await there.evaluate(() => 'modemBench' in globalThis)).toBe(false)
    await expect.poll(() => there.url()).not.toContain(token)

    const page = new BenchPage(there)
    await page.open('a', 'sim:sim7672')
    await page.command('a', 'AT+CGMM')
    cable.cut()
    await there.locator('.banner').waitFor()
    cable.mend()
    await there.locator('.banner').waitFor({ state: 'detached' })
    await page.command('a', 'AT+CGMR')
    // Our own bench has nothing of it.
    expect(await window.getByText('AT+CGMR').count()).toBe(0)
    await there.close()

    await field('settings-remote').click()
    const again = app.app.waitForEvent('window', { timeout: patienceMs })
    await field('remote-again').click()
    await new BenchPage(await again).command('a', 'AT+CIMI')
  })
})

const titlesOf = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()))
