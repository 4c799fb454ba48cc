import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { type Running, startCli, startInTerminal, startProgram } from '../support/cli'
import { runCli } from '../support/command'
import { lacks } from '../support/needs'
import { patienceMs } from '../support/patience'
import { hasPtys } from '../support/pty-pair'

let folder: string
let running: Running[] = []
const begun = (program: Running): Running => {
  running.push(program)
  return program
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-sim-'))
})
afterEach(async () => {
  for (const program of running.splice(0)) await program.stop('SIGTERM')
  running = []
  rmSync(folder, { recursive: true, force: true })
})

/** A simulated modem on a pty, and the name of the pty. */
async function offered(persona = 'sim7672?speed=fast'): Promise<{ link: string; sim: Running }> {
  const link = join(folder, 'modem')
  const sim = begun(startCli(['sim', persona, '--pty', link]))
  await sim.said(/modem\n/)
  return { link, sim }
}

describe.runIf(hasPtys)('modem-bench sim on a pty', () => {
  test.skipIf(lacks('picocom', 'script'))('answers a person at picocom', async () => {
    const { link } = await offered()
    const terminal = begun(startInTerminal(`picocom -b 115200 ${link}`))
    await terminal.said(/Terminal ready/)
    terminal.type('AT+CGMM\r')
    await terminal.said(/SIM7672JP-MNGV\s+OK/)
    terminal.type('\u0001\u0018')
    expect((await terminal.ended).code).toBe(0)
  })

  test.skipIf(lacks('tio', 'script'))('answers a person at tio', async () => {
    const { link } = await offered()
    const terminal = begun(startInTerminal(`tio ${link}`))
    await terminal.said(/Connected/)
    terminal.type('AT+CPIN?\r')
    await terminal.said(/\+CPIN: READY\s+OK/)
    terminal.type('\u0014q')
    expect((await terminal.ended).code).toBe(0)
  })

  test.skipIf(lacks('minicom', 'script'))('answers a person at minicom', async () => {
    const { link } = await offered()
    writeFileSync(join(folder, '.minirc.dfl'), 'pu baudrate 115200\npu rtscts No\npu minit\n')
    const terminal = begun(
      startInTerminal(`minicom -o -D ${link}`, { env: { HOME: folder }, cwd: folder }),
    )
    await terminal.said(/for help on special keys/)
    terminal.type('AT+CGMM\r')
    await terminal.said(/SIM7672JP-MNGV\s+OK/)
    terminal.type('\u0001x')
    await terminal.said(/Leave Minicom/i)
    terminal.type('\r')
    expect((await terminal.ended).code).toBe(0)
  })

  test('keeps its state from one program to the next', async () => {
    const { link } = await offered()
    const set = await runCli(['at', link, 'AT+CGDCONT=1,"IP","bench.example"'])
    expect(set).toMatchObject({ code: 0, out: 'OK\n' })
    const kept = await runCli(['at', link, 'AT+CGDCONT?'])
    expect(kept.out).toContain('+CGDCONT: 1,"IP","bench.example"')
  })

  test('refuses a second program while one has the port, and names the one', async () => {
    const { link } = await offered()
    const first = begun(startCli(['at', link, '-']))
    first.type('AT\n')
    await first.said(/OK/)
    const second = await runCli(['at', link, 'AT'])
    expect(second.code).toBe(3)
    expect(second.err).toMatch(/Another program has the port open/)
    expect(second.err).toContain(String(first.child.pid))
    first.type('AT+CGMM\n')
    await first.said(/SIM7672JP/)
  })

  test('takes a call, a guarded +++, ATH, and AT again', async () => {
    const { link } = await offered('sim7672?speed=4&apn=soracom.io&user=sora&password=sora')
    const socat = begun(startProgram('socat', ['-', `${link},rawer`]))
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    socat.type('AT+CFUN=1\r')
    await socat.said(/OK/)
    for (const since = Date.now(); Date.now() - since < patienceMs;) {
      if (/\+CEREG: \d,[15]/.test(socat.out())) break
      socat.type('AT+CEREG?\r')
      await pause(500)
    }
    socat.type('ATD*99#\r')
    await socat.said(/\r\nCONNECT/)
    // AT is nothing to a modem in data mode, and a +++ without silence before it is data.
    socat.type('AT+CGMM\r+++')
    await pause(1500)
    expect(socat.out().split('CONNECT')[1]).not.toMatch(/\r\nOK/)
    socat.type('+++')
    await socat.said(/CONNECT[^]*\r\nOK\r\n/)
    socat.type('ATH\r')
    await socat.said(/CONNECT[^]*ATH\r[^]*OK\r\n/)
    socat.type('AT+CGMM\r')
    await socat.said(/ATH[^]*SIM7672JP-MNGV\r\n\r\nOK/)
  })

  test('ends at Ctrl-C with its link gone and exit 0', async () => {
    const { link, sim } = await offered()
    const ended = await sim.stop('SIGINT')
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(existsSync(link)).toBe(false)
  })

  test('says that socat is missing, and how to get it', async () => {
    const ended = await runCli(['sim', 'sim7672', '--pty', join(folder, 'm')], {
      env: { PATH: folder },
    })
    expect(ended.code).toBe(2)
    expect(ended.err).toMatch(/needs the program socat.*apt install socat.*--tcp/)
  })

  test('says why the link cannot be made, and overwrites nothing', async () => {
    const nowhere = await runCli(['sim', 'sim7672', '--pty', join(folder, 'no/such/m')])
    expect(nowhere.code).toBe(2)
    expect(nowhere.err).toMatch(/there is no such file or folder/)
    const file = join(folder, 'thesis.txt')
    writeFileSync(file, 'years of work')
    const taken = await runCli(['sim', 'sim7672', '--pty', file])
    expect(taken.code).toBe(2)
    expect(taken.err).toMatch(/that name is taken/)
    expect(existsSync(file)).toBe(true)
  })
})

const dialling = personas.filter(({ lacks }) => !lacks.includes('D'))

test('every simulated modem that dials connects, and a ping goes over it', async () => {
  const softbank = ['--apn', 'plus.4g', '--user', 'plus', '--password', '4g']
  const soracom = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
  const ended = await Promise.all(
    dialling.map(({ id, card }) =>
      runCli([
        ...['ping', `sim:${id}?speed=100`, 'pong.soracom.io', '--count', '1'],
        ...(card.imsi.startsWith('44020') ? softbank : soracom),
      ]),
    ),
  )
  for (const { code, out, err } of ended)
    expect({ code, out, err }).toMatchObject({ code: 0, out: expect.stringMatching(/1 of 1/) })
})

describe('modem-bench sim on TCP', () => {
  let sockets: Socket[] = []
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy()
    sockets = []
  })

  async function served(persona: string) {
    const sim = begun(startCli(['sim', persona, '--tcp', '0']))
    const [, port] = await sim.said(/tcp:127\.0\.0\.1:(\d+)\n/)
    return { sim, port: Number(port) }
  }
  function dial(port: number) {
    const socket = connect(port, '127.0.0.1').setEncoding('latin1')
    sockets.push(socket)
    let heard = ''
    socket.on('data', (text: string) => (heard += text))
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    const hears = (wanted: RegExp) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (wanted.test(heard)) resolve()
        }
        socket.on('data', look)
        socket.once('close', () => reject(new Error(`closed after ${JSON.stringify(heard)}`)))
        look()
      })
    return { socket, closed, hears, heard: () => heard }
  }

  /** Dials until a modem answers there: one that returns is refused first. */
  async function answersAt(port: number): Promise<void> {
    for (const since = Date.now(); Date.now() - since < patienceMs;) {
      const modem = dial(port)
      modem.socket.on('error', () => undefined)
      modem.socket.write('AT\r')
      if (
        await modem.hears(/OK/).then(
          () => true,
          () => false,
        )
      )
        return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('the modem did not return')
  }

  test('answers a raw socket with the octets of the modem', async () => {
    const { port } = await served('sim7672?speed=fast')
    const modem = dial(port)
    modem.socket.write('AT+CGMM\r')
    await modem.hears(/^AT\+CGMM\r\r\nSIM7672JP-MNGV\r\n\r\nOK\r\n$/)
  })

  test('tells a second program that the modem is taken, and serves it when the first has gone', async () => {
    const { port } = await served('sim7672?speed=fast')
    const first = dial(port)
    first.socket.write('ATE1\r')
    await first.hears(/OK/)
    const second = dial(port)
    await second.closed
    expect(second.heard()).toMatch(/has the port open/)
    first.socket.end()
    await first.closed
    const third = dial(port)
    third.socket.write('AT\r')
    await third.hears(/OK/)
  })

  test('takes faults from standard input while a program is connected', async () => {
    const sim = begun(startCli(['sim', 'sim7672?speed=fast', '--tcp', '0', '--control']))
    const [, port] = await sim.said(/tcp:127\.0\.0\.1:(\d+)\n/)
    const modem = dial(Number(port))
    modem.socket.write('ATE1\r')
    await modem.hears(/OK/)
    sim.type('remove-sim\nsupply=3.3\nmeteor\ncrash=7\n?\n')
    await modem.hears(/SIM REMOVED[^]*UNDER-VOLTAGE/)
    sim.type('crash\n')
    await modem.hears(/\*ATREADY: 1/)
    sim.type('unplug\n')
    await modem.closed
    sim.type('re-enumerate\n')
    await answersAt(Number(port))
    const { err } = await sim.stop('SIGINT')
    expect(err).toMatch(/remove-sim=on\nsupply=3\.3\nmodem-bench: .*no fault "meteor".*\n/)
    expect(err).toMatch(/crash=7: it happens once/)
    expect(err).toMatch(/power on, SIM absent[^]* {2}supply=3\.3 .*volts from 2\.5 to 5/)
  })

  test('ends at Ctrl-C while a program is connected', async () => {
    const { sim, port } = await served('sim7672?speed=fast')
    const modem = dial(port)
    modem.socket.write('AT\r')
    await modem.hears(/OK/)
    expect((await sim.stop('SIGINT')).code).toBe(0)
    await modem.closed
  })

  test('takes a free number for a further port where the next one is taken', async () => {
    const taken = createServer()
    const free = createServer()
    // Two numbers side by side: the upper one is taken, the lower one is free a moment later.
    const lower = await new Promise<number>((resolve) => {
      const look = () =>
        taken.listen(0, '127.0.0.1', () => {
          const address = taken.address()
          const upper = typeof address === 'object' && address ? address.port : 0
          free.removeAllListeners('error').once('error', () => taken.close(look))
          free.listen(upper - 1, '127.0.0.1', () => free.close(() => resolve(upper - 1)))
        })
      look()
    })
    const refused = await runCli(['sim', 'sim7672', '--tcp', String(lower + 1)])
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(/another program listens there already/)
    const sim = begun(startCli(['sim', 'sim7672', '--tcp', String(lower)]))
    const [, second] = await sim.said(/tcp:127\.0\.0\.1:(\d+) {2}\S/)
    taken.close()
    expect(Number(second)).not.toBe(lower + 1)
    expect((await runCli(['at', `tcp:127.0.0.1:${second}`, 'AT'])).code).toBe(0)
  })

  test.each([
    [['sim', 'sim7672'], /either --pty LINK or --tcp PORT/],
    [['sim', 'sim7672', '--tcp', '70000'], /from 0 to 65535/],
    [['sim', 'nokia3310', '--tcp', '0'], /there are .*sim7672/],
    [['sim', 'sim7672?color=red', '--tcp', '0'], /there is no option color; there are .*nosim/],
    [['sim', 'sim7672?pin=12', '--tcp', '0'], /4 to 8 digits/],
    [['sim', '--tcp', '0'], /missing required argument 'persona'/],
  ])('%j is refused with what was expected', async (args, words) => {
    const ended = await runCli(args)
    expect(ended.code).toBe(2)
    expect(ended.err).toMatch(words)
  })
})
