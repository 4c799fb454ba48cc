import { createServer as createHttp, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createServer as createTcp } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { lookAtRemote } from '@platform/network/remote-look'
import { fingerprintOf, selfCertificate } from '../../../src-main/hosts/web/self-certificate'

const token = 'right-token'
const servers: { close(): unknown }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** The place of an address, and the tokens that were shown there. */
async function listening(server: Server, scheme: 'http' | 'https') {
  const shown: (string | undefined)[] = []
  servers.push(server)
  server.on('upgrade', (request, socket) => {
    shown.push(request.headers.authorization)
    const letIn = request.headers.authorization === `Bearer ${token}` && request.url === '/socket'
    socket.end(
      letIn
        ? 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
        : 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `${scheme}://127.0.0.1:${port}/`, shown }
}
const overTls = () => {
  const pair = selfCertificate(['127.0.0.1'], Date.now())
  return { pair, server: createHttps(pair) }
}

describe('a bench elsewhere', () => {
  test('lets in whoever has its token', async () => {
    const { url } = await listening(createHttp(), 'http')
    expect(await lookAtRemote({ url, token })).toEqual({ kind: 'letIn' })
    await expect(lookAtRemote({ url, token: 'other' })).rejects.toMatchObject({
      code: 'host-refused',
    })
  })

  test('gets no token before its certificate is compared, and none when it is another one', async () => {
    const { pair, server } = overTls()
    const { url, shown } = await listening(server, 'https')
    const fingerprint = fingerprintOf(pair.cert)
    expect(await lookAtRemote({ url, token })).toEqual({ kind: 'untrusted', fingerprint })
    const other = fingerprint.replace(/^../, (first) => (first === '00' ? '01' : '00'))
    expect(await lookAtRemote({ url, token, fingerprint: other })).toEqual({
      kind: 'untrusted',
      fingerprint,
    })
    expect(shown).toEqual([])
    expect(await lookAtRemote({ url, token, fingerprint })).toEqual({ kind: 'letIn' })
    expect(shown).toEqual([`Bearer ${token}`])
  })

  test('that is none is said to be none', async () => {
    const page = createHttp((_request, response) => response.end('hello'))
    servers.push(page)
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
    const address = page.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(lookAtRemote({ url: `http://127.0.0.1:${port}/`, token })).rejects.toMatchObject({
      code: 'host-unreachable',
      message: expect.stringContaining('HTTP 200'),
    })
    // Plain HTTP where TLS is expected.
    await expect(lookAtRemote({ url: `https://127.0.0.1:${port}/`, token })).rejects.toMatchObject({
      code: 'host-unreachable',
    })
  })

  test('that nobody serves, or that hangs up at once, cannot be reached', async () => {
    const rude = createTcp((socket) => socket.destroy())
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
    const address = rude.address()
    const port = typeof address === 'object' && address ? address.port : 0
    for (const scheme of ['http', 'https'])
      await expect(
        lookAtRemote({ url: `${scheme}://127.0.0.1:${port}/`, token }),
      ).rejects.toMatchObject({ code: 'host-unreachable' })
    await new Promise((resolve) => rude.close(resolve))
    await expect(lookAtRemote({ url: `http://127.0.0.1:${port}/`, token })).rejects.toMatchObject({
      code: 'host-unreachable',
    })
  })
})
