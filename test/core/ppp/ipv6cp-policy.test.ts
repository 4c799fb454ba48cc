import { fromHex, hexOf } from '@core/bytes'
import { Ipv6cpPolicy, randomIdentifier, type Ipv6cpOptions } from '@core/ppp/ipv6cp'
import { seededChance } from '@core/ports/chance'
import { describe, expect, test } from 'vitest'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()
const identifier = (hex: string, type = 1) => ({ type, value: octets(hex) })
const own = '0211223344556677'
const policy = (change: Partial<Ipv6cpOptions> = {}) =>
  new Ipv6cpPolicy({ chance: seededChance(1), identifier: octets(own), ...change })
/** Random numbers as they are told, from 0 to 255. */
const chanceOf = (...numbers: number[]) => {
  const left = [...numbers]
  return { next: () => (left.shift() ?? 0) / 256 }
}

describe('an identifier of nobody else', () => {
  test.each([
    [[0xff, 1, 2, 3, 4, 5, 6, 7], 'fd01020304050607'],
    [[2, 0, 0, 0, 0, 0, 0, 1], '0000000000000001'],
    // Nothing but the bit u, which is not told: it would be zero.
    [[2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 9], '0100000000000009'],
    [[0, 255, 255, 255, 255, 255, 255, 255], '00ffffffffffffff'],
  ])('of %j is %s', (numbers, expected) => {
    expect(hexOf(randomIdentifier(chanceOf(...numbers)))).toBe(expected)
  })
  test('is chosen once, where none was given', () => {
    const chance = chanceOf(4, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8, 8, 8, 8)
    const ours = new Ipv6cpPolicy({ chance })
    expect([hexOf(ours.identifier), hexOf(ours.identifier)]).toEqual([
      '0401020304050607',
      '0401020304050607',
    ])
  })
  test('of ours cannot be changed from outside', () => {
    const ours = policy()
    ours.wanted()[0]?.value.fill(0)
    expect(hexOf(ours.identifier)).toBe(own)
    const offer = octets('00000000cafe0002')
    ours.nakked([{ type: 1, value: offer }])
    offer.fill(0)
    expect(hexOf(ours.identifier)).toBe('00000000cafe0002')
  })
})

describe('requests of the peer', () => {
  test('without an identifier are granted', () => {
    expect(policy().judge([], true)).toEqual({ kind: 'ack' })
  })
  test.each([
    [own, false, { kind: 'nak', options: [identifier('00000000cafe0002')] }],
    ['00000000cafe0002', false, { kind: 'ack' }],
    ['0000000000000000', false, { kind: 'nak', options: [identifier('00000000cafe0002')] }],
    [own, true, { kind: 'rej', options: [identifier(own)] }],
  ] as const)('for %s, where a network gives one (insisting: %s)', (asked, insists, verdict) => {
    const network = policy({ give: octets('00000000cafe0002') })
    expect(network.judge([identifier(asked)], !insists)).toEqual(verdict)
  })
  test('tell its identifier, or none', () => {
    const ours = policy()
    expect(ours.peerIdentifier).toBeNull()
    ours.peerAgreed([identifier('abcd', 2), identifier('0000000000000001')])
    expect(hexOf(ours.peerIdentifier ?? new Uint8Array())).toBe('0000000000000001')
    ours.peerAgreed([identifier('abcd', 2)])
    expect(ours.peerIdentifier).toBeNull()
    const told = identifier('0000000000000001')
    ours.peerAgreed([told])
    told.value.fill(0)
    expect(hexOf(ours.peerIdentifier ?? new Uint8Array())).toBe('0000000000000001')
  })
})

describe('Naks', () => {
  test.each([
    ['without an option', []],
    ['of something else', [identifier(own, 2)]],
    ['with a wrong length', [identifier('0001')]],
  ])('%s are waited out', (_what, options) => {
    const ours = policy()
    expect([ours.nakked(options), hexOf(ours.identifier)]).toEqual(['wait', own])
  })
  test('with what we proposed to the peer are our own packets that came back', () => {
    const ours = policy()
    const verdict = ours.judge([identifier(own)], true)
    if (verdict.kind === 'ack') throw new Error('agreed')
    expect(ours.nakked(verdict.options)).toBe('again')
    expect(hexOf(ours.identifier)).not.toBe(hexOf(verdict.options[0]?.value ?? octets('')))
    ours.restart()
    expect(ours.nakked(verdict.options)).toBe('again')
    expect(hexOf(ours.identifier)).toBe(hexOf(verdict.options[0]?.value ?? octets('')))
  })
  test('with what the peer has are not taken, until the beginning', () => {
    const ours = policy()
    ours.peerAgreed([identifier('0000000000000001')])
    ours.nakked([identifier('0000000000000001')])
    expect(hexOf(ours.identifier)).not.toBe('0000000000000001')
    ours.restart()
    expect(ours.peerIdentifier).toBeNull()
    ours.nakked([identifier('0000000000000001')])
    expect(hexOf(ours.identifier)).toBe('0000000000000001')
  })
  test('are heard ten times, and no eleventh; an Ack and a beginning count anew', () => {
    const ours = policy()
    const ten = () => Array.from({ length: 10 }, () => ours.nakked([identifier(own)]))
    const again = Array<string>(10).fill('again')
    expect(ten()).toEqual(again)
    ours.agreed()
    expect(ten()).toEqual(again)
    ours.restart()
    expect([...ten(), ours.nakked([identifier(own)])]).toEqual([...again, 'fail'])
  })
})

test('a peer that rejects identifiers is told none, until the beginning', () => {
  const ours = policy()
  expect(ours.rejected()).toBe('again')
  expect(ours.wanted()).toEqual([])
  ours.restart()
  expect(ours.wanted()).toEqual([identifier(own)])
})
