import { WebSocketServer, type WebSocket } from 'ws'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RemoteSocket } from '@hosts/cli/remote-socket'
import { KeptAnswers } from '@hosts/web/kept-answers'
import { attach } from '@hosts/web/window-socket'
import { type Cable, cableTo } from '../../support/cable'
import { benchFixture } from '../../support/bench-fixture'

let fixture: Awaited<ReturnType<typeof benchFixture>>
let server: WebSocketServer
let cable: Cable
let socket: RemoteSocket
/** Which run of the host answers, by the time it is asked. */
let kept: KeptAnswers | undefined
let visits: WebSocket[]

beforeEach(async () => {
  fixture = await benchFixture()
  kept = new KeptAnswers()
  visits = []
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (visitor) => {
    visits.push(visitor)
    if (kept) attach(visitor, fixture.bench, 'use', kept)
    else visitor.send(JSON.stringify({ events: [] }))
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  cable = await cableTo(typeof address === 'object' && address ? address.port : 0)
})
afterEach(async () => {
  socket.end()
  cable.close()
  server.close()
  await fixture.end()
})

const opened = async () => {
  const url = new URL(`http://127.0.0.1:${cable.port}/`)
  socket = await RemoteSocket.open({ url, token: 'abcdefghijklmnop' })
}
const heard = (name: string) =>
  new Promise<void>((resolve) => {
    visits.at(-1)?.on('message', (data: Buffer) => {
      if (data.toString().includes(`"${name}"`)) resolve()
    })
  })

test('a call that is cut before its answer is made once, and its answer comes with the connection', async () => {
  const made = vi.spyOn(fixture.bench.handlers, 'port.open')
  await opened()
  await socket.call('app.snapshot', undefined)
  const asked = heard('port.open')
  const answer = socket.call('port.open', { slot: 'a', path: 'sim:sim7672?speed=fast' })
  await asked
  cable.cut()
  cable.mend()
  expect(await answer).toMatchObject({ ok: true })
  expect(visits).toHaveLength(2)
  expect(made).toHaveBeenCalledTimes(1)
})

test.each([
  ['began anew', () => new KeptAnswers()],
  ['does not name itself', () => undefined],
])('a host that %s is not asked again for what changes something', async (_what, next) => {
  await opened()
  await socket.call('app.snapshot', undefined)
  const asked = heard('port.open')
  const answer = socket.call('port.open', { slot: 'a', path: 'sim:sim7672?speed=fast' })
  await asked
  kept = next()
  cable.cut()
  cable.mend()
  expect(await answer).toMatchObject({
    ok: false,
    error: { code: 'host-lost', detail: expect.stringMatching(/port\.open.*not known/) },
  })
})

test('a call that is too large for the host is refused, and others go on', async () => {
  server.options.maxPayload = 2_000
  // The library tells the host why it closed; the close itself is what is looked at here.
  server.on('connection', (visitor) => visitor.on('error', () => undefined))
  await opened()
  const text = 'x'.repeat(3_000)
  expect(await socket.call('at.send', { slot: 'a', text })).toMatchObject({
    ok: false,
    error: { code: 'bad-input', detail: expect.stringMatching(/at\.send.*larger than/) },
  })
  expect(await socket.call('app.snapshot', undefined)).toMatchObject({ ok: true })
})

test.each(['no JSON', 'null', '7', '{"id":1}', '{"events":3}', '[[[]]]'])(
  'a host that says %s is told as none, once, and ends no program',
  async (said) => {
    kept = undefined
    server.on('connection', (visitor) => visitor.send(said))
    await opened()
    const gone = new Promise<string>((resolve) => socket.onGone(({ code }) => resolve(code)))
    const asked = socket.call('app.snapshot', undefined)
    expect(await gone).toBe('host-unreachable')
    expect(await asked).toMatchObject({ ok: false, error: { code: 'host-unreachable' } })
  },
)
