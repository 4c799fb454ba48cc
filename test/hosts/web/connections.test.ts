import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { webServer } from '@hosts/web/connections'

let server: FastifyInstance
let port: number
const sockets: Socket[] = []
beforeEach(async () => {
  server = webServer(undefined, { requestMs: 200, lookMs: 50, ofOne: 3, inAll: 5 })
  server.get('/', async () => 'here')
  server.post('/', async () => 'taken')
  await server.listen({ port: 0, host: '0.0.0.0' })
  const address = server.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server.close()
})

/** A connection from this address of loopback, and all that it was told when it ends. */
function visitor(localAddress = '127.0.0.1') {
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  sockets.push(socket)
  let said = ''
  socket.on('data', (data) => (said += String(data)))
  const ended = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(said))
    // Closed before it was taken up.
    socket.on('error', () => resolve(said))
  })
  return { socket, ended }
}

const request = 'GET / HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n'
const ask = (from?: string) => {
  const { socket, ended } = visitor(from)
  socket.write(request)
  return ended
}
const held = async (from?: string) => {
  const { socket, ended } = visitor(from)
  socket.write('GET / HTTP/1.1\r\nHost: bench\r\n\r\n')
  await new Promise((resolve) => socket.once('data', resolve))
  return { socket, ended }
}

test('a body that does not come ends its connection', async () => {
  const { socket, ended } = visitor()
  socket.write('POST / HTTP/1.1\r\nHost: bench\r\nContent-Length: 100\r\n\r\n{')
  expect(await ended).toContain('408 Request Timeout')
})

test('headers that do not come end theirs', async () => {
  const { socket, ended } = visitor()
  socket.write('GET / HTTP/1.1\r\nHo')
  expect(await ended).toContain('408 Request Timeout')
})

test('who has too many connections gets no more, another address does, and room comes back', async () => {
  const [first] = [await held(), await held(), await held()]
  expect(await ask()).toBe('')
  expect(await ask('127.0.0.2')).toContain('here')
  first.socket.destroy()
  await first.ended
  await expect.poll(() => ask()).toContain('here')
})

test('all together have a limit, too', async () => {
  for (const from of ['127.0.0.1', '127.0.0.1', '127.0.0.2', '127.0.0.2', '127.0.0.3'])
    await held(from)
  expect(await ask('127.0.0.4')).toBe('')
})
