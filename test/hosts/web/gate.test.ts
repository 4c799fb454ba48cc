import { expect, test } from 'vitest'
import { Gate, type Admission } from '@hosts/web/gate'

const use = 'a-token-to-use-the-modem'
const read = 'a-token-to-look'
const plain = { tokens: { use, read }, host: '127.0.0.1', tls: false }
const proxied = { ...plain, publicUrl: new URL('https://bench.example') }
const secure = { ...plain, host: '0.0.0.0', tls: true }

const caller = (host: string, origin: string | undefined, token = use) => ({
  url: `/socket?token=${token}`,
  host,
  origin,
  authorization: undefined,
})
const bearer = (token: string) => ({
  url: '/socket',
  host: '127.0.0.1:8470',
  origin: undefined,
  authorization: `Bearer ${token}`,
})

test.each<[string, object, Parameters<Gate['admits']>[0], Admission]>([
  ['its own page', plain, caller('127.0.0.1:8470', 'http://127.0.0.1:8470'), { role: 'use' }],
  ['a tunnel', plain, caller('localhost:9000', 'http://localhost:9000'), { role: 'use' }],
  ['IPv6', plain, caller('[::1]:8470', 'http://[::1]:8470'), { role: 'use' }],
  ['a reader', plain, caller('localhost:1', 'http://localhost:1', read), { role: 'read' }],
  ['a program', plain, bearer(use), { role: 'use' }],
  ['a wrong bearer', plain, bearer('x'), { refused: 'token' }],
  ['a program by address', plain, caller('localhost', undefined), { refused: 'no-origin' }],
  ['a page elsewhere', plain, caller('localhost', 'http://evil.example'), { refused: 'origin' }],
  ['another scheme', plain, caller('localhost', 'https://localhost'), { refused: 'origin' }],
  ['another port', plain, caller('localhost:1', 'http://localhost:2'), { refused: 'origin' }],
  ['no page', plain, caller('localhost', 'null'), { refused: 'origin' }],
  ['rebinding', plain, caller('evil.example', 'http://evil.example'), { refused: 'host' }],
  ['no host', plain, { ...caller('', 'http://'), host: undefined }, { refused: 'host' }],
  ['a hostile host', plain, caller('localhost@evil.example', 'http://x'), { refused: 'host' }],
  ['no token', plain, caller('localhost', 'http://localhost', ''), { refused: 'token' }],
  ['a proxy', proxied, caller('bench.example', 'https://bench.example'), { role: 'use' }],
  [
    'a proxy that renames',
    proxied,
    caller('127.0.0.1:8470', 'https://bench.example'),
    { role: 'use' },
  ],
  [
    'beside the proxy',
    proxied,
    caller('bench.example', 'https://x.example'),
    { refused: 'origin' },
  ],
  ['HTTPS', secure, caller('192.0.2.7:8470', 'https://192.0.2.7:8470'), { role: 'use' }],
  ['HTTP to HTTPS', secure, caller('192.0.2.7', 'http://192.0.2.7'), { refused: 'origin' }],
])('%s', (_what, options, who, expected) => {
  expect(new Gate({ ...plain, ...options }).admits(who)).toEqual(expected)
})

test('nobody is let in by an empty token, though there is none for reading', () => {
  const gate = new Gate({ ...plain, tokens: { use } })
  expect(gate.admits(caller('localhost', 'http://localhost', ''))).toEqual({ refused: 'token' })
})
