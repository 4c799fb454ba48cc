import { IpHost } from '@core/ip/host'
import { serveHttp } from '@core/ip/http-server'
import type { BytePort } from '@core/ports/byte-port'
import { seededChance } from '@core/ports/chance'
import { PppLink, type LinkUp } from '@core/ppp/link'
import { expect, test } from 'vitest'
import { unlessClosed } from '../../support/still-open'
import { ask, loaded } from './loaded'

const total = 10_000_000

function linkOn(port: BytePort, options: Omit<ConstructorParameters<typeof PppLink>[0], 'write'>) {
  const link = new PppLink({ ...options, write: (bytes) => void unlessClosed(port.write(bytes)) })
  port.onBytes((bytes) => link.feed(bytes))
  return link
}

test('ten megabytes over TCP and PPP on one channel, and AT on the other is answered within 100 ms', async () => {
  const { clock, data, at, farData, computer } = await loaded(1500)
  const chance = seededChance(1)
  const client = linkOn(data, { role: 'client', clock, chance })
  const server = linkOn(farData, {
    role: 'server',
    clock,
    chance,
    server: {
      require: 'none',
      check: () => true,
      address: '10.64.64.64',
      clientAddress: '10.141.26.2',
      dns: [],
    },
  })
  const up = new Promise<LinkUp>((resolve) =>
    client.on((event) => event.kind === 'up' && resolve(event)),
  )
  server.open()
  client.open()
  const { address, mtu, dns } = await clock.until(up, 30_000)
  const common = { clock, chance, mtu, dns }
  const near: IpHost = new IpHost({ ...common, address, send: (packet) => client.sendIp(packet) })
  const far: IpHost = new IpHost({
    ...common,
    address: '10.64.64.64',
    promiscuous: true,
    send: (packet) => server.sendIp(packet),
  })
  client.on((event) => event.kind === 'ip' && near.receive(event.packet))
  server.on((event) => event.kind === 'ip' && far.receive(event.packet))
  const page = new Uint8Array(total).map((_, i) => (i * 31 + (i >> 8)) & 0xff)
  far.listenTcp(80, (connection) => void serveHttp(connection, () => ({ status: 200, body: page })))

  let moving = true
  const options = { maxBytes: total, timeoutMs: 600_000 }
  const fetched = near.http('http://203.0.113.1/', options).finally(() => (moving = false))
  const asked = ask(clock, at, 500, () => moving)
  const got = await clock.until(fetched, 600_000, 250)
  const tookMs = await clock.until(asked)

  expect(Buffer.compare(got.body, page)).toBe(0)
  expect(tookMs.length).toBeGreaterThan(100)
  expect(Math.max(...tookMs)).toBeLessThan(100)
  expect(client.counters.badFcs + server.counters.badFcs).toBe(0)
  // 92,160 octets a second is what the line carries.
  expect(total / (got.ms / 1000) / 92_160).toBeGreaterThan(0.8)
  client.abort()
  server.abort()
  near.close()
  far.close()
  await clock.until(computer.close(), 30_000)
})
