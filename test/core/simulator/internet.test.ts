import { expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { seededChance } from '@core/ports/chance'
import { IpHost } from '@core/ip/host'
import { Host, ppp } from './host'

/** A host with PPP up and its own small IP stack on it. */
async function online(host = new Host()) {
  await host.profiled()
  await host.ask('ATD*99***1#', 1_000)
  const { link, events, up } = ppp(host)
  link.open()
  await host.clock.advance(6_000)
  const found = up()
  if (found?.kind !== 'up') throw new Error('PPP did not come up')
  const ip = new IpHost({
    clock: host.clock,
    chance: seededChance(4),
    address: found.address,
    mtu: 1500,
    dns: found.dns,
    send: (packet) => link.sendIp(packet),
  })
  link.on((event) => {
    if (event.kind === 'ip') ip.receive(event.packet)
  })
  return { host, ip, events, link }
}

test('answers pings in the time a radio takes', async () => {
  const { host, ip } = await online()
  const result = await host.clock.until(ip.ping('pong.soracom.io', { count: 3 }))
  expect(result).toMatchObject({ sent: 3, received: 3, address: '100.127.100.127' })
})

test('looks up names, and knows that a name does not exist', async () => {
  const { host, ip } = await online()
  const found = await host.clock.until(ip.resolve('metadata.soracom.io'))
  expect(found.answers[0]).toMatchObject({ type: 'A', data: '100.127.100.127' })
  await expect(host.clock.until(ip.resolve('no.such.example'))).rejects.toMatchObject({
    code: expect.stringContaining('dns'),
  })
})

test.each([
  ['soracom.io', 'TXT', 'v=spf1 -all'],
  ['example.com', 'AAAA', '2001:db8::10'],
  ['8.8.8.8', 'PTR', 'dns.google'],
] as const)('knows of %s its %s record', async (name, type, data) => {
  const { host, ip } = await online()
  const found = await host.clock.until(ip.resolve(name, { type }))
  expect(found.answers).toMatchObject([{ type, data }])
})

test.each([
  ['GET', 'http://pong.soracom.io/', 200, 'pong\n'],
  ['GET', 'http://metadata.soracom.io/v1/userdata', 200, 'simulated'],
  ['GET', 'http://ip.example/', 200, '10.164.98.251\n'],
  ['POST', 'http://harvest.soracom.io/', 201, ''],
  ['GET', 'http://harvest.soracom.io/', 405, 'POST only\n'],
])('answers %s %s with %i', async (method, url, status, body) => {
  const { host, ip } = await online()
  const options = method === 'POST' ? { method: 'POST', body: bytesOf('{"temp":27.9}') } : {}
  const reply = await host.clock.until(ip.http(url, options))
  expect(reply.status).toBe(status)
  expect(latin1(reply.body)).toBe(body)
})

test('keeps a server log in which the change of client address can be seen', async () => {
  const { host, ip } = await online()
  await host.clock.until(
    ip.http('http://harvest.soracom.io/a', { method: 'POST', body: bytesOf('1') }),
  )
  expect(host.network.internet.log).toMatchObject([
    {
      client: '10.164.98.251',
      host: 'harvest.soracom.io',
      method: 'POST',
      path: '/a',
      status: 201,
    },
  ])
})

test('tells the time', async () => {
  const { host, ip } = await online()
  const time = await host.clock.until(ip.ntp('ntp.soracom.io'))
  expect(Math.abs(time.offsetMs)).toBeLessThan(200)
})

test('loses every packet when told to, and none while there is no coverage either', async () => {
  const { host, ip } = await online()
  host.modem.faults.impair({ loss: 1 })
  const lost = await host.clock.until(ip.ping('100.127.100.127', { count: 2, timeoutMs: 1_000 }))
  expect(lost.received).toBe(0)
  host.modem.faults.impair({ loss: 0 })
  host.modem.faults.loseCells()
  const dark = await host.clock.until(ip.ping('100.127.100.127', { count: 2, timeoutMs: 1_000 }))
  expect(dark.received).toBe(0)
})

test('is not ended by the network while something is sent every half hour', async () => {
  const { host, ip } = await online()
  for (let i = 0; i < 6; i++) {
    await host.clock.advance(30 * 60_000)
    await host.clock.until(ip.ping('100.127.100.127', { count: 1 }))
  }
  expect(host.modem.mode).toBe('data')
})

test('pings and looks names up by itself, without PPP', async () => {
  const host = await new Host().profiled()
  expect(await host.lines('AT+CDNSGIP="pong.soracom.io"')).toEqual([
    '+CDNSGIP: 1,"pong.soracom.io","100.127.100.127"',
    'OK',
  ])
  const lines = await host.lines('AT+CPING="pong.soracom.io",1,2,64,1000,10000,255', 6_000)
  expect(lines[0]).toBe('OK')
  expect(lines[1]).toMatch(/^\+CPING: 1,100\.127\.100\.127,64,\d+,255$/)
  expect(lines[3]).toMatch(/^\+CPING: 3,2,2,0,\d+,\d+,\d+$/)
  expect(await host.lines('AT+CPING="pong.soracom.io",1,9')).toEqual([
    '+CME ERROR: incorrect parameters',
  ])
})
