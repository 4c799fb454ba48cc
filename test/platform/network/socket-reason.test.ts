import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { openTcp } from '@platform/serial/tcp-port'
import { listenReason, sentence, socketReason } from '@platform/network/socket-reason'

const coded = (code: string, message = `connect ${code} 127.0.0.1:9`) =>
  Object.assign(new Error(message), { code })

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'ECONNRESET'])(
  '%s is said in both languages, without its code',
  (code) => {
    const { en, ja } = socketReason(coded(code))
    expect(en).not.toContain(code)
    expect(ja).not.toContain(code)
    expect(ja).toMatch(/[ぁ-ん]/)
  },
)

test('a name with several addresses is refused by the reason of the first', () => {
  const both = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')])
  expect(socketReason(both)).toEqual(socketReason(coded('ECONNREFUSED')))
})

test('TLS to a plain port is told as such, not as OpenSSL says it', () => {
  const said =
    'write EPROTO 80:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../x.c:350:\n'
  expect(socketReason(coded('EPROTO', said)).en).toContain('speaks no TLS')
})

test('what is not known is quoted on one line, with one full stop', () => {
  const { en } = sentence('host', socketReason(new Error('something else.\n')))
  expect(en).toBe('host: something else.')
})

test('a port in use names the way out', () => {
  expect(listenReason(coded('EADDRINUSE')).ja).toContain('別のポートを指定')
  expect(listenReason(coded('EADDRINUSE'), '--tcp').en).toContain('another --tcp (0 takes')
})

test('a tcp port that nobody serves is refused in both languages', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await new Promise((resolve) => server.close(resolve))
  await expect(openTcp(`tcp:127.0.0.1:${port}`)).rejects.toMatchObject({
    code: 'port-unreachable',
    said: {
      en: `127.0.0.1 port ${port}: nothing listens there.`,
      ja: `127.0.0.1 ポート ${port}：接続を待ち受けているプログラムがありません。`,
    },
  })
})
