import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf } from '@core/bytes'
import { encodeFrame, type FrameOption } from '@core/cmux/frame'
import { jsonLines, type Running, startCli } from '../support/cli'
import { runCli } from '../support/command'
import { hasPtys } from '../support/pty-pair'

const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
const options = ['basic', 'advanced'] as const

let folder: string
let number = 0
const running: Running[] = []
const begun = (program: Running): Running => {
  running.push(program)
  return program
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-mux-'))
})
afterAll(async () => {
  await Promise.all(running.map((program) => program.stop('SIGTERM')))
  rmSync(folder, { recursive: true, force: true })
})

/** A simulated modem with both options of the multiplexer, that other programs reach. */
async function offered(where: 'pty' | 'tcp', more = ''): Promise<string> {
  const link = join(folder, `modem${number++}`)
  const place = where === 'pty' ? ['--pty', link] : ['--tcp', '0']
  const sim = begun(startCli(['sim', `sim7672?speed=fast&mux=both${more}`, ...place]))
  const [, name] = await sim.said(/^(.+)\n/)
  return name ?? ''
}

/** Turns the multiplexer on as a program does that is killed right after: no call, no channel, no word from then on. */
async function leaveInMux(port: string, option: FrameOption): Promise<void> {
  const [, host, tcp] = /^tcp:(.+):(\d+)$/.exec(port) ?? []
  const socket = connect(Number(tcp), host)
  const said = (wanted: RegExp) =>
    new Promise<void>((resolve, reject) => {
      let text = ''
      socket.once('close', () => reject(new Error(`closed before ${String(wanted)}: ${text}`)))
      socket.on('data', (bytes) => {
        text += bytes.toString('latin1')
        if (wanted.test(text)) resolve()
      })
    })
  const agreed = said(/OK\r/)
  socket.write(bytesOf(`AT+CMUX=${option === 'basic' ? 0 : 1}\r`))
  await agreed
  const opened = said(/\x03\x73/)
  socket.write(encodeFrame({ dlci: 0, cr: 1, control: 'SABM', pf: 1 }, option))
  await opened
  socket.destroy()
}

describe.concurrent.each(options)(
  'a modem that sits in the multiplexer, %s option, and is silent',
  (option) => {
    test('answers modem-bench at', async () => {
      const port = await offered('tcp')
      await leaveInMux(port, option)
      expect(await runCli(['at', port, 'AT+CGMM'])).toMatchObject({
        code: 0,
        out: 'SIM7672JP-MNGV\nOK\n',
        err: '',
      })
    })

    test('runs a macro', async () => {
      const port = await offered('tcp')
      await leaveInMux(port, option)
      const ended = await runCli(['at', port, '--macro', 'information'])
      expect(ended).toMatchObject({ code: 0, err: '' })
      expect(ended.out).toContain('Manufacturer: SIMCOM INCORPORATED')
    })

    test('tells leftovers', async () => {
      const port = await offered('tcp')
      await leaveInMux(port, option)
      const ended = await runCli(['leftovers', port])
      expect(ended).toMatchObject({ code: 0, out: 'Nothing is left.\n', err: '' })
    })

    test('is probed', async () => {
      const port = await offered('tcp')
      await leaveInMux(port, option)
      const ended = await runCli(['probe', port, '--json'])
      expect(ended).toMatchObject({ code: 0, err: '' })
      const [result] = jsonLines(ended.out)
      expect(result).toMatchObject({ found: 'at', baudRate: 115_200 })
      expect(JSON.stringify(result)).toContain('left the multiplexer on')
      expect((await runCli(['at', port, 'AT'])).out).toBe('OK\n')
    })
  },
)

/** What ends a multiplexer, in the order in which it was sent, as the file of `--log` explains it. */
/** What ends a link, in the order in which each was first said: on a busy computer the answer may come behind T1, and it is said again. */
function endingIn(file: string): string[] {
  const rows = readFileSync(file, 'utf8').split('\n')
  const said = rows.flatMap((row) => {
    const [, found] = /→ .*(LCP TermReq|close channel \d|\(CLD\))/.exec(row) ?? []
    return found === undefined ? [] : [found]
  })
  return [...new Set(said)]
}

describe.runIf(hasPtys).concurrent.each(options)('connect --cmux on a pty, %s option', (option) => {
  const cmux = ['--cmux', '--cmux-mode', option]

  test('connects twice, and once more after one that was killed; then AT is answered', async () => {
    const port = await offered('pty')
    const run = ['connect', port, ...account, ...cmux, '--json']
    for (const time of ['first', 'second']) {
      const ended = await runCli(run)
      expect(ended, time).toMatchObject({ code: 0, err: '' })
    }
    const held = begun(startCli([...run, '--hold', '600']))
    await held.said(/"verdict":"connected"/)
    await held.stop('SIGKILL')
    expect(await runCli(run)).toMatchObject({ code: 0, err: '' })
    const again = begun(startCli([...run, '--hold', '600']))
    await again.said(/"verdict":"connected"/)
    await again.stop('SIGKILL')
    expect(await runCli(['at', port, 'AT'])).toMatchObject({ code: 0, out: 'OK\n' })
  })

  test('Ctrl-C ends the link, each channel and the multiplexer, in this order', async () => {
    const port = await offered('pty')
    const log = join(folder, `held${number++}.txt`)
    const held = begun(
      startCli(['connect', port, ...account, ...cmux, '--hold', '600', '--json', '--log', log]),
    )
    await held.said(/"verdict":"connected"/)
    expect(await held.stop('SIGINT')).toMatchObject({ code: 0, err: '' })
    expect(endingIn(log)).toEqual(['LCP TermReq', 'close channel 1', 'close channel 2', '(CLD)'])
    expect(await runCli(['at', port, 'AT'])).toMatchObject({ code: 0, out: 'OK\n' })
  })

  test('so does a dial that fails', async () => {
    const port = await offered('pty', '&auth=chap')
    const log = join(folder, `failed${number++}.txt`)
    const wrong = [...account.slice(0, -1), 'wrong', '--auth', 'chap']
    const ended = await runCli(['connect', port, ...wrong, ...cmux, '--json', '--log', log])
    expect(ended.code).toBe(1)
    expect(jsonLines(ended.out).at(-1)).toMatchObject({ step: 'ppp', mode: 'command' })
    expect(endingIn(log).slice(-3)).toEqual(['close channel 1', 'close channel 2', '(CLD)'])
    expect(await runCli(['at', port, 'AT'])).toMatchObject({ code: 0, out: 'OK\n' })
  })
})
