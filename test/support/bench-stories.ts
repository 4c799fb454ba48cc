import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { latin1 } from '@core/bytes'
import { recover } from '@core/log/journal'
import { listJournals } from '@platform/store/journal-files'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AppOptions } from './app-folders'
import { BenchPage } from './bench-page'
import type { Host, OpenHost } from './hosts'
import { patient } from './patience'

const wentWrong = '.notice[data-level=failure]'
/** What the console does for its user, whichever host it runs in. */
export function benchStories(host: Host): void {
  describe.skipIf(host.lacking())(host.name, () => {
    let open: OpenHost | undefined
    afterEach(async () => {
      await open?.close()
      open = undefined
    })
    async function start(options?: AppOptions): Promise<BenchPage> {
      open = await host.open(options)
      return new BenchPage(open.page)
    }
    const complaints = () => open?.page.locator(wentWrong).allTextContents()

    test('goes from a port to an address, a ping, a command after it, and the log in a file', async () => {
      const bench = await start()
      await bench.open('a', 'sim:sim7672?speed=fast')
      await bench.connect('a', 'soracom')
      await bench.at('verdict-ip').waitFor(patient)
      expect(await bench.at('verdict-ip').textContent()).toMatch(/^\s*10\.\d+\.\d+\.\d+\s*$/)
      expect(await bench.at('verdict-ping').textContent()).toMatch(
        /pong\.soracom\.io {2}3\/3, \d+ ms/,
      )

      await bench.at('verdict-disconnect').click()
      await bench.show('bench')
      await bench.page.locator('[data-testid=slot-a-mode][data-mode=command]').waitFor(patient)
      await bench.command('a', 'AT+CEREG?')
      await bench.at('terminal-a-rows').getByText('+CEREG: 0,5').last().waitFor(patient)

      await bench.show('log')
      await bench.at('log-export').click()
      const save = bench.at('export-save')
      const log = await open?.saved(() => save.click())
      expect(log).toMatch(/AT\+CGDCONT=1,"IP","soracom\.io"/)
      expect(log).toMatch(/# .*[Rr]egistered/)
      expect(log).toMatch(/CONNECT/)
      expect(log).not.toContain('869850000004430')
      expect(log).not.toContain('901310000000430')
      expect(log).not.toMatch(/CGAUTH=1,2,"sora"/)
      expect(log).toMatch(/IMEI-1/)
      expect(await complaints()).toEqual([])
    })

    if (host.triesWindow) {
      test('says the same in Japanese', async () => {
        const bench = await start({ locale: 'ja' })
        await bench.open('a', 'sim:sim7672?nosim=1&speed=fast')
        await bench.connect('a', 'soracom')
        const verdict = bench.at('verdict')
        await verdict.waitFor(patient)
        const text = await verdict.innerText()
        expect(text).toContain('SIM が検出されません。')
        expect(text).toContain('電源を切り、SIM を正しい向きで挿し直して')
      })

      test('needs no mouse', async () => {
        const bench = await start()
        const { keyboard } = bench.page
        await bench.at('slot-a-port').focus()
        await keyboard.press('Control+a')
        await keyboard.type('sim:sim7672?speed=fast')
        await keyboard.press('Enter')
        await bench.at('slot-a-close').waitFor(patient)
        await keyboard.press('F6')
        await keyboard.type('AT+CGMM')
        await keyboard.press('Enter')
        await bench.at('terminal-a-rows').getByText('SIM7672JP-MNGV').last().waitFor(patient)
        await keyboard.press('Control+2')
        await bench.at('connect-start').focus()
        await keyboard.press('Enter')
        await bench.at('verdict').waitFor(patient)
        await keyboard.press('Control+e')
        await bench.at('export-save').waitFor(patient)
        await keyboard.press('Escape')
        await bench.at('export-save').waitFor({ state: 'detached' })
      })
    }

    // The window's own kills are in killed.test.ts.
    if (!host.triesWindow)
      test('killed with -9 it has kept what was seen, and starts again', async () => {
        const dataDir = mkdtempSync(join(tmpdir(), 'modem-bench-killed-'))
        try {
          const bench = await start({ dataDir })
          await bench.open('a', 'sim:sim7672?speed=fast')
          await bench.command('a', 'AT+CGMM')
          await bench.at('terminal-a-rows').getByText('SIM7672JP-MNGV').last().waitFor(patient)
          const [newest] = await listJournals(dataDir)
          const path = newest?.path ?? ''
          // The journal promises a second, which no test measures: what was seen gets to the disk by itself.
          const octets = (dir: string) =>
            recover(readFileSync(path))
              .entries.filter((entry) => entry.dir === dir)
              .map((entry) => latin1(entry.bytes))
              .join('')
          await expect.poll(() => octets('rx'), { timeout: 60_000 }).toContain('SIM7672JP-MNGV')
          await open?.kill()
          expect(octets('tx')).toContain('AT+CGMM\r')
          expect(octets('rx')).toContain('SIM7672JP-MNGV')
          await open?.close()
          const again = await start({ dataDir, locale: 'ja' })
          await again.open('a', 'sim:sim7672?speed=fast')
          expect(await again.at('rail-bench').innerText()).toContain('ベンチ')
          expect(await complaints()).toEqual([])
        } finally {
          await open?.close()
          open = undefined
          rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
        }
      })

    describe('one day at the bench, without starting again', () => {
      let bench: BenchPage
      let day: OpenHost
      beforeAll(async () => {
        day = await host.open()
        bench = new BenchPage(day.page)
      })
      afterAll(() => day?.close())
      const complaints = () => day.page.locator(wentWrong).allTextContents()

      test('has both slots at work at once', async () => {
        await bench.open('a', 'sim:sim7672?speed=fast')
        await bench.open('b', 'sim:sim5320?speed=fast')
        await bench.command('a', 'AT+CGMM')
        await bench.command('b', 'AT+CGMM')
        await bench.at('terminal-a-rows').getByText('SIM7672JP-MNGV').last().waitFor(patient)
        await bench.at('terminal-b-rows').getByText('SIM5320J').last().waitFor(patient)
        await bench.connect('b', 'soracom')
        await bench.connect('a', 'soracom', { alone: true })
        await bench.at('verdict-ip').waitFor(patient)
        await bench.at('connect-slot-b').click()
        await bench.at('verdict-ip').waitFor(patient)
        expect(await complaints()).toEqual([])
      })

      test('refuses typing in data mode, says why, and brings the modem back', async () => {
        await bench.show('bench')
        await bench.at('slot-a-disconnect').waitFor()
        const input = bench.at('terminal-a-input')
        expect(await input.isEditable()).toBe(false)
        expect(await input.getAttribute('placeholder')).toContain('PPP has the port')
        await bench.choose('a', 'back-to-command')
        await bench.page.locator('[data-testid=slot-a-mode][data-mode=command]').waitFor(patient)
        await bench.command('a', 'AT+CGMM')
        await bench.at('terminal-a-rows').getByText('SIM7672JP-MNGV').last().waitFor(patient)
      })

      test('says what is wrong when there is no SIM, and what to try', async () => {
        await bench.close('b')
        await bench.open('b', 'sim:sim7672#2?nosim=1&speed=fast')
        await bench.connect('b', 'soracom')
        const verdict = bench.at('verdict')
        await verdict.waitFor(patient)
        const text = await verdict.innerText()
        expect(text).toContain('The modem sees no SIM.')
        expect(text).toContain('+CME ERROR: SIM not inserted')
        expect(text).toContain('Power off, take the SIM out')
      })

      test('gives a port that cannot be opened a reason in the slot', async () => {
        await bench.close('a')
        await bench.at('slot-a-port').fill('/dev/modem-that-is-not-there')
        await bench.page.keyboard.press('Escape')
        await bench.at('slot-a-open').click()
        await bench.at('slot-a').getByText('There is no such port').first().waitFor(patient)
      })
    })
  })
}
