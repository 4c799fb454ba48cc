import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { IpHost } from '@core/ip/host'
import type { BytePort } from '@core/ports/byte-port'
import { PppLink, type LinkEvent, type LinkUp } from '@core/ppp/link'
import { nodeChance as chance, nodeClock } from '@platform/clock/node-clock'
import { openPort } from '@platform/serial/open'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { patienceMs } from '../support/patience'
import { hasSlirp, slirpPeer, type SlirpPeer } from '../support/slirp'
import { nameServer } from '../support/name-server'
import { unlessClosed } from '../support/still-open'

const body = randomBytes(10_000_000)

interface Connected {
  link: PppLink
  host: IpHost
  up: LinkUp
}

describe.skipIf(!hasSlirp)('against slirp', () => {
  let peer: SlirpPeer
  let port: BytePort
  let server: Server
  let url: string

  beforeEach(async () => {
    peer = await slirpPeer()
    port = await openPort(peer.path)
    server = createServer((request, response) => {
      if (request.method !== 'POST') return response.end(body)
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const all = Buffer.concat(parts)
        response.end(`${Buffer.compare(all, body.subarray(0, all.length))} ${all.length}`)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://10.0.2.2:${(server.address() as AddressInfo).port}/`
  })

  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await port.close()
    await peer.remove()
  })

  async function connect(): Promise<Connected> {
    const link = new PppLink({
      role: 'client',
      clock: nodeClock,
      chance,
      write: (bytes) => void unlessClosed(port.write(bytes)),
    })
    port.onBytes((bytes) => link.feed(bytes))
    const up = await new Promise<LinkUp>((resolve, reject) => {
      link.on((event: LinkEvent) => {
        if (event.kind === 'up') resolve(event)
        if (event.kind === 'down') reject(new Error(`${event.code}: ${event.seen}`))
      })
      link.open()
    })
    const { address, mtu, dns } = up
    const host: IpHost = new IpHost({
      clock: nodeClock,
      chance,
      address,
      mtu,
      dns,
      send: (packet) => link.sendIp(packet),
    })
    link.on((event) => {
      if (event.kind === 'ip') host.receive(event.packet)
    })
    return { link, host, up }
  }

  test('comes up, pings, and fetches ten megabytes octet for octet', async () => {
    const { link, host, up } = await connect()
    expect(up.address).toBe('10.0.2.15')
    expect(up.auth).toBe('none')
    const ping = await host.ping('10.0.2.2', { count: 3, intervalMs: 50, timeoutMs: 3_000 })
    expect(ping.received).toBe(3)
    const got = await host.http(url, { timeoutMs: patienceMs })
    expect(got.status).toBe(200)
    expect(Buffer.compare(got.body, body)).toBe(0)
    expect(link.counters.badFcs).toBe(0)
    host.close()
    await link.close()
    expect(link.phase).toBe('dead')
  })

  test('posts two megabytes octet for octet', async () => {
    const { link, host } = await connect()
    const got = await host.http(url, {
      body: body.subarray(0, 2_000_000),
      timeoutMs: patienceMs,
    })
    expect(Buffer.from(got.body).toString()).toBe('0 2000000')
    host.close()
    await link.close()
  })

  test('asks a name server on this computer, over UDP and, where the answer is cut, over TCP', async () => {
    const names = await nameServer()
    const { link, host } = await connect()
    const server = `10.0.2.2:${names.port}`
    const short = await host.resolve('bench.example', { server })
    expect(short).toMatchObject({ server, answers: [{ type: 'A', data: '192.0.2.7' }] })
    const long = await host.resolve('long.example', { server, type: 'TXT' })
    expect(long.answers[0]?.data).toBe('x'.repeat(1200))
    await expect(host.resolve('none.example', { server })).rejects.toMatchObject({
      code: 'dns-no-such-name',
    })
    host.close()
    await link.close()
    await names.close()
  })

  test('a port where nobody listens is refused', async () => {
    const { link, host } = await connect()
    await expect(host.connect('10.0.2.2', 1)).rejects.toMatchObject({ code: 'tcp-refused' })
    host.close()
    await link.close()
  })
})
