import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { stepIds } from '@core/connect/connect-state'
import { jsonLines, type RunOptions, type Running, startCli } from '../support/cli'
import { runCli } from '../support/command'
import { connectingStories } from '../support/modem-stories'
import { hasPtys } from '../support/pty-pair'

const fast = 'sim:sim7672?speed=fast'
const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']

// What a script may rely on: docs/guides and the README promise exactly this.
const words = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) })
const stepLine = z.strictObject({
  step: z.enum(stepIds),
  state: z.enum(['ok', 'skipped', 'failed']),
  ms: z.number().int().nonnegative(),
  facts: z.record(z.string(), z.unknown()),
  words,
})
const address = z.string().regex(/^\d+\.\d+\.\d+\.\d+$/)
const connectedLine = z.strictObject({
  verdict: z.literal('connected'),
  ip: address,
  ipv6: z.string().optional(),
  dns: z.array(address),
  ping: z
    .strictObject({
      host: z.string(),
      sent: z.number().int(),
      received: z.number().int(),
      avg_ms: z.number().nullable(),
    })
    .nullable(),
  ms: z.number().int(),
})
const failedLine = connectedLine.extend({
  verdict: z.literal('failed'),
  step: z.enum(stepIds),
  reason: z.string(),
  ip: address.nullable(),
  words,
  seen: z.array(z.string()),
  tries: z.array(words).min(1),
  mode: z.enum(['closed', 'unknown', 'booting', 'command', 'data', 'cmux']),
})

let folder: string
let number = 0
const running: Running[] = []
const begun = (program: Running): Running => {
  running.push(program)
  return program
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-connect-'))
})
afterAll(async () => {
  await Promise.all(running.map((program) => program.stop('SIGTERM')))
  rmSync(folder, { recursive: true, force: true })
})

/** A simulated modem that other programs reach, and its name as a port. */
async function offered(where: 'pty' | 'tcp', persona: string): Promise<string> {
  const link = join(folder, `modem${number++}`)
  const sim = begun(
    startCli(['sim', persona, ...(where === 'pty' ? ['--pty', link] : ['--tcp', '0'])]),
  )
  const [, name] = await sim.said(/^(.+)\n/)
  return name ?? ''
}

// Side by side: most of a connection is waiting for the modem, and each test has one of its own.
describe.concurrent('modem-bench connect --json', () => {
  test('prints one object a step and the verdict last, and exits 0', async () => {
    const ended = await runCli(['connect', fast, ...account, '--ping', 'pong.soracom.io', '--json'])
    expect(ended).toMatchObject({ code: 0, err: '' })
    const lines = jsonLines(ended.out)
    const last = connectedLine.parse(lines.pop())
    expect(last.ping).toMatchObject({ host: 'pong.soracom.io', sent: 3, received: 3 })
    expect(lines.map((line) => stepLine.parse(line).step)).toEqual([...stepIds])
  })

  test('ends with the failed step and its verdict, and exits 1', async () => {
    const ended = await runCli(['connect', 'sim:sim7672?nosim=1', ...account, '--json'])
    expect(ended.code).toBe(1)
    const lines = jsonLines(ended.out)
    expect(failedLine.parse(lines.pop())).toMatchObject({
      step: 'sim',
      reason: 'sim-missing',
      mode: 'command',
    })
    const steps = lines.map((line) => stepLine.parse(line))
    expect(steps.at(-1)).toMatchObject({ step: 'sim', state: 'failed' })
  })

  test('gives a verdict for a port that is not there, too, and exits 3', async () => {
    const ended = await runCli(['connect', join(folder, 'nothing'), ...account, '--json'])
    expect(ended.code).toBe(3)
    const lines = jsonLines(ended.out)
    expect(failedLine.parse(lines.pop())).toMatchObject({ step: 'port', reason: 'port-not-found' })
    expect(lines.map((line) => stepLine.parse(line).state)).toEqual(['failed'])
  })
})

describe.concurrent('modem-bench connect for a person', () => {
  test('says each step in a line, the verdict, what was seen and what to try', async () => {
    const ended = await runCli(['connect', 'sim:sim7672?nosim=1', ...account])
    expect(ended.code).toBe(1)
    expect(ended.out).toMatch(/^✓ port .* s {2}\S/m)
    expect(ended.out).toMatch(/✗ sim .*The modem sees no SIM/)
    expect(ended.out).toMatch(/The modem is in command mode/)
    expect(ended.out).toMatch(/ {2}\| \+CME ERROR: SIM not inserted/)
    expect(ended.out).toMatch(/ {2}- Power off, take the SIM out/)
  })

  test('says it in Japanese', async () => {
    const ended = await runCli(['connect', 'sim:sim7672?nosim=1', ...account, '--lang', 'ja'])
    expect(ended.out).toMatch(/SIM が検出されません。.*SIM not inserted/)
    expect(ended.out).toMatch(/モデムはコマンドモードです。/)
  })

  test.each([
    [[fast], /--apn is missing/],
    [[fast, '--preset', 'soracomm'], /no such preset[^]*\n {2}soracom {2}/],
    [[], /missing required argument 'port'/],
    [[fast, '--apn', 'a"b'], /--apn: must not hold quotes/],
    [[fast, '--apn', 'a\r\nAT+CFUN=0'], /--apn: must not hold quotes, line breaks/],
    [[fast, ...account, '--password', 'so"ra'], /--password: must not hold quotes/],
    [[fast, ...account, '--auth', 'magic'], /Allowed choices are pap, chap, auto, none/],
    [[fast, ...account, '--cid', '99'], /--cid: must be a whole number from 1 to 16/],
    [[fast, ...account, '--cid', 'one'], /--cid: must be a whole number from 1 to 16/],
    [[fast, ...account, '--http', 'ftp://example.com/'], /--http: must be an http:\/\/ or https/],
    [[fast, ...account, '--pdp-type', 'X25'], /Allowed choices are IP, IPV6, IPV4V6/],
    [[fast, ...account, '--ping', 'a\nb'], /--ping: must not hold/],
    [[fast, ...account, '--hold', 'long'], /--hold long: expected seconds/],
    [[fast, ...account, '--baud', '12'], /--baud 12: expected a speed/],
    [[fast, ...account, '--pin', '12'], /--pin: a PIN has 4 to 8 digits/],
    [
      [fast, ...account, '--log', '/no/such/folder/log'],
      /--log \/no\/such\/folder\/log: there is no such file or folder/,
    ],
    [['sim:nokia3310', ...account], /there is no such simulated modem; there are .*sim7672/],
    [['/dev/null', ...account], /is a device, but not a serial port/],
    [['tcp:127.0.0.1:99999', ...account], /port from 1 to 65535/],
    [[fast, ...account, '--loud'], /unknown option '--loud'/],
  ])('%j is refused with what was expected, and exit 2', async (args, expected) => {
    const ended = await runCli(['connect', ...args])
    expect(ended.err).toMatch(expected)
    expect(ended).toMatchObject({ code: 2, out: '' })
  })

  test.each([
    ['tcp:127.0.0.1:1', /nothing listens there/],
    ['/dev/modem-that-is-not-there', /no such port\. \/dev\/modem-that/],
  ])('%s cannot be used: exit 3', async (port, expected) => {
    const ended = await runCli(['connect', port, ...account])
    expect(ended.err).toMatch(expected)
    expect(ended.code).toBe(3)
  })

  test('writes the exchange to a file, explained, without the password and the SIM', async () => {
    const log = join(folder, 'bench.log')
    const login = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
    const ended = await runCli(['connect', fast, ...login, '--log', log])
    expect(ended.code).toBe(0)
    const text = readFileSync(log, 'utf8')
    expect(text).toMatch(/AT\+CEREG\?/)
    expect(text).toMatch(/# .*registered/i)
    expect(text).not.toMatch(/AT\+CGAUTH=1,2,"sora"/)
    expect(text).not.toContain('901310000000430')
  })

  test('says when and why a held link was lost, in the language asked for, and exits 1', async () => {
    const scenario = join(folder, 'scenario.txt')
    writeFileSync(scenario, 'at 20s cut-session\n')
    const port = `${fast}&scenario=${encodeURIComponent(scenario)}`
    const ended = await runCli(['connect', port, ...account, '--hold', '60', '--lang', 'ja'])
    expect(ended.code).toBe(1)
    expect(ended.err).toMatch(/60 秒のうち \d+ 秒で切れました/)
    expect(ended.err).toContain('相手側が PPP リンクを終了しました。')
  })

  test('keeps AT beside data through the second port (--at-port), and refuses one that has none', async () => {
    const beside = `${fast.split('?')[0] ?? ''}/at2`
    const held = await runCli(['connect', fast, ...account, '--at-port', beside, '--hold', '1'])
    expect(held.code).toBe(0)
    expect(held.err).toMatch(/\d s: RSRP -\d+ dBm/)
    const none = await runCli([
      'connect',
      'sim:generic',
      ...account,
      '--at-port',
      'sim:generic/at2',
    ])
    expect(none.code).toBe(2)
    expect(none.err).toContain('no second AT port')
  })

  test('stays connected as long as asked (--hold), and Ctrl-C ends that in command mode', async () => {
    const port = await offeredHere()
    const held = begun(startCli(['connect', port, ...account, '--hold', '600', '--json']))
    await held.said(/"verdict":"connected"/)
    const ended = await held.stop('SIGINT')
    expect(ended).toMatchObject({ code: 0, err: '' })
    const after = await runCli(['at', port, 'AT+CGMM'])
    expect(after).toMatchObject({ code: 0, out: 'SIM7672JP-MNGV\nOK\n' })
  })

  // By message as tests on Windows must: there a closed console window is SIGHUP too, and Ctrl-Break is SIGBREAK.
  test.each<[NodeJS.Signals, RunOptions]>([
    ['SIGHUP', {}],
    ['SIGTERM', {}],
    ['SIGHUP', { signals: 'message' }],
    ['SIGBREAK', { signals: 'message' }],
  ])('hangs up at %s %j, as when the terminal is closed', async (signal, options) => {
    const port = await offeredHere()
    const call = ['connect', port, ...account, '--hold', '600', '--json']
    const held = begun(startCli(call, options))
    await held.said(/"verdict":"connected"/)
    expect(await held.stop(signal)).toMatchObject({ code: 0, err: '' })
    expect(await runCli(['at', port, 'AT'])).toMatchObject({ code: 0, out: 'OK\n' })
  })

  // Where there are ptys, left-in-mux.test.ts does the same on one.
  if (!hasPtys)
    test.each([[[]], [['--cmux-mode', 'advanced']]])(
      'connects over the multiplexer (%j) after one that ended, and after one that was killed',
      async (mode) => {
        const port = await offered('tcp', `sim7672?speed=fast${mode.length > 0 ? '&mux=both' : ''}`)
        const run = ['connect', port, ...account, '--cmux', ...mode, '--json']
        for (let time = 1; time <= 2; time++) {
          const ended = await runCli(run)
          expect(ended, `time ${time}`).toMatchObject({ code: 0, err: '' })
          expect(jsonLines(ended.out).at(-1)).toMatchObject({ verdict: 'connected' })
        }
        const held = begun(startCli([...run, '--hold', '600']))
        await held.said(/"verdict":"connected"/)
        await held.stop('SIGKILL')
        const after = await runCli(run)
        expect(after).toMatchObject({ code: 0, err: '' })
        expect(jsonLines(after.out).at(-1)).toMatchObject({ verdict: 'connected' })
        expect(await runCli(['at', port, 'AT'])).toMatchObject({ code: 0, out: 'OK\n' })
      },
    )

  test('says that the port vanished when the cable is pulled during a call', async () => {
    const scenario = join(folder, 'unplug.txt')
    writeFileSync(scenario, 'at 20s unplug\n')
    const modem = `${fast}&scenario=${scenario}`
    const ended = await runCli(['connect', modem, ...account, '--hold', '300'])
    expect(ended.code).toBe(3)
    expect(ended.err).toContain('The port vanished.')
    expect(ended.err).not.toMatch(/ended here|stopped here/)
  })

  const offeredHere = () => offered('tcp', 'sim7672?speed=fast')
})

describe.concurrent.each([['tcp'], ['pty']] as const)(
  'a modem that another program offers by %s',
  (where) => {
    const there = () => where === 'tcp' || hasPtys

    describe.runIf(there())('as with a real modem', () => {
      connectingStories(() => offered(where, 'sim7672?speed=fast'), account, 'pong.soracom.io')
    })

    test.runIf(there())(
      'Ctrl-C while it registers: a verdict that states the mode, and AT goes on',
      async () => {
        const port = await offered(where, 'sim7672?attach=600')
        const program = begun(startCli(['connect', port, ...account, '--json']))
        await program.said(/"step":"radio"/)
        const ended = await program.stop('SIGINT')
        expect(ended.code).toBe(130)
        expect(failedLine.parse(jsonLines(ended.out).at(-1))).toMatchObject({
          step: 'registration',
          reason: 'connect-cancelled',
          mode: 'command',
        })
        expect(await runCli(['at', port, 'AT'])).toMatchObject({ code: 0, out: 'OK\n' })
      },
    )

    test.runIf(there())('Ctrl-C while it pings: the call is ended first', async () => {
      const port = await offered(where, 'sim7672?speed=fast&loss=1')
      const program = begun(
        startCli(['connect', port, ...account, '--ping', '100.127.100.127', '--json']),
      )
      await program.said(/"step":"dns"/)
      const ended = await program.stop('SIGINT')
      expect(ended.code).toBe(130)
      expect(failedLine.parse(jsonLines(ended.out).at(-1))).toMatchObject({
        reason: 'connect-cancelled',
        mode: 'command',
      })
      expect(await runCli(['at', port, 'AT'])).toMatchObject({ code: 0, out: 'OK\n' })
    })
  },
)

describe.concurrent('what is on the port is no modem', () => {
  interface Device {
    readonly name: string
    remove(): Promise<void>
  }
  /** Something on TCP that does with each connection what a bad cable or a wrong device would. */
  async function device(behave: (socket: Socket) => void): Promise<Device> {
    const sockets: Socket[] = []
    const server = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => socket.destroy())
      behave(socket)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const at = server.address()
    return {
      name: `tcp:127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`,
      async remove() {
        for (const socket of sockets) socket.destroy()
        await new Promise((resolve) => server.close(resolve))
      },
    }
  }

  const tenMegabytes = Buffer.alloc(10 * 1024 * 1024, 'x')
  const wrongSpeed = Buffer.from('80f8f800ff9c1e66f8e0fe00c0780d0a', 'hex')
  test.each<[string, (socket: Socket) => void, object, number]>([
    [
      'a wire from TX to RX',
      (socket) => void socket.pipe(socket),
      { step: 'port', reason: 'connect-echo-only' },
      1,
    ],
    ['nothing at all', () => undefined, { step: 'port', reason: 'connect-silent' }, 1],
    [
      'a log console',
      (socket) => socket.on('data', () => socket.write('[  12.345] usb 1-1: new device\r\n')),
      { step: 'port', reason: 'connect-no-modem' },
      1,
    ],
    [
      'the wrong speed',
      (socket) => socket.on('data', () => socket.write(wrongSpeed)),
      { step: 'port', reason: 'connect-noise' },
      1,
    ],
    ['a line of 10 MB', (socket) => void socket.write(tenMegabytes), { step: 'port' }, 1],
    [
      'a modem that goes away in the middle',
      (socket) =>
        socket.once('data', () => {
          socket.write('AT\r\r\nOK\r\n')
          socket.once('data', () => socket.destroy())
        }),
      { mode: 'closed' },
      3,
    ],
  ])('%s: a verdict, and the exit code', async (_what, behave, verdict, code) => {
    const there = await device(behave)
    try {
      const ended = await runCli(['connect', there.name, ...account, '--json'])
      expect(failedLine.parse(jsonLines(ended.out).at(-1))).toMatchObject(verdict)
      expect(ended.code).toBe(code)
    } finally {
      await there.remove()
    }
  })
})

describe.concurrent('modem-bench connect --log', () => {
  /** The last line that is not empty. */
  const lastOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)

  test('holds the hang-up, and the verdict behind it', async () => {
    const file = join(folder, 'whole.log')
    const ping = ['--ping', 'pong.soracom.io', '--log', file]
    expect((await runCli(['connect', fast, ...account, ...ping])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toMatch(/LCP TermAck/)
    expect(lastOf(file)).toMatch(/Connected as .*ping pong\.soracom\.io 3\/3/)
  })

  test('holds them when Ctrl-C ends the wait', async () => {
    const file = join(folder, 'held.log')
    const held = begun(startCli(['connect', fast, ...account, '--hold', '600', '--log', file]))
    await held.said(/Connected as/)
    await held.stop('SIGINT')
    expect(readFileSync(file, 'utf8')).toMatch(/LCP TermAck/)
    expect(lastOf(file)).toMatch(/Connected as/)
  })

  test('ends with why there is no connection', async () => {
    const file = join(folder, 'none.log')
    const ended = await runCli(['connect', `${fast}&nosim=1`, ...account, '--log', file])
    expect(ended.code).toBe(1)
    expect(lastOf(file)).toMatch(/SIM/)
    // The log of the last try is not written over.
    const before = readFileSync(file, 'utf8')
    const again = await runCli(['connect', fast, ...account, '--log', file])
    expect(again.code).toBe(2)
    expect(again.err).toContain(`--log ${file}`)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})
