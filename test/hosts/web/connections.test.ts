import { Agent, request as httpRequest } from 'node:http'
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { webServer } from '@hosts/web/connections'
import { selfCertificate } from '@hosts/web/self-certificate'

let server: FastifyInstance
let port: number
const sockets: Socket[] = []

async function started(more: Partial<Parameters<typeof webServer>[1]>, tls = false) {
  const most = { requestMs: 60_000, lookMs: 50, ofOne: 3, inAll: 6, crowdedMs: 60_000, ...more }
  server = webServer(tls ? selfCertificate(['localhost'], Date.now()) : undefined, most)
  server.get('/', async () => 'here')
  server.post('/', async () => 'taken')
  await server.listen({ port: 0, host: '0.0.0.0' })
  const address = server.server.address()
  port = typeof address === 'object' && address ? address.port : 0
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server.close()
})

/** A connection, and all that it was told when it ends; rejects where it is cut off. */
function visitor(tls = false, localAddress = '127.0.0.1') {
  const ends = { port, host: '127.0.0.1', localAddress }
  const socket = tls ? connectTls({ ...ends, rejectUnauthorized: false }) : connect(ends)
  sockets.push(socket)
  let said = ''
  socket.on('data', (data) => (said += String(data)))
  const ended = new Promise<string>((resolve, reject) => {
    socket.once('close', () => resolve(said))
    socket.once('error', reject)
  })
  return { socket, ended }
}
const asked = (more = '') => `GET / HTTP/1.1\r\nHost: bench\r\n${more}\r\n`
const ask = (tls = false, from?: string) => {
  const { socket, ended } = visitor(tls, from)
  socket.write(asked('Connection: close\r\n'))
  return ended
}
/** One that was answered and stays. */
async function held(tls = false, from?: string) {
  const { socket, ended } = visitor(tls, from)
  socket.write(asked())
  await new Promise((resolve) => socket.once('data', resolve))
  return { socket, ended }
}

describe('a request', () => {
  beforeEach(() => started({ requestMs: 200 }))

  test('whose body does not come is told so, and its connection ends', async () => {
    const { socket, ended } = visitor()
    socket.write('POST / HTTP/1.1\r\nHost: bench\r\nContent-Length: 100\r\n\r\n{')
    expect(await ended).toContain('408 Request Timeout')
  })

  test('whose head does not come is told so, too', async () => {
    const { socket, ended } = visitor()
    socket.write('GET / HTTP/1.1\r\nHo')
    expect(await ended).toContain('408 Request Timeout')
  })
})

describe.each([
  ['over HTTP', false],
  ['over TLS', true],
])('connections beyond the limit %s', (_name, tls) => {
  test('are told when to come again, those before go on, and room comes back', async () => {
    await started({}, tls)
    const all = []
    for (let count = 0; count < 6; count++) all.push(await held(tls))
    const refused = await ask(tls)
    expect(refused).toMatch(/^HTTP\/1\.1 503 /)
    expect(refused).toMatch(/retry-after: 5\r\n/i)
    expect(refused).toContain('too many connections')
    const [first] = all
    const again = new Promise((resolve) => first?.socket.once('data', resolve))
    first?.socket.write(asked())
    expect(String(await again)).toContain('here')
    first?.socket.destroy()
    await first?.ended
    await expect.poll(() => ask(tls)).toContain('here')
  })
})

// Elsewhere a computer has no further address of its own without being told so.
test.runIf(process.platform === 'linux')(
  'an address has a limit of its own, but this computer, and takes no room of another',
  async () => {
    await started({ ofOne: 2 })
    for (let count = 0; count < 2; count++) await held(false, '127.0.0.2')
    expect(await ask(false, '127.0.0.2')).toContain('503')
    expect(await ask(false, '127.0.0.3')).toContain('here')
    for (let count = 0; count < 3; count++) await held()
    expect(await ask()).toContain('here')
  },
)

test('who is beyond the limit and says nothing is closed', async () => {
  await started({ inAll: 1, crowdedMs: 50 })
  await held()
  expect(await visitor().ended).toBe('')
})

test('who asks fast by connections that stay is never cut off', async () => {
  await started({})
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  const call = () =>
    new Promise<number | undefined>((resolve, reject) => {
      const post = httpRequest({ port, host: '127.0.0.1', method: 'POST', agent }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode))
      })
      post.once('error', reject).end()
    })
  for (let burst = 0; burst < 5; burst++)
    expect(new Set(await Promise.all(Array.from({ length: 200 }, call)))).toEqual(new Set([200]))
  agent.destroy()
})
