import { fromHex, hexOf } from '@core/bytes'
import { LcpPolicy, newMagic, type LcpOptions } from '@core/ppp/lcp'
import { buildOptions, parseOptions, isMalformed, type RawOption } from '@core/ppp/packet'
import { seededChance } from '@core/ports/chance'
import { describe, expect, test } from 'vitest'

/** Options as they stand in a packet, without the blanks. */
const options = (hex: string): RawOption[] => {
  const parsed = parseOptions(fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array())
  if (isMalformed(parsed)) throw new Error(parsed.error.en)
  return parsed.options
}
const hex = (some: readonly RawOption[]) => hexOf(buildOptions(some))

function lcp(change: Partial<LcpOptions> = {}) {
  let looped = 0
  const policy = new LcpPolicy({
    chance: seededChance(1),
    accept: ['chap', 'pap'],
    maxFailure: 5,
    looped: () => looped++,
    ...change,
  })
  const judge = (asked: string, patient = true) => {
    const verdict = policy.judge(options(asked), patient)
    return verdict.kind === 'ack' ? 'ack' : `${verdict.kind} ${hex(verdict.options)}`
  }
  const magic = () => policy.magic.toString(16).padStart(8, '0')
  const asked = () => hex(policy.wanted()).replace(magic(), 'MAGIC')
  return { policy, judge, asked, magic, looped: () => looped }
}

describe('what is asked for', () => {
  test.each<[Partial<LcpOptions>, string]>([
    [{}, '020600000000 0506MAGIC 0702 0802'],
    [{ mru: 0 }, '020600000000 0506MAGIC 0702 0802'],
    [{ mru: 1280 }, '01040500 020600000000 0506MAGIC 0702 0802'],
    [{ mru: 296 }, '01040128 020600000000 0506MAGIC 0702 0802'],
    [{ demand: 'pap' }, '020600000000 0304c023 0506MAGIC 0702 0802'],
    [{ demand: 'chap' }, '020600000000 0305c22305 0506MAGIC 0702 0802'],
  ])('%j: %s', (change, expected) => {
    expect(lcp(change).asked()).toBe(expected.replaceAll(' ', ''))
  })
  test.each<[string, Partial<LcpOptions>, string, string]>([
    ['more octets are escaped', {}, '0206000a0001', '0206000a0001 0506MAGIC 0702 0802'],
    ['not by an ACCM of three octets', {}, '02050a0001', '020600000000 0506MAGIC 0702 0802'],
    ['nothing is compressed', {}, '0702 0802', '020600000000 0506MAGIC'],
    ['one of both is not', {}, '0702', '020600000000 0506MAGIC 0802'],
    [
      'the other method, where it may be chosen',
      { demand: 'chap', flexible: true },
      '0304c023',
      '020600000000 0304c023 0506MAGIC 0702 0802',
    ],
    [
      'no method that we have not',
      { demand: 'chap', flexible: true },
      '0304c227',
      '020600000000 0305c22305 0506MAGIC 0702 0802',
    ],
    [
      'no other method, where it may not',
      { demand: 'chap' },
      '0304c023',
      '020600000000 0305c22305 0506MAGIC 0702 0802',
    ],
    ['nothing of what we did not ask', {}, '01040500', '020600000000 0506MAGIC 0702 0802'],
  ])('after a Nak: %s', (_what, change, nak, expected) => {
    const { policy, asked } = lcp(change)
    expect(policy.nakked(options(nak))).toBe('again')
    expect(asked()).toBe(expected.replaceAll(' ', ''))
  })
  test('what two Naks want escaped, together', () => {
    const { policy, asked } = lcp()
    policy.nakked(options('020680000001'))
    policy.nakked(options('020600000102'))
    expect(asked()).toContain('020680000103')
  })
  test('another magic number after a Nak of it, and no more once it is rejected', () => {
    const { policy, judge, magic } = lcp()
    const first = magic()
    policy.nakked(options('050600000001'))
    expect(magic()).not.toBe(first)
    expect(policy.rejected(options(`0506${magic()}`))).toBe('again')
    expect(judge('050600000000')).toBe('ack')
    expect(policy.loops).toBe(0)
    expect([policy.magic, hex(policy.wanted())]).toEqual([0, '02060000000007020802'])
  })
  test.each<[string, Partial<LcpOptions>, string, string, unknown]>([
    ['may be done without', { demand: 'chap', optional: true }, 'again', 'none', undefined],
    ['is insisted on', { demand: 'chap' }, 'fail', 'chap', 'chap'],
  ])('authentication that is rejected %s', (_what, change, answer, demand, unsupported) => {
    const { policy } = lcp(change)
    expect(policy.demand).toBe('chap')
    expect(policy.rejected(options('0305c22305'))).toBe(answer)
    expect([policy.demand, policy.unsupported]).toEqual([demand, unsupported])
  })
  test.each<[string, (policy: LcpPolicy) => string]>([
    ['Naks', (policy) => policy.nakked([])],
    ['Rejects', (policy) => policy.rejected([])],
  ])('ten %s are heard, and no eleventh; an Ack and a beginning count anew', (_what, hear) => {
    const { policy } = lcp()
    const ten = () => Array.from({ length: 10 }, () => hear(policy))
    const again = Array<string>(10).fill('again')
    expect(ten()).toEqual(again)
    policy.agreed()
    expect(ten()).toEqual(again)
    policy.restart()
    expect([...ten(), hear(policy)]).toEqual([...again, 'fail'])
  })
  test('everything anew from the beginning on', () => {
    const { policy, asked, magic } = lcp({ demand: 'chap', flexible: true })
    const before = magic()
    policy.nakked(options('0206000a0001 0304c023 0702 0802'))
    policy.rejected(options('050600000001'))
    policy.restart()
    expect(asked()).toBe('0206000000000305c223050506MAGIC07020802')
    expect([policy.demand, magic() === before]).toEqual(['chap', false])
    expect(lcp().policy.demand).toBe('none')
  })
})

describe('what is granted', () => {
  test.each<[string, Partial<LcpOptions>, string, string]>([
    ['nothing', {}, '', 'ack'],
    ['an MRU of 128', {}, '01040080', 'ack'],
    ['no MRU of 127', {}, '0104007f', 'nak 01040080'],
    ['an MRU of 256', {}, '01040100', 'ack'],
    ['any ACCM', {}, '0206ffffffff', 'ack'],
    ['compression', {}, '0702 0802', 'ack'],
    ['no option with a wrong length', {}, '010305 0702', 'rej 010305'],
    ['no option that is unknown', {}, '0d0306 0702', 'rej 0d0306'],
    ['CHAP', {}, '0305c22305', 'ack'],
    ['PAP', {}, '0304c023', 'ack'],
    ['CHAP instead of EAP', {}, '0304c227', 'nak 0305c22305'],
    ['CHAP instead of MS-CHAP', {}, '0305c22380', 'nak 0305c22305'],
    [
      'PAP instead of CHAP, where it is all we have',
      { accept: ['pap'] },
      '0305c22305',
      'nak 0304c023',
    ],
    ['no authentication where we have none', { accept: [] }, '0304c023', 'rej 0304c023'],
    ['a magic number of 0', {}, '050600000000', 'ack'],
    ['another magic number', {}, '050600000001', 'ack'],
    ['only the Reject where one is due', {}, '0104007f 0d0306', 'rej 0d0306'],
  ])('%s', (_what, change, asked, verdict) => {
    expect(lcp(change).judge(asked)).toBe(verdict)
  })
  test('no Nak any more where Naks did not help, but of our own magic number', () => {
    const { judge, magic } = lcp()
    expect(judge('0104007f', false)).toBe('rej 0104007f')
    expect(judge(`0506${magic()}`, false)).toMatch(/^nak 0506/)
    expect(judge(`0506${magic()}`, true)).toMatch(/^nak 0506/)
    expect(judge(`0506${magic()}`)).not.toContain(magic())
  })
  test('our own requests that come back are counted, and told the tenth time', () => {
    const { policy, judge, magic, looped } = lcp()
    for (let times = 0; times < 9; times++) judge(`0506${magic()}`)
    expect([policy.loops, looped()]).toEqual([9, 0])
    judge(`0506${magic()}`)
    judge(`0506${magic()}`)
    expect([policy.loops, looped()]).toEqual([11, 1])
  })
  test('which method the peer insisted on, until it asks for one we have', () => {
    const { policy, judge } = lcp()
    expect(policy.unsupported).toBeUndefined()
    judge('0304c227')
    expect(policy.unsupported).toBe('eap')
    judge('0304c023')
    expect(policy.unsupported).toBeUndefined()
  })
})

test.each([
  ['', { mru: 1500, accm: 0xffffffff, auth: 'none', magic: 0, pfc: false, acfc: false }],
  [
    '01040128 0206000a0000 0305c22305 050612345678 0702 0802',
    { mru: 296, accm: 0x000a0000, auth: 'chap', magic: 0x12345678, pfc: true, acfc: true },
  ],
  ['0304c023 0702', { auth: 'pap', pfc: true, acfc: false }],
  ['0304c227 0802', { auth: 'none', pfc: false, acfc: true }],
])('a peer that asked for %j', (asked, peer) => {
  const { policy } = lcp()
  policy.peerAgreed(options('01040101 0702 0802'))
  policy.peerAgreed(options(asked))
  expect(policy.peer).toMatchObject(peer)
})

test.each([
  [0, 1],
  [0.999_999_999_9, 0xffffffff],
])('a magic number is from 1 to ffffffff: %d', (next, magic) => {
  expect(newMagic({ next: () => next })).toBe(magic)
})
