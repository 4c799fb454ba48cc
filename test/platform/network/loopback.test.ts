import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { bytesOf, latin1 } from '@core/bytes'
import { loopback } from '@platform/network/loopback'
import { expect, test } from 'vitest'

async function listening(serve: (socket: Socket) => void) {
  const server = createServer({ allowHalfOpen: true }, serve)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, close: () => void server.close() }
}

test('a TCP port of this computer is read to its end after our own', async () => {
  const server = await listening((socket) => {
    let said = ''
    socket.on('data', (data) => (said += data.toString('latin1')))
    socket.on('end', () => socket.end(`heard ${said}`))
  })
  const stream = await loopback.connect(server.port)
  await stream.write(bytesOf('one '))
  await stream.write(bytesOf('two'))
  stream.end()
  let answer = ''
  for (let data = await stream.read(); data; data = await stream.read()) answer += latin1(data)
  expect(answer).toBe('heard one two')
  server.close()
})

test('a port where nobody listens is refused, and a connection that breaks is told', async () => {
  const server = await listening((socket) => socket.once('data', () => socket.resetAndDestroy()))
  const stream = await loopback.connect(server.port)
  await stream.write(bytesOf('x'))
  await expect(stream.read()).rejects.toMatchObject({ code: 'tcp-refused' })
  await expect(stream.write(bytesOf('y'))).rejects.toMatchObject({ code: 'tcp-refused' })
  server.close()
  await expect(loopback.connect(server.port)).rejects.toMatchObject({
    code: 'tcp-refused',
    detail: `127.0.0.1:${server.port}: nothing listens there.`,
  })
})

test('datagrams go to a UDP port of this computer, and its answers come back', async () => {
  const server = createSocket('udp4')
  server.on('message', (data, from) => server.send(`heard ${data.toString()}`, from.port))
  server.bind(0, '127.0.0.1')
  await once(server, 'listening')
  const came = new Promise<Uint8Array>((resolve) => {
    const talk = loopback.talk(server.address().port, (data) => {
      resolve(data)
      talk.close()
    })
    talk.send(bytesOf('x'))
  })
  expect(latin1(await came)).toBe('heard x')
  server.close()
})
