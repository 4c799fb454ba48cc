import { openSync, closeSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jsonLines, runCli, startProgram } from '../../support/cli'
import { lacks } from '../../support/needs'
import { dialWithPppd, pppdPeer, pppdTest } from '../../support/pppd'
import { offeredModem, type OfferedModem } from './modem'

/** What wvdialconf writes into its file, and what most chat scripts begin with. */
const usualInit = 'ATQ0 V1 E1 S0=0 &C1 &D2 +FCLASS=0'

let modem: OfferedModem
beforeEach(async () => {
  modem = await offeredModem('speed=20&apn=soracom.io')
})
afterEach(() => modem.remove())

/** chat(8) on the pty, as pppd starts it; its words, and its exit code. */
function chat(script: string): Promise<{ code: number | null; said: string }> {
  writeFileSync(join(modem.folder, 'script'), script)
  const port = openSync(modem.at, 'r+')
  const child = spawn('timeout', ['120', 'chat', '-v', '-s', '-f', join(modem.folder, 'script')], {
    stdio: [port, port, 'pipe'],
  })
  let said = ''
  child.stderr?.setEncoding('latin1').on('data', (text: string) => (said += text))
  return new Promise((resolve) =>
    child.once('close', (code) => {
      closeSync(port)
      resolve({ code, said })
    }),
  )
}

const dial = [
  'ABORT ERROR',
  'TIMEOUT 30',
  "'' ATZ",
  `OK '${usualInit}'`,
  'OK AT+CREG?',
  'OK ATD*99#',
  "CONNECT ''",
].join('\n')

describe.skipIf(lacks('chat'))('chat', () => {
  test('dials with the usual init string, and finds the modem hung up when it comes again', async () => {
    const first = await chat(dial)
    expect(first).toMatchObject({ code: 0, said: expect.stringMatching(/CONNECT/) })
    // Closing the port dropped DTR (&D2): AT is answered at once, and the call can be made again. The simulator looks every 8 ms
    // whether somebody has its terminal open, so on a busy computer it may miss one closing, and sees the next.
    let again = await chat(dial)
    if (again.code !== 0) again = await chat(dial)
    expect(again).toMatchObject({ code: 0, said: expect.stringMatching(/CONNECT/) })
  })
})

describe.skipIf(lacks('wvdial'))('wvdial', () => {
  test('initializes the modem with the string of wvdialconf', async () => {
    const config = join(modem.folder, 'wvdial.conf')
    writeFileSync(
      config,
      [
        '[Dialer Defaults]',
        `Modem = ${modem.at}\nBaud = 115200\nInit1 = ATZ\nInit2 = ${usualInit}`,
        'Phone = *99#\nUsername = sora\nPassword = sora\nStupid Mode = 1\nDial Attempts = 1\n',
      ].join('\n'),
    )
    // Its standard input stays open: at its end wvdial may stop before it dials. Debian 13's does so by itself now and then,
    // with everything in order until there, and on a busy computer each time: what is ours is that it gets so far.
    const dials = /\+FCLASS=0\s+OK[^]*Modem initialized[^]*Sending: ATDT\*99#/
    for (let start = 0, dialled = false; start < 5 && !dialled; start++) {
      const wvdial = startProgram('wvdial', ['-C', config])
      dialled = await wvdial.complained(dials).then(
        () => true,
        () => false,
      )
      const { out, err } = await wvdial.stop()
      expect(out + err).toContain('Modem initialized')
      expect(out + err).not.toContain('Bad init')
    }
    expect((await runCli(['at', modem.at, 'AT'])).out).toBe('OK\n')
  })
})

// Most computers for tests have no /dev/ppp; where there is one, the kernel is the strictest peer of all.
pppdTest('pppd dials the modem by chat, gets its address and hangs up', async () => {
  const script = join(modem.folder, 'script')
  writeFileSync(script, dial)
  for (let round = 0; round < 3; round++) {
    const pppd = dialWithPppd(modem.at, script)
    await pppd.said(/local +IP address 10\.[^]*remote IP address/)
    await pppd.stop('SIGTERM')
  }
  expect((await runCli(['at', modem.at, 'AT'])).out).toBe('OK\n')
})

pppdTest('pppd opens with connect --direct, time after time', async () => {
  for (let round = 0; round < 10; round++) {
    const peer = await pppdPeer()
    try {
      const proof = ['--ping', '10.64.64.64', '--json']
      const ended = await runCli(['connect', peer.path, '--direct', ...proof])
      const verdict = jsonLines(ended.out).at(-1)
      expect(verdict).toMatchObject({ verdict: 'connected', ip: '10.64.64.65' })
    } finally {
      await peer.remove()
    }
  }
})
