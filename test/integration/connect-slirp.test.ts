import { createServer, type Server } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AtFront, atFront } from '../support/at-front'
import { jsonLines } from '../support/cli'
import { runCli } from '../support/command'
import { hasSlirp, slirpPeer } from '../support/slirp'

// 10.0.2.2 is this computer behind slirp.
describe.skipIf(!hasSlirp)('modem-bench connect against slirp', () => {
  let server: Server
  let url: string
  let asked: string[]
  beforeEach(async () => {
    asked = []
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('hello from the bench')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://10.0.2.2:${(server.address() as AddressInfo).port}/bench`
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  describe('behind a SIM7672 that answers AT', () => {
    let front: AtFront
    let folder: string
    beforeEach(async () => {
      front = await atFront()
      folder = mkdtempSync(join(tmpdir(), 'modem-bench-connect-'))
    })
    afterEach(async () => {
      await front.remove()
      rmSync(folder, { recursive: true, force: true })
    })

    test('dials, gets the address, pings, fetches a page, hangs up, and answers AT again', async () => {
      const log = join(folder, 'bench.log')
      const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
      const proof = ['--ping', '10.0.2.2', '--http', url, '--log', log]
      const ended = await runCli(['connect', front.path, ...account, ...proof, '--json'])
      expect(ended.err).toBe('')
      expect(ended.code).toBe(0)
      const lines = jsonLines(ended.out)
      expect(lines.at(-1)).toMatchObject({
        verdict: 'connected',
        ip: '10.0.2.15',
        ping: { host: '10.0.2.2', sent: 3, received: 3 },
      })
      expect(lines.find((line) => line['step'] === 'configure')).toMatchObject({
        state: 'skipped',
      })
      expect(lines.find((line) => line['step'] === 'http')).toMatchObject({
        state: 'ok',
        facts: { status: 200, bytes: 20 },
      })
      expect(asked).toEqual(['/bench'])
      expect(front.commands).toContain('ATD*99***1#')
      const written = readFileSync(log, 'utf8')
      expect(written).toMatch(/CONNECT/)
      expect(written).not.toContain('901310000000007')
      const after = await runCli(['at', front.path, 'AT+CEREG?'])
      expect(after).toMatchObject({ code: 0, out: '+CEREG: 0,5\nOK\n' })
    })
  })

  test('speaks PPP at once to a line without AT (--direct)', async () => {
    const peer = await slirpPeer()
    try {
      const ended = await runCli([
        'connect',
        peer.path,
        '--direct',
        '--ping',
        '10.0.2.2',
        '--http',
        url,
        '--json',
      ])
      expect(ended.code).toBe(0)
      const lines = jsonLines(ended.out)
      expect(lines.map((line) => line['step'])).toEqual([
        'dial',
        'ppp',
        'address',
        'dns',
        'ping',
        'http',
        undefined,
      ])
      expect(lines.at(-1)).toMatchObject({ verdict: 'connected', ip: '10.0.2.15' })
      expect(asked).toEqual(['/bench'])
    } finally {
      await peer.remove()
    }
  })
})
