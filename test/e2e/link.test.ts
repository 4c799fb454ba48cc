import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacks, lacksApp } from '../support/needs'

const curl = (words: string[]) => promisify(execFile)('curl', ['-sS', '-m', '20', ...words])

/** One app and one connection for all: each test leaves the slot connected. */
describe.skipIf(lacksApp())('the link page', () => {
  let app: RunningApp
  let home: string
  let bench: BenchPage
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'modem-bench-home-'))
    // Where Wireshark's plugins of a person are.
    app = await launchApp({ env: { HOME: home } })
    bench = new BenchPage(app.window)
    await bench.open('a', 'sim:sim7672?speed=fast')
    await bench.connect('a', 'soracom', { alone: true })
    await bench.at('verdict').waitFor()
    await bench.show('link')
  })
  afterAll(async () => {
    await app?.close()
    await rm(home, { recursive: true, force: true })
  })

  /** Fills the fields of a tool, starts it and gives the sentence it ends with. */
  async function use(tool: string, fields: Readonly<Record<string, string>> = {}) {
    await bench.at(`tool-${tool}`).click()
    for (const [name, value] of Object.entries(fields)) {
      const field = bench.at(`tool-${tool}-${name}`)
      if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
        await field.selectOption(value)
      else await field.fill(value)
    }
    await bench.at(`tool-${tool}-start`).click()
    const answer = bench.at(`tool-${tool}-answer`)
    await answer.waitFor()
    return answer.textContent()
  }

  test('shows the layers of a connected slot, and each packet of the negotiation', async () => {
    for (const layer of ['power', 'mode', 'sim', 'network', 'lcp', 'auth', 'ipcp', 'ip', 'dns'])
      expect(await bench.at(`layer-a-${layer}`).getAttribute('data-state')).toBe('fine')
    await bench.at('tools-slot-b').click()
    expect(await bench.at('layer-b-ip').getAttribute('data-state')).toBe('idle')
    await bench.at('tools-slot-a').click()
    const packets = await bench.at('talk-a').locator('.text').allTextContents()
    expect(packets.some((text) => text.startsWith('LCP ConfReq'))).toBe(true)
    expect(packets.some((text) => text.startsWith('IPCP'))).toBe(true)
  })

  test('pings over the modem and says how it went', async () => {
    expect(await use('ping', { count: '2' })).toContain('2 of 2')
    expect(await bench.at('ping-stats').textContent()).toContain('2/2')
  })

  test('pings until it is stopped, and then says what was measured', async () => {
    await bench.at('tool-ping-endless').check()
    await bench.at('tool-ping-start').click()
    const stats = () => bench.at('ping-stats').textContent()
    await expect.poll(stats).toContain('2/2')
    await bench.at('tool-ping-stop').click()
    await bench.at('tool-ping-answer').waitFor()
    await bench.at('tool-ping-endless').uncheck()
  })

  test.each([
    ['dns', {}, /soracom\.io is 192\.0\.2\.30, says 100\.127\.0\.53/],
    ['dns', { type: 'TXT' }, /v=spf1 -all/],
    [
      'dns',
      { name: '8.8.8.8', type: 'PTR', server: '100.127.1.53' },
      /dns\.google, says 100\.127\.1\.53/,
    ],
    ['http', {}, /example\.com\/: 200 OK/],
    ['http', { method: 'POST', body: '{}', url: 'http://harvest.soracom.io/' }, /201 Created/],
    ['traceroute', {}, /example\.com is 3 hops away/],
    ['udpEcho', { host: 'echo.example', count: '2', intervalMs: '50' }, /echoes UDP: 2 of 2/],
    ['coap', { coapUrl: 'coap://coap.example/', count: '1' }, /It offers 2 resources/],
    ['ntp', {}, /agrees with ntp\.nict\.jp/],
  ] as const)('%s %j answers in a sentence', async (tool, fields, sentence) => {
    expect(await use(tool, fields)).toMatch(sentence)
  })

  test('says why a name was not found, where the answer would be', async () => {
    await bench.at('tool-dns').click()
    await bench.at('tool-dns-name').fill('no.such.name.example')
    await bench.at('tool-dns-type').selectOption('A')
    await bench.at('tool-dns-start').click()
    await app.window.locator('[data-code=dns-no-such-name]').waitFor()
  })

  test('says what a measurement may cost before it starts, and stops at the budget', async () => {
    await bench.at('tool-throughput').click()
    await bench.at('tool-throughput-budgetMb').fill('0.05')
    expect(await bench.at('throughput-cost').textContent()).toContain('0.05 MB')
    // More seconds than any computer needs: the budget ends it.
    expect(await use('throughput', { seconds: '60' })).toContain('Stopped at the budget of 50.0 kB')
    expect(await use('throughput', { direction: 'up', seconds: '1' })).toMatch(/^Upload: /)
  })

  test('compares the delay of the idle and the full line with a chart, and finds the MTU', async () => {
    const fields = {
      way: 'down',
      seconds: '2',
      budgetMb: '20',
      url: 'http://speed.example/bytes/20000000',
    }
    expect(await use('bufferbloat', fields)).toMatch(/^Delay: idle .*, download .*: grade/)
    await bench.at('tool-bufferbloat-chart').waitFor()
    expect(await use('mtu')).toContain('Packets of 1500 octets pass')
  })

  test.each([
    ['pong', /3 of 3/],
    ['metadata', /knows this SIM; its status is active/],
    ['userdata', /user data arrived/],
    ['harvest', /Harvest took the data \(201\)/],
    ['unified', /unified endpoint took the data \(201\)/],
  ])('the SORACOM button %s explains its answer', async (what, sentence) => {
    await bench.at('tool-soracom').click()
    await bench.at(`soracom-${what}`).click()
    await expect.poll(() => bench.at('tool-soracom-answer').textContent()).toMatch(sentence)
  })

  test('keeps the session alive, with its price per day said first', async () => {
    await bench.at('tool-keepAlive').click()
    await bench.at('keepalive-minutes').fill('0.1')
    await expect.poll(() => bench.at('keepalive-cost').textContent()).toContain('14400 a day')
    await bench.at('keepalive-on').click()
    await expect.poll(() => bench.at('keepalive-on').getAttribute('data-state')).toBe('checked')
    await bench.at('keepalive-on').click()
    await expect.poll(() => bench.at('keepalive-on').getAttribute('data-state')).toBe('unchecked')
  })

  test.skipIf(lacks('curl'))(
    'turns the proxy on, takes the real curl through the modem, and turns it off',
    async () => {
      await bench.at('tool-socks').click()
      await bench.at('proxy-port').fill('0')
      await bench.at('proxy-on').click()
      await expect.poll(() => bench.at('proxy-on').getAttribute('data-state')).toBe('checked')
      const line = (await bench.at('proxy-curl').textContent()) ?? ''
      expect(line).toMatch(/^curl --socks5-hostname 127\.0\.0\.1:[1-9]\d+ http/)
      const { stdout } = await curl(line.split(' ').slice(1))
      expect(stdout).toBe('Example Domain\n')
      await bench.at('proxy-on').click()
      await expect.poll(() => bench.at('proxy-on').getAttribute('data-state')).toBe('unchecked')
    },
  )

  test.skipIf(lacks('tshark') || process.platform === 'win32')(
    'captures live into a pipe that tshark reads, with secrets hidden unless told otherwise',
    async () => {
      await bench.at('tool-capture').click()
      expect(await bench.at('capture-redact').getAttribute('data-state')).toBe('checked')
      await bench.at('capture-on').click()
      const command = (await bench.at('capture-command').textContent()) ?? ''
      expect(command).toMatch(/^wireshark -k -i .*\.pipe$/)
      await expect
        .poll(() => bench.at('capture-status').textContent())
        .toContain('Waiting for Wireshark')
      const tshark = spawn('tshark', [
        ...['-l', '-i', command.replace('wireshark -k -i ', '')],
        ...['-Y', 'icmp', '-T', 'fields', '-e', 'icmp.type', '-e', 'frame.p2p_dir'],
      ])
      let heard = ''
      tshark.stdout.on('data', (piece) => (heard += String(piece)))
      await expect
        .poll(() => bench.at('capture-status').textContent())
        .toContain('Wireshark is reading')
      await use('ping', { count: '1' })
      await expect.poll(() => heard).toBe('8\t0\n0\t1\n')
      await bench.at('tool-capture').click()
      await bench.at('capture-on').click()
      await expect.poll(() => bench.at('capture-on').getAttribute('data-state')).toBe('unchecked')
      await expect.poll(() => tshark.exitCode).toBe(0)
    },
  )

  test('puts the dissector where Wireshark reads it, and says where', async () => {
    await bench.at('tool-capture').click()
    await bench.at('capture-dissector').click()
    const told = bench.at('capture-dissector-path')
    await told.waitFor()
    const [, path = ''] = /^Installed: (.*\.lua)\./.exec((await told.textContent()) ?? '') ?? []
    expect(path).toContain(home)
    expect(await readFile(path, 'utf8')).toContain('modem_at')
  })

  test('captures into a file that stays, and says where it is', async () => {
    await bench.at('tool-capture').click()
    await bench.at('capture-way').selectOption('file')
    await bench.at('capture-redact').click()
    expect(await bench.at('capture-redact-words').textContent()).toContain('stay readable')
    await bench.at('capture-on').click()
    await bench.at('capture-command').getByText('.pcapng').waitFor()
    await bench.at('capture-on').click()
    await bench.at('capture-status').getByText('Saved: ').waitFor()
    const path = ((await bench.at('capture-status').textContent()) ?? '').replace('Saved: ', '')
    expect((await readFile(path.trim())).subarray(0, 4).toString('hex')).toBe('0a0d0d0a')
    await bench.at('capture-redact').click()
  })

  test('a layer opens the log filtered to it', async () => {
    await bench.at('layer-a-lcp').click()
    await expect.poll(() => bench.at('log-search').inputValue()).toBe('/LCP/')
    await bench.show('link')
  })

  test('AT goes through the second port of the modem while PPP runs, and the port is given up again', async () => {
    await bench.at('link-a-second-port').selectOption('sim:sim7672/at2')
    await expect.poll(() => bench.at('link-a-second').getAttribute('data-level')).toBe('fine')
    await bench.command('a', 'AT+CPSI?')
    const rows = bench.at('terminal-a-rows')
    await rows.getByText('AT2').first().waitFor()
    await rows.getByText('+CPSI: LTE').first().waitFor()
    expect(await bench.at('slot-a-mode').getAttribute('data-mode')).toBe('data')
    await bench.show('link')
    await bench.at('link-a-second-port').selectOption('')
    await expect.poll(() => bench.at('link-a-second').getAttribute('data-level')).toBe('idle')
  })

  test('goes back to command mode with the call held, asks both modems, and resumes the call', async () => {
    await bench.at('link-a-pause').click()
    await bench.at('link-a-resume').waitFor()
    await bench.open('b', 'sim:sim5320?speed=fast')
    await bench.show('link')
    await bench.at('tool-both').click()
    await bench.at('both-send').click()
    for (const slot of ['a', 'b']) await bench.at(`both-${slot}`).getByText('+CSQ:').waitFor()
    await bench.at('link-a-resume').click()
    await bench.at('link-a-pause').waitFor()
  })

  test('one button goes back to command mode, each rung told, and the line takes AT again', async () => {
    await bench.at('link-a-back').click()
    const panel = bench.at('link-a-mode-panel')
    await panel.getByText('LCP Terminate sent').waitFor()
    await panel.getByText('Back in command mode.').waitFor()
    await bench.show('bench')
    await bench.at('terminal-a-input').waitFor()
    expect(await bench.at('slot-a-mode').getAttribute('data-mode')).toBe('command')
  })
})
