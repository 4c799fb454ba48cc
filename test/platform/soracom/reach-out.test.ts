import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { Fault, faultCode } from '@core/fault'
import { reachOut } from '@platform/soracom/reach-out'

const servers: Server[] = []
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
})
async function serving(work: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    work(socket)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
const reach = (port: number, timeoutMs = 60_000, signal?: AbortSignal) =>
  reachOut({ host: '127.0.0.1', port, data: bytesOf('hello\n'), timeoutMs, signal })

test('what is answered comes whole, in however many pieces', async () => {
  const port = await serving((socket) =>
    socket.once('data', (heard) => {
      socket.write(`heard ${String(heard).trim()}`)
      setImmediate(() => socket.end(' and more'))
    }),
  )
  const reached = await reach(port)
  expect(reached.how === 'answered' ? latin1(reached.bytes) : reached).toBe('heard hello and more')
})

test('nobody there, one that hangs up and one that is silent are told apart', async () => {
  const gone = await serving(() => undefined)
  await new Promise((resolve) => servers.pop()?.close(resolve))
  expect(await reach(gone)).toEqual({ how: 'unreached', why: 'ECONNREFUSED' })
  expect(await reach(await serving((socket) => socket.end()))).toEqual({ how: 'closed' })
  expect(await reach(await serving(() => undefined), 50)).toEqual({ how: 'silent' })
})

test('one that never ends to speak is cut off', async () => {
  const port = await serving((socket) => {
    const more = () => socket.write('x'.repeat(65_536), () => setImmediate(more))
    more()
  })
  const reached = await reach(port)
  expect(reached.how).toBe('answered')
})

test('is cancelled while it waits, and before it began', async () => {
  const stop = new AbortController()
  const port = await serving(() => stop.abort(new Fault('at-cancelled')))
  expect(await reach(port, 60_000, stop.signal).catch(faultCode)).toBe('at-cancelled')
  expect(await reach(port, 60_000, stop.signal).catch(faultCode)).toBe('at-cancelled')
})
