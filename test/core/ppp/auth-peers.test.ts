import { bytesOf, fromHex, hexOf } from '@core/bytes'
import { seededChance } from '@core/ports/chance'
import { ChapClient, chapResponse, ChapServer } from '@core/ppp/chap'
import { PapClient, PapServer } from '@core/ppp/pap'
import { describe, expect, test } from 'vitest'
import { seenIn, type SeenLine } from '@core/words'
import { ManualClock } from '../../support/manual-clock'

const octets = (hex: string) => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array()

/** What a side sends and says, and the clock it lives by. */
function heard() {
  const clock = new ManualClock()
  const sent: string[] = []
  const said: string[] = []
  const options = {
    clock,
    restartMs: 3_000,
    maxTries: 3,
    send: (packet: Uint8Array) => sent.push(hexOf(packet)),
    passed: (message: string) => said.push(`passed ${message}`),
    failed: (code: string, seen: SeenLine) => said.push(`${code}: ${seenIn(seen, 'en')}`),
  }
  return { clock, sent, said, options }
}
const credentials = { user: 'u', password: 'p' }
const packet = (code: number, id: number, data: Uint8Array = new Uint8Array()) => ({
  code,
  id,
  data,
})

describe('who answers a challenge', () => {
  function client() {
    const side = heard()
    return { ...side, chap: new ChapClient({ ...side.options, credentials }) }
  }
  const challenge = (id: number) => packet(1, id, octets('02 abcd 53'))

  test('is told that nobody challenged', async () => {
    const { clock, sent, said, chap } = client()
    chap.start()
    await clock.advance(8_999)
    expect(said).toEqual([])
    await clock.advance(1)
    expect([sent, said]).toEqual([[], ['link-auth-no-answer: no CHAP challenge came']])
  })
  test.each([
    ['refused', '', 'link-auth-refused: CHAP Failure'],
    ['refused with a reason', 'no', 'link-auth-refused: CHAP Failure: no'],
  ])('is %s', (_, message, words) => {
    const { clock, said, chap } = client()
    chap.start()
    chap.receive(challenge(4))
    chap.receive(packet(4, 4, bytesOf(message)))
    expect([said, clock.pending]).toEqual([[words], 0])
  })
  test('takes no other code, and no answer before a challenge', () => {
    const { said, chap } = client()
    chap.start()
    for (const id of [0, 1]) chap.receive(packet(3, id))
    chap.receive(challenge(4))
    for (const code of [0, 2, 5]) chap.receive(packet(code, 4))
    expect(said).toEqual([])
    chap.receive(packet(3, 4, bytesOf('hello')))
    expect(said).toEqual(['passed hello'])
  })
  test('does not wait after a challenge of an open link', () => {
    const { clock, sent, chap } = client()
    chap.receive(challenge(4))
    expect([sent.length, clock.pending]).toEqual([1, 0])
  })
  test('does not answer what is no challenge', () => {
    const { sent, chap } = client()
    chap.receive(packet(1, 4, octets('05 ab')))
    expect(sent).toEqual([])
  })
})

describe('who challenges', () => {
  function server(secretOf?: (user: string) => string | undefined) {
    const side = heard()
    const check = { check: () => false, ...(secretOf ? { secretOf } : {}) }
    const chap = new ChapServer({
      ...side.options,
      check,
      chance: seededChance(1),
      name: 'S',
      id: 9,
    })
    chap.start()
    const challenge = octets(side.sent[0]?.slice(10, 42) ?? '')
    const answer = (password: string, user = 'u', id = 9) =>
      packet(2, id, Uint8Array.of(16, ...chapResponse(9, password, challenge), ...bytesOf(user)))
    return { ...side, chap, challenge, answer }
  }
  const known = (user: string) => (user === 'u' ? 'p' : undefined)

  test('asks three times, and gives up', async () => {
    const { clock, sent, said, challenge } = server()
    expect(new Set(challenge).size).toBeGreaterThan(4)
    await clock.advance(8_999)
    expect([sent.length, new Set(sent).size, said]).toEqual([3, 1, []])
    await clock.advance(1)
    expect([sent.length, said]).toEqual([
      3,
      ['link-auth-no-answer: the challenge was not answered'],
    ])
  })
  test('takes the right password, and says so again when asked again', async () => {
    const { clock, sent, said, chap, answer } = server(known)
    chap.receive(answer('p'))
    chap.receive(answer('x'))
    expect([sent.slice(1), said]).toEqual([['03090004', '03090004'], ['passed ']])
    await clock.advance(60_000)
    expect(sent).toHaveLength(3)
  })
  test.each([
    ['a wrong password', 'x', 'u'],
    ['an unknown user', 'p', 'v'],
    ['an unknown user without a password', '', 'v'],
  ])('refuses %s', (_, password, user) => {
    const { sent, said, chap, answer } = server(known)
    chap.receive(answer(password, user))
    expect(said).toEqual([`link-auth-refused: user “${user}”`])
    expect(sent[1]).toBe(`04090019${hexOf(bytesOf('Authentication failed'))}`)
  })
  test('does not hear other codes, other challenges, and what is no answer', () => {
    const { sent, said, chap, answer } = server(known)
    for (const code of [1, 3, 4]) chap.receive({ ...answer('p'), code })
    chap.receive(answer('p', 'u', 8))
    chap.receive(packet(2, 9, octets('10 ab')))
    expect([sent.length, said]).toEqual([1, []])
  })
  test('begins anew with another challenge', () => {
    const { sent, said, chap, answer } = server(known)
    chap.receive(answer('x'))
    chap.start()
    expect(sent[2]).not.toBe(sent[0])
    chap.receive(answer('p'))
    expect(said.at(-1)).toBe('link-auth-refused: user “u”')
  })
})

describe('PAP', () => {
  function client() {
    const side = heard()
    const pap = new PapClient({ ...side.options, credentials, id: 7 })
    return { ...side, pap }
  }
  test('sends user and password, and hears yes', async () => {
    const { clock, sent, said, pap } = client()
    pap.start()
    expect(sent).toEqual(['0107000801750170'])
    for (const code of [1, 4]) pap.receive(packet(code, 7))
    pap.receive(packet(2, 6))
    expect(said).toEqual([])
    pap.receive(packet(2, 7, octets('02 6f6b')))
    pap.receive(packet(3, 7))
    await clock.advance(60_000)
    expect([sent.length, said]).toEqual([1, ['passed ok']])
  })
  test.each([
    ['', 'link-auth-refused: PAP Nak'],
    ['02 6e6f', 'link-auth-refused: PAP Nak: no'],
  ])('hears no (%s)', (data, words) => {
    const { said, pap } = client()
    pap.receive(packet(3, 7))
    expect(said).toEqual([])
    pap.start()
    pap.receive(packet(3, 7, octets(data)))
    expect(said).toEqual([words])
  })
  function server(bareAck?: boolean) {
    const side = heard()
    const check = { check: (user: string, password: string) => user === 'u' && password === 'p' }
    const pap = new PapServer({ ...side.options, check, limitMs: 5_000, bareAck })
    pap.start()
    return { ...side, pap }
  }
  test.each([
    [undefined, '0207000500'],
    [true, '02070004'],
  ])('is answered with yes (bare: %s)', async (bare, reply) => {
    const { clock, sent, said, pap } = server(bare)
    pap.receive(packet(1, 7, octets('01 75 01 70')))
    pap.receive(packet(1, 7, octets('01 75 01 70')))
    await clock.advance(60_000)
    expect([sent, said]).toEqual([[reply, reply], ['passed ']])
  })
  test('is answered with no', () => {
    const { sent, said, pap } = server(true)
    pap.receive(packet(1, 7, octets('01 75 01 71')))
    expect(sent).toEqual([`030700140f${hexOf(bytesOf('Login incorrect'))}`])
    expect(said).toEqual(['link-auth-refused: user “u”'])
  })
  test('is waited for 5 s; what is no request does not count', async () => {
    const { clock, sent, said, pap } = server()
    pap.receive(packet(2, 7, octets('01 75 01 70')))
    pap.receive(packet(1, 7, octets('05 75')))
    await clock.advance(4_999)
    expect(said).toEqual([])
    await clock.advance(1)
    expect(said.map((words) => words.split(':')[0])).toEqual(['link-auth-no-answer'])
    expect(sent).toEqual([])
  })
})
