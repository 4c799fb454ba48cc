import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConnectTarget } from '@core/connect/connect-state'
import { loadAxe, violationsIn } from '../support/axe'
import { BenchPage } from '../support/bench-page'
import { type Cable, cableTo } from '../support/cable'
import { type RunningCommand, startCli } from '../support/cli'
import { launchApp, type RunningApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { overflowsIn } from '../support/overflows'
import { patienceMs } from '../support/patience'
import { type ServedBench, servedBench } from '../support/served-bench'
import { freePort } from '../support/tls-peers'
import { sizes, WindowShapes } from '../support/window-shapes'

const target: ConnectTarget = {
  ...{ apn: 'soracom.io', user: 'sora', password: 'sora', auth: 'chap', pdpType: 'IP', cid: 1 },
  ...{ direct: false, pingHost: 'pong.soracom.io', httpUrl: '' },
}
const readToken = 'a-token-for-those-who-look-and-no-more'

describe.skipIf(lacksApp())('benches of other computers', () => {
  let folder: string
  let app: RunningApp
  let served: RunningCommand
  let cable: Cable
  let token: string
  let fingerprint: string
  let plain: ServedBench
  let down: number

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-remote-window-'))
    const tokenFile = join(folder, 'token')
    const args = ['serve', '--port', '0', '--tls', 'self', '--token-file', tokenFile]
    served = startCli(args, { env: { MODEM_BENCH_DATA: join(folder, 'served') } })
    const [, port = ''] = await served.said(/https:\/\/\S+?:(\d+)\//)
    ;[, fingerprint = ''] = await served.complained(/SHA-256: ([0-9A-F:]+)/)
    token = readFileSync(tokenFile, 'utf8').trim()
    cable = await cableTo(Number(port))
    const readTokenFile = join(folder, 'read.token')
    writeFileSync(readTokenFile, `${readToken}\n`, { mode: 0o600 })
    plain = await servedBench(join(folder, 'plain'), ['--read-token-file', readTokenFile])
    down = await freePort()
    // As the dialog keeps them: one that is reached with the token of those who look, one whose token was renewed, one that is off.
    const remotes = [
      { url: `http://127.0.0.1:${plain.url.port}/`, token: readToken },
      { url: `http://localhost:${plain.url.port}/`, token: 'of-last-week' },
      { url: `http://127.0.0.1:${down}/`, token: readToken },
    ]
    const dataDir = join(folder, 'app')
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'remotes.json'), JSON.stringify(remotes))
    app = await launchApp({ dataDir })
  })
  afterAll(async () => {
    await app?.close()
    cable?.close()
    await plain?.host.stop('SIGTERM')
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
    await page.at('terminal-a-rows').getByText('SIM7672JP-MNGV').last().waitFor()
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
    // The one that was opened last stands first.
    await field('remote-again').first().click()
    const opened = await again
    await new BenchPage(opened).command('a', 'AT+CIMI')
    await opened.close()
  })

  test('all of them are on one page, each with what it is at or why it is not reached', async () => {
    const { window } = app
    const bench = new BenchPage(window)
    const shapes = new WindowShapes(app)
    const rowOf = (port: string | number, name = '127.0.0.1') =>
      bench.at('benches').locator(':scope > li', { hasText: `${name}:${port}` })
    const text = (row: ReturnType<typeof rowOf>) =>
      row.innerText().then((all) => all.replace(/\s+/g, ' '))
    await plain.client.call('alerts.add', {
      text: JSON.stringify({ alerts: [{ name: 'weak', when: { value: 'rsrp_dbm', below: -40 } }] }),
    })
    expect(await plain.connect('a', 'sim:sim7600?speed=fast', target)).toBe('connected')

    await bench.show('benches')
    const [secure, reached] = [rowOf(cable.port), rowOf(plain.url.port)]
    const refused = rowOf(plain.url.port, 'localhost')
    await expect.poll(() => text(secure)).toMatch(/reached .*A SIM7672 /)
    await expect.poll(() => text(reached)).toMatch(/reached Alerts: weak .*A SIM7600 .* Connected/)
    await expect.poll(() => text(refused)).toMatch(/token refused .*HTTP 401/)
    await expect.poll(() => text(rowOf(down))).toMatch(/not reached .*nothing listens there/)
    await loadAxe(window)
    expect(await violationsIn(window, 'html', 'all')).toEqual([])

    for (const { width, height } of sizes.slice(0, 2))
      for (const language of ['en', 'ja'] as const) {
        await shapes.size(width, height)
        await shapes.look(language, 'light')
        await bench.show('benches')
        await reached.waitFor()
        for (const theme of ['dark', 'light'] as const) {
          await shapes.wear(theme)
          const found = await window.evaluate(overflowsIn, 'main')
          expect.soft(found, `${language} ${width}x${height}`).toEqual([])
        }
      }

    await plain.host.stop('SIGTERM')
    await expect.poll(() => text(reached)).toMatch(/接続できません .*時点の状態：.*接続しました/)
    await reached.getByTestId('benches-forget').click()
    await reached.waitFor({ state: 'detached' })
    await rowOf(cable.port).waitFor()
  })
})

const titlesOf = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()))
