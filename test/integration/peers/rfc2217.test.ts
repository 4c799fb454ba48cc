import { createServer, type AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCli, startProgram, withoutJournal } from '../../support/cli'
import { runCli } from '../../support/command'
import { lacks } from '../../support/needs'
import { offeredModem, type OfferedModem } from './modem'

let modem: OfferedModem
beforeAll(async () => {
  modem = await offeredModem('speed=20&apn=soracom.io')
})
afterAll(() => modem.remove())

/** A TCP port that nobody has just now. */
function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    }),
  )
}

const noLines = /the port there does not let DTR and RTS be set/

describe.skipIf(lacks('ser2net'))('ser2net', () => {
  const accepters = ['telnet(rfc2217),tcp', 'telnet,tcp', 'tcp'] as const
  let ports: number[] = []
  let server: ReturnType<typeof startProgram>
  beforeAll(async () => {
    ports = await Promise.all(accepters.map(freePort))
    const file = join(modem.folder, 'ser2net.yaml')
    const connections = accepters.map(
      (accepter, at) =>
        `connection: &port${at}\n  accepter: ${accepter},127.0.0.1,${ports[at]}\n  connector: serialdev,${modem.at},115200n81,local\n`,
    )
    writeFileSync(file, `%YAML 1.1\n---\n${connections.join('')}`)
    server = startProgram('ser2net', ['-n', '-d', '-c', file, '-P', join(modem.folder, 'pid')])
    for (let listens = false; !listens;)
      listens = (await runCli(['at', `tcp:127.0.0.1:${ports[2]}`, 'AT'])).code === 0
  })
  afterAll(() => server.stop('SIGKILL'))
  const at = (which: number) => `rfc2217://127.0.0.1:${ports[which]}`

  test('carries a connection, PPP and all', async () => {
    const { code, out, err } = await runCli([
      'connect',
      at(0),
      '--apn',
      'soracom.io',
      '--user',
      'sora',
      '--password',
      'sora',
    ])
    expect(err).toMatch(noLines)
    expect(out).toMatch(/Connected as 10\./)
    expect(code).toBe(0)
  })

  test('that speaks no RFC 2217 is told from one that is raw', async () => {
    // ser2net closes at once while it still holds the modem for whoever was there before.
    let telnet = await runCli(['at', at(1), 'AT'])
    while (telnet.err.includes('without an answer')) telnet = await runCli(['at', at(1), 'AT'])
    expect(telnet.code).toBe(3)
    expect(telnet.err).toContain('telnet(rfc2217),tcp')
    const raw = await runCli(['at', at(2), 'AT'])
    expect(raw.code).toBe(3)
    expect(raw.err).toContain('open it as tcp:host:port')
  })
})

describe.skipIf(lacks('pyserial-miniterm'))('share', () => {
  test('is a port for pyserial and for this program, one after the other, and ends in order', async () => {
    const share = startCli(['share', modem.at, '--listen', '0'])
    const [, url = ''] = await share.said(/(rfc2217:\S+)\n/)
    const script = join(modem.folder, 'ask.py')
    writeFileSync(
      script,
      `import serial
p = serial.serial_for_url('${url}', baudrate=9600, timeout=20)
p.baudrate = 115200
p.dtr = False
p.dtr = True
p.write(b'AT+CGMM\\r')
print(p.read_until(b'OK\\r\\n'), p.cts, p.dsr)
p.close()
`,
    )
    // The system's own Python has the system's packages.
    const asked = await modem.run('/usr/bin/python3', [script])
    expect(asked.err).toBe('')
    expect(asked.out).toMatch(/JC-H.*OK.* True True/s)
    const { code, out } = await runCli(['at', url, 'AT+CGMM'])
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('JC-H') as unknown,
    })
    const ended = await share.stop('SIGINT')
    expect(ended.code).toBe(0)
    expect(withoutJournal(ended.err).match(/(came|writes|left)\.$/gm)).toEqual([
      'came.',
      'writes.',
      'left.',
      'came.',
      'writes.',
      'left.',
    ])
  })

  test('says what it cannot do', async () => {
    const place = await runCli(['share', modem.at, '--listen', 'here'])
    expect(place.err).toContain('--listen here: expected a TCP port')
    const port = await runCli(['share', '/dev/none-of-these', '--listen', '0'])
    expect(port.err).toContain('no such port. /dev/none-of-these')
    expect([place.code, port.code]).toEqual([2, 3])
  })
})
