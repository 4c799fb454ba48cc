import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { fingerprintOf, selfCertificate } from '@hosts/web/self-certificate'
import { remoteFigures } from '@platform/network/remote-figures'
import { Fault } from '@core/fault'
import type { FiguresAnswer } from '@core/ports/remote-figures'
import { benchFixture } from '../../support/bench-fixture'

let end: () => Promise<unknown> = async () => undefined
afterEach(() => end())

const urls = ['http://up:8470/', 'http://down:8470/', 'http://locked:8470/']
const remotes = JSON.stringify([
  { url: urls[0], token: 'abc' },
  { url: urls[1], token: 'abc' },
  { url: urls[2] },
])

test('every remembered bench is told at once; one that is down is asked less often, and none when nobody looks', async () => {
  const asked: Record<string, number> = {}
  let closed = 0
  const there = await benchFixture()
  await there.ask('port.open', { slot: 'a', path: 'sim:sim7672', options: { askAt: true } })
  await there.clock.advance(20_000)
  const fixture = await benchFixture(
    1,
    { 'remotes.json': remotes },
    {
      remoteFigures: ({ url }) => ({
        ask: async (): Promise<FiguresAnswer> => {
          asked[url] = (asked[url] ?? 0) + 1
          if (url === urls[1]) throw new Fault('host-unreachable')
          return { kind: 'figures', figures: there.bench.figures() }
        },
        end: () => closed++,
      }),
    },
  )
  end = () => Promise.all([there.end(), fixture.end()])
  const { ask, clock } = fixture
  expect((await ask('benches.read', undefined)).map(({ state }) => state)).toEqual([
    'asking',
    'asking',
    'asking',
  ])
  for (let second = 0; second < 60; second += 5) {
    await clock.advance(5_000)
    await ask('benches.read', undefined)
  }
  const [up, down, locked] = await ask('benches.read', undefined)
  expect(up).toMatchObject({ state: 'reached', why: null })
  expect(up?.figures?.slots[0]).toMatchObject({ port: 'sim:sim7672', rung: { id: 'network' } })
  expect(down).toMatchObject({ state: 'unreachable', figures: null })
  expect(locked?.state).toBe('no-token')
  expect(asked[urls[0] ?? '']).toBeGreaterThan(15)
  expect(asked[urls[1] ?? '']).toBeLessThan(6)
  await clock.advance(30_000)
  expect(closed).toBe(2)
  const before = { ...asked }
  await clock.advance(60_000)
  expect(asked).toEqual(before)
})

test('what answers with something else is told as such', async () => {
  const fixture = await benchFixture(
    1,
    { 'remotes.json': remotes },
    {
      remoteFigures: () => ({
        ask: async () => ({ kind: 'figures' as const, figures: { slots: 'many' } }),
        end: () => undefined,
      }),
    },
  )
  end = () => fixture.end()
  await fixture.ask('benches.read', undefined)
  await fixture.clock.advance(100)
  const [first] = await fixture.ask('benches.read', undefined)
  expect(first?.why?.en).toContain('no figures of a bench')
})

test('the figures are asked for over one connection with the token; a wrong token and another server are told', async () => {
  let connections = 0
  let status = 200
  const server: Server = createServer((request, response) => {
    const known = request.headers.authorization === 'Bearer abc'
    response.writeHead(known ? status : 403).end(JSON.stringify({ url: request.url }))
  }).on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const way = remoteFigures({ url, token: 'abc' })
  end = async () => {
    way.end()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const figures = { url: '/api/calls/figures.read' }
  expect(await way.ask()).toEqual({ kind: 'figures', figures })
  expect(await way.ask()).toEqual({ kind: 'figures', figures })
  expect(connections).toBe(1)
  status = 404
  await expect(way.ask()).rejects.toMatchObject({ code: 'host-unreachable' })
  const stranger = remoteFigures({ url, token: 'wrong' })
  await expect(stranger.ask()).rejects.toMatchObject({ code: 'host-refused' })
  stranger.end()
})

test('a certificate that was compared is known on every connection; the token goes to no other one', async () => {
  const own = selfCertificate(['127.0.0.1'], Date.now())
  const asked: (string | undefined)[] = []
  const server = createTlsServer(own, (request, response) => {
    asked.push(request.headers.authorization)
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const fingerprint = fingerprintOf(own.cert)
  const ways = [
    remoteFigures({ url, token: 'abc', fingerprint }),
    remoteFigures({ url, token: 'abc', ca: own.cert }),
  ]
  const stranger = remoteFigures({
    url,
    token: 'abc',
    fingerprint: fingerprint.replace(/^../, 'ZZ'),
  })
  end = async () => {
    for (const way of [...ways, stranger]) way.end()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const figures = { kind: 'figures', figures: {} }
  for (const way of ways) {
    expect(await way.ask()).toEqual(figures)
    expect(await way.ask()).toEqual(figures)
    const closed = new Promise((resolve) => server.once('connection', resolve))
    way.end()
    expect(await way.ask()).toEqual(figures)
    await closed
  }
  expect(await stranger.ask()).toEqual({ kind: 'untrusted' })
  expect(asked).toEqual(Array.from({ length: 6 }, () => 'Bearer abc'))
})
