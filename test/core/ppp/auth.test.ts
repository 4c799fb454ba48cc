import { bytesOf, fromHex, hexOf } from '@core/bytes'
import { seededChance } from '@core/ports/chance'
import { buildPapRequest, papMessage, parsePapRequest } from '@core/ppp/auth-packet'
import { ChapClient, chapResponse, ChapServer } from '@core/ppp/chap'
import { PapClient } from '@core/ppp/pap'
import { expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'
import { seenIn } from '@core/words'

const challenge = fromHex('a2c470e4d8dc7da7d03e2e3880e61d64') ?? new Uint8Array()

test('answers the challenge of a SORACOM log as pppd did', () => {
  expect(hexOf(chapResponse(1, 'sora', challenge))).toBe('0a3ba61c4029c4d6e919714ac56e0049')
})

function client() {
  const clock = new ManualClock()
  const sent: string[] = []
  const said: string[] = []
  const chap = new ChapClient({
    clock,
    credentials: { user: 'sora', password: 'sora' },
    restartMs: 3_000,
    maxTries: 10,
    send: (packet) => sent.push(hexOf(packet)),
    passed: (message) => said.push(`passed ${message}`),
    failed: (code, seen) => said.push(`${code} ${seenIn(seen, 'en')}`),
  })
  const challengePacket = {
    code: 1,
    id: 1,
    data: Uint8Array.of(16, ...challenge, ...bytesOf('UMTS_CHAP_SRVR')),
  }
  return { clock, sent, said, chap, challengePacket }
}
const response = '02010019100a3ba61c4029c4d6e919714ac56e0049736f7261'

test('a repeated challenge gets the same response again, also while the link is open', () => {
  const { sent, said, chap, challengePacket } = client()
  chap.start()
  chap.receive(challengePacket)
  chap.receive(challengePacket)
  chap.receive({ code: 3, id: 1, data: new Uint8Array() })
  chap.receive({ code: 3, id: 1, data: new Uint8Array() })
  chap.receive(challengePacket)
  expect(sent).toEqual([response, response, response])
  expect(said).toEqual(['passed '])
})

test('a Success that got lost is asked for with the same response', async () => {
  const { clock, sent, said, chap, challengePacket } = client()
  chap.start()
  chap.receive(challengePacket)
  await clock.advance(60_000)
  expect(sent).toHaveLength(10)
  expect(said).toEqual(['link-auth-no-answer the CHAP response was not answered'])
  expect(clock.pending).toBe(0)
})

test('a Success for another challenge does not count', () => {
  const { said, chap, challengePacket } = client()
  chap.start()
  chap.receive(challengePacket)
  chap.receive({ code: 3, id: 2, data: new Uint8Array() })
  expect(said).toEqual([])
})

test.each([
  ['', new Uint8Array()],
  ['', Uint8Array.of(0)],
  ['Login', Uint8Array.of(5, ...bytesOf('Login'))],
  ['Login', bytesOf('Login')],
  ['\x02a', bytesOf('\x02a')],
  ['\x03ab', bytesOf('\x03ab')],
])('the message “%s” of a PAP answer is found', (text, data) => {
  expect(papMessage(data)).toEqual(bytesOf(text))
})

test('users and passwords beyond ASCII go as UTF-8', () => {
  const parsed = parsePapRequest(buildPapRequest('ü', '密'))
  expect(parsed).toEqual({
    peerId: Uint8Array.of(0xc3, 0xbc),
    password: Uint8Array.of(0xe5, 0xaf, 0x86),
  })
})

test('PAP is sent every three seconds, ten times, and then given up', async () => {
  const clock = new ManualClock()
  let sent = 0
  const said: string[] = []
  const pap = new PapClient({
    clock,
    id: 7,
    credentials: { user: 'a', password: 'b' },
    restartMs: 3_000,
    maxTries: 10,
    send: () => sent++,
    passed: () => said.push('passed'),
    failed: (code) => said.push(code),
  })
  pap.start()
  await clock.advance(29_999)
  expect([sent, said]).toEqual([10, []])
  await clock.advance(1)
  expect([sent, said]).toEqual([10, ['link-auth-no-answer']])
})

test('a server without secrets takes any response, as modems do that pass it on', () => {
  const said: string[] = []
  let challengeSeen = new Uint8Array() as Uint8Array
  const server = new ChapServer({
    clock: new ManualClock(),
    chance: seededChance(1),
    check: { check: () => false },
    name: 'UMTS_CHAP_SRVR',
    id: 9,
    restartMs: 3_000,
    maxTries: 10,
    send: (packet) => (challengeSeen = packet),
    passed: () => said.push('passed'),
    failed: (code) => said.push(code),
  })
  server.start()
  expect(Array.from(challengeSeen.slice(0, 5))).toEqual([1, 9, 0, 35, 16])
  server.receive({ code: 2, id: 9, data: Uint8Array.of(16, ...new Uint8Array(16), 97) })
  expect(said).toEqual(['passed'])
})
