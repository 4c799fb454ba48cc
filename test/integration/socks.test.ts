import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect as tcpConnect, createServer as tcpServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { dialOver, type Dial } from '@core/ip/socks-dial'
import { socksConnect, socksGreeting, type SocksCredentials } from '@core/ip/socks5'
import { Fault } from '@core/fault'
import type { SocksProxy } from '@core/ip/socks-proxy'
import { openSocksServer } from '@platform/network/socks-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lacksHere } from '../support/needs'
import { until } from '../support/pty-pair'
import { hasSlirp } from '../support/slirp'
import { slirpLink, type SlirpLink } from '../support/slirp-link'

const hasCurl = !lacksHere('curl')
const run = promisify(execFile)
const body = randomBytes(10_000_000)

/** The real curl through the proxy; what it wrote to standard output, and its exit code. */
async function curl(proxy: SocksProxy, ...args: string[]): Promise<{ out: string; code: number }> {
  const url = `socks5h://127.0.0.1:${proxy.state.port}`
  const all = [
    '--silent',
    '--show-error',
    '--speed-time',
    '60',
    '--speed-limit',
    '1',
    '--proxy',
    url,
    ...args,
  ]
  return run('curl', all).then(
    ({ stdout }) => ({ out: stdout, code: 0 }),
    (error: { code: number; stderr: string }) => ({ out: error.stderr, code: error.code }),
  )
}

async function sha(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

describe.skipIf(!hasSlirp || !hasCurl)(
  'the SOCKS proxy over PPP to slirp, with the real curl',
  () => {
    let far: SlirpLink
    let server: Server
    let proxy: SocksProxy
    let port: number
    let folder: string

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'modem-bench-socks-'))
      server = createServer((request, response) => {
        if (request.method === 'GET') return response.end(request.url === '/big' ? body : 'small')
        const hash = createHash('sha256')
        request.on('data', (part: Buffer) => hash.update(part))
        request.on('end', () => response.end(hash.digest('hex')))
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      port = (server.address() as AddressInfo).port
      far = await slirpLink()
      proxy = await open()
    })
    afterEach(async () => {
      await proxy.close()
      await far.remove()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    })

    const open = (
      options: { budgetBytes?: number; credentials?: SocksCredentials } = {},
    ): Promise<SocksProxy> =>
      openSocksServer({ dial: dialOver(() => far.host), port: 0, budgetBytes: null, ...options })
    const reopen = async (options: { budgetBytes?: number; credentials?: SocksCredentials }) => {
      await proxy.close()
      proxy = await open(options)
    }

    test('fetches ten megabytes octet for octet, and counts them', async () => {
      const file = join(folder, 'big')
      expect(await curl(proxy, `http://10.0.2.2:${port}/big`, '-o', file)).toEqual({
        out: '',
        code: 0,
      })
      expect(await sha(file)).toBe(createHash('sha256').update(body).digest('hex'))
      expect(proxy.state.rxBytes).toBeGreaterThan(10_000_000 * 1.02)
      await until(() => proxy.state.connections === 0)
      expect(proxy.state).toMatchObject({ total: 1, refused: 0 })
      expect(far.link.counters.badFcs).toBe(0)
    })

    test('posts a megabyte octet for octet', async () => {
      const file = join(folder, 'post')
      writeFileSync(file, body.subarray(0, 1_000_000))
      const { out } = await curl(proxy, `http://10.0.2.2:${port}/`, '--data-binary', `@${file}`)
      expect(out).toBe(createHash('sha256').update(body.subarray(0, 1_000_000)).digest('hex'))
    })

    test('carries twenty connections in a row and twenty at once', async () => {
      const url = `http://10.0.2.2:${port}/small`
      for (let i = 0; i < 20; i++) expect((await curl(proxy, url)).out).toBe('small')
      const all = await Promise.all(Array.from({ length: 20 }, () => curl(proxy, url)))
      expect(all.every(({ out }) => out === 'small')).toBe(true)
      // Curl is gone a moment before the server has said its last word.
      await until(() => proxy.state.connections === 0)
      expect(proxy.state).toMatchObject({ total: 40, refused: 0 })
    })

    test('says by SOCKS reply that nobody listens', async () => {
      const { code, out } = await curl(proxy, 'http://10.0.2.2:1/')
      // curl: 97 is CURLE_PROXY, with the reply in its words.
      expect(code).toBe(97)
      expect(out).toMatch(/refused|\(5\)/i)
      expect(proxy.state.lastRefusal).toContain('10.0.2.2:1')
    })

    test('lets in who knows the password, and nobody else', async () => {
      await reopen({ credentials: { user: 'me', password: 'secret' } })
      const url = `http://10.0.2.2:${port}/small`
      expect((await curl(proxy, url)).code).toBe(97)
      expect((await curl(proxy, '--proxy-user', 'me:wrong', url)).code).toBe(97)
      expect((await curl(proxy, '--proxy-user', 'me:secret', url)).out).toBe('small')
      expect(proxy.state).toMatchObject({ protected: true, total: 3, refused: 2 })
    })

    test('stops in the middle when the budget is used up, and lets nobody in then', async () => {
      await reopen({ budgetBytes: 1_000_000 })
      const file = join(folder, 'cut')
      const url = `http://10.0.2.2:${port}/big`
      expect((await curl(proxy, url, '-o', file)).code).not.toBe(0)
      expect(proxy.state).toMatchObject({ spent: true, connections: 0 })
      expect(proxy.state.rxBytes).toBeLessThan(1_000_000 + 262_144)
      expect((await curl(proxy, url)).out).toMatch(/\(2\)|not allowed|ruleset/i)
      expect(proxy.state.lastRefusal).toContain('budget')
    })

    test('passes a half-closed connection on: the answer comes after the question has ended', async () => {
      const counting = tcpServer({ allowHalfOpen: true }, (socket) => {
        let count = 0
        socket.on('data', (part) => (count += part.length))
        socket.on('end', () => socket.end(`counted ${count}`))
      })
      await new Promise<void>((resolve) => counting.listen(0, '127.0.0.1', resolve))
      const target = { host: '10.0.2.2', port: (counting.address() as AddressInfo).port }
      const client = tcpConnect({
        port: proxy.state.port ?? 0,
        host: '127.0.0.1',
        allowHalfOpen: true,
      })
      const heard: Buffer[] = []
      const ended = new Promise((resolve) => client.on('end', resolve))
      client.on('data', (part) => heard.push(part))
      client.write(socksGreeting())
      client.write(socksConnect(target))
      // Sent without waiting for the answer: what follows the request belongs to the stream.
      client.end(body.subarray(0, 50_000))
      await ended
      client.destroy()
      await new Promise((resolve) => counting.close(resolve))
      const all = Buffer.concat(heard)
      expect(all.subarray(0, 2).toString('hex')).toBe('0500')
      expect(all.subarray(12).toString()).toBe('counted 50000')
    })

    test('cuts its clients when the link ends, so that half a file never looks whole', async () => {
      const file = join(folder, 'lost')
      const fetching = curl(proxy, `http://10.0.2.2:${port}/big`, '-o', file)
      await until(() => proxy.state.rxBytes > 200_000)
      far.host.close()
      expect((await fetching).code).not.toBe(0)
      expect(proxy.state.connections).toBe(0)
      const later = await curl(proxy, `http://10.0.2.2:${port}/small`)
      expect(later.code).toBe(97)
    })

    test('connects twenty times in a row', async () => {
      for (let i = 0; i < 20; i++) {
        const one = await slirpLink()
        const ping = await one.host.ping('10.0.2.2', { count: 1, timeoutMs: 3000 })
        expect(ping.received).toBe(1)
        await one.remove()
        expect(one.link.phase).toBe('dead')
      }
    })
  },
)

describe('the SOCKS proxy itself', () => {
  const nowhere: Dial = () => Promise.reject(new Fault('net-not-connected'))

  test('says that its port is taken', async () => {
    const first = await openSocksServer({ dial: nowhere, port: 0, budgetBytes: null })
    const second = openSocksServer({
      dial: nowhere,
      port: first.state.port ?? 0,
      budgetBytes: null,
    })
    await expect(second).rejects.toMatchObject({ code: 'socks-port' })
    await first.close()
    expect(first.state).toMatchObject({ on: false, port: null })
  })

  test('refuses without a link with “network unreachable”, and closes', async () => {
    const proxy = await openSocksServer({ dial: nowhere, port: 0, budgetBytes: null })
    const client = tcpConnect(proxy.state.port ?? 0, '127.0.0.1')
    client.write(socksGreeting())
    client.write(socksConnect({ host: 'example.com', port: 80 }))
    const heard: Buffer[] = []
    for await (const part of client) heard.push(part as Buffer)
    expect(Buffer.concat(heard).toString('hex')).toBe('050005030001000000000000')
    expect(proxy.state).toMatchObject({ total: 1, refused: 1, connections: 0 })
    await proxy.close()
  })

  test('survives a hundred clients that go away at once', async () => {
    const proxy = await openSocksServer({ dial: nowhere, port: 0, budgetBytes: null })
    for (let i = 0; i < 100; i++) {
      const client = tcpConnect(proxy.state.port ?? 0, '127.0.0.1')
      await new Promise((resolve) => client.once('connect', resolve))
      if (i % 2) client.write(socksGreeting().subarray(0, 1 + (i % 3)))
      client.resetAndDestroy()
    }
    await proxy.close()
    expect(proxy.state.connections).toBe(0)
  })
})
