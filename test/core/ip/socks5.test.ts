import { bytesOf, concat, fromHex, hexOf } from '@core/bytes'
import {
  socksAnswer,
  socksConnect,
  socksGreeting,
  socksLogin,
  socksNext,
  socksReplies,
  socksStart,
  type SocksCredentials,
  type SocksState,
} from '@core/ip/socks5'
import { socksReplyFor } from '@core/ip/socks-dial'
import { Fault, type FaultCode } from '@core/fault'
import { expect, test } from 'vitest'

const login: SocksCredentials = { user: 'me', password: 'sécret' }
const asked = { host: 'example.com', port: 8080 }

/** Feeds the pieces and gathers what goes back. */
function talk(pieces: readonly Uint8Array[], credentials?: SocksCredentials) {
  let state: SocksState = socksStart
  const sent: Uint8Array[] = []
  for (const piece of pieces) {
    const step = socksNext(state, piece, credentials)
    state = step.state
    sent.push(...step.send)
  }
  return { state, sent: hexOf(concat(sent)) }
}

const ipv4 = (command: number, ...octets: number[]) =>
  Uint8Array.of(5, command, 0, 1, ...octets, 0, 80)

test('takes a client that asks for a name, and leaves the name to the modem', () => {
  const { state, sent } = talk([socksGreeting(), socksConnect(asked)])
  expect(state).toMatchObject({ at: 'asked', target: asked })
  expect(sent).toBe('0500')
})

test('takes an IPv4 address', () => {
  const { state } = talk([socksGreeting(), ipv4(1, 192, 0, 2, 10)])
  expect(state).toMatchObject({ at: 'asked', target: { host: '192.0.2.10', port: 80 } })
})

test('takes an IPv6 address', () => {
  const address = '20010db8000000000000000000000010'
  const request = fromHex(`05010004${address}0050`) ?? new Uint8Array()
  const { state } = talk([socksGreeting(), request])
  expect(state).toMatchObject({ at: 'asked', target: { host: '2001:db8::10', port: 80 } })
})

test('asks for user and password when there are some', () => {
  const { state, sent } = talk(
    [socksGreeting(login), socksLogin(login), socksConnect(asked)],
    login,
  )
  expect(state.at).toBe('asked')
  expect(sent).toBe('05020100')
})

test('understands the same however the client’s octets are cut, and keeps what belongs to the stream', () => {
  const whole = concat([
    socksGreeting(login),
    socksLogin(login),
    socksConnect(asked),
    bytesOf('GET / HTTP/1.1\r\n'),
  ])
  for (let cut = 0; cut <= whole.length; cut++) {
    const { state, sent } = talk([whole.slice(0, cut), whole.slice(cut)], login)
    expect(sent).toBe('05020100')
    expect(state).toMatchObject({ at: 'asked', target: asked })
    expect(hexOf(state.rest)).toBe(hexOf(whole.slice(whole.length - 16)))
  }
})

test.each<[what: string, pieces: Uint8Array[], sent: string, reason: RegExp]>([
  ['SOCKS 4', [Uint8Array.of(4, 1, 0, 80, 1, 2, 3, 4, 0)], '', /SOCKS 4/],
  ['HTTP', [bytesOf('CONNECT example.com:443 HTTP/1.1\r\n')], '', /HTTP/],
  ['nonsense', [Uint8Array.of(0x16, 3, 1)], '', /not 5/],
  ['a login nobody asked for', [Uint8Array.of(5, 1, 2)], '05ff', /login/],
  ['no methods at all', [Uint8Array.of(5, 0)], '05ff', /login/],
  ['BIND', [socksGreeting(), ipv4(2, 1, 2, 3, 4)], '05000507000100', /BIND/],
  ['UDP', [socksGreeting(), ipv4(3, 1, 2, 3, 4)], '05000507000100', /UDP/],
  ['an unknown address', [socksGreeting(), Uint8Array.of(5, 1, 0, 9)], '05000508000100', /type 9/],
  ['port 0', [socksGreeting(), socksConnect({ host: 'a.b', port: 0 })], '05000501000100', /a\.b:0/],
  [
    'a name with a space',
    [socksGreeting(), socksConnect({ host: 'a b', port: 1 })],
    '05000501',
    /a b/,
  ],
  [
    'an empty name',
    [socksGreeting(), socksConnect({ host: '', port: 1 })],
    '05000501',
    /no address/,
  ],
])('refuses %s and says why', (_what, pieces, sent, reason) => {
  const result = talk(pieces)
  expect(result.state).toMatchObject({ at: 'refused', reason: expect.stringMatching(reason) })
  expect(result.sent.startsWith(sent)).toBe(true)
})

test('refuses a wrong password, and a client that offers none', () => {
  const wrong = talk([socksGreeting(login), socksLogin({ ...login, password: 'x' })], login)
  expect(wrong.state).toMatchObject({ at: 'refused', reason: expect.stringContaining('“me”') })
  expect(wrong.sent).toBe('05020101')
  expect(talk([socksGreeting()], login).sent).toBe('05ff')
})

test('hears nothing more from a client it has refused', () => {
  const { state } = talk([Uint8Array.of(4), bytesOf('more')])
  expect(state).toMatchObject({ at: 'refused' })
})

test.each<[FaultCode, number]>([
  ['net-not-connected', socksReplies.networkUnreachable],
  ['ip-closed', socksReplies.networkUnreachable],
  ['dns-no-such-name', socksReplies.hostUnreachable],
  ['ip-unreachable', socksReplies.hostUnreachable],
  ['tcp-refused', socksReplies.refused],
  ['tcp-timeout', socksReplies.timedOut],
  ['bad-input', socksReplies.failed],
])('tells %s as reply %i', (code, reply) => {
  expect(socksReplyFor(new Fault(code))).toBe(reply)
  expect(socksAnswer(socksReplyFor(new Fault(code)))[1]).toBe(reply)
})
