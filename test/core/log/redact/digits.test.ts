import {
  canonical,
  isIccid,
  isImei,
  passesLuhn,
  readsOnly,
  startsWithCountry,
  swapped,
} from '@core/log/redact/digits'
import { describe, expect, test } from 'vitest'

/** The digits with the check digit of ITU-T E.118 behind them, worked out the long way. */
function checked(digits: string): string {
  const doubled = [...digits].map(Number).map((digit, i) => {
    const times = (digits.length - i) % 2 === 1 ? digit * 2 : digit
    return Math.floor(times / 10) + (times % 10)
  })
  return digits + String((10 - (doubled.reduce((a, b) => a + b) % 10)) % 10)
}
const otherEnd = (digits: string) => digits.slice(0, -1) + String((Number(digits.at(-1)) + 1) % 10)

test.each([
  ['0', true],
  ['18', true],
  ['59', true],
  ['91', true],
  ['19', false],
  ['81', false],
  ['490154203237518', true],
  ['490154203237519', false],
  ['79927398713', true],
])('the check digit of %s is right: %s', (digits, right) => {
  expect(passesLuhn(digits)).toBe(right)
})

describe('an IMEI', () => {
  // SIMCom's and Quectel's own begin with 86.
  test.each('01 10 30 33 35 44 45 49 50 51 52 53 54 86 91 98 99'.split(' ').map((body) => [body]))(
    'begins with the reporting body %s',
    (body) => {
      const imei = checked(`${body}985000000000`)
      expect(isImei(imei)).toBe(true)
      expect(isImei(otherEnd(imei))).toBe(false)
    },
  )
  test.each([
    '00',
    '02',
    '12',
    '31',
    '34',
    '36',
    '43',
    '46',
    '48',
    '55',
    '85',
    '87',
    '89',
    '90',
    '92',
    '97',
  ])('begins with no %s', (body) => {
    expect(isImei(checked(`${body}985000000000`))).toBe(false)
  })
  test('has fifteen digits, no fewer, no more, and nothing around them', () => {
    for (const length of [13, 15]) expect(isImei(checked('86'.padEnd(length, '3')))).toBe(false)
    const imei = checked('86985000000000')
    expect(isImei(imei)).toBe(true)
    for (const text of [`${imei} `, ` ${imei}`, `${imei}\n`, imei.replace('8', 'A')])
      expect(isImei(text)).toBe(false)
  })
})

describe('the number of a card', () => {
  const nineteen = checked('898100001234567890'.slice(0, 18))
  const twenty = checked('8981000012345678901')
  test.each([
    ['nineteen digits', nineteen, true],
    ['twenty digits', twenty, true],
    ['twenty digits, the check digit before the last', `${nineteen}4`, true],
    ['nineteen with a wrong check digit', otherEnd(nineteen), false],
    ['twenty with none that is right', `${otherEnd(nineteen)}0`, false],
    ['eighteen digits', checked('89810000123456789'), false],
    ['twenty-one digits', checked('89810000123456789012'), false],
    ['not of telecom industry', checked('888100001234567890'), false],
    ['the digits in other text', `x${nineteen}`, false],
    ['more behind them', `${nineteen}x`, false],
  ])('%s', (_what, digits, is) => {
    expect(isIccid(digits)).toBe(is)
  })
  test('the rows above are not right by both rules', () => {
    expect(passesLuhn(`${nineteen}4`)).toBe(false)
    expect(passesLuhn(twenty.slice(0, 19))).toBe(false)
    expect(passesLuhn(`${otherEnd(nineteen)}0`)).toBe(false)
  })
})

test.each([
  ['200', true],
  ['440', true],
  ['799', true],
  ['199', false],
  ['800', false],
  ['900', true],
  ['902', true],
  ['903', false],
  ['989', false],
  ['990', true],
  ['998', true],
  ['999', false],
  ['00101', true],
  ['00102', false],
  ['44', false],
  ['1440', false],
])('an IMSI begins with %s: %s', (digits, does) => {
  expect(startsWithCountry(`${digits}`)).toBe(does)
})

test.each([
  ['9818', '8981'],
  ['98f0', '890'],
  ['89F1', '981'],
  ['f1ff', '1'],
  ['1F', 'F1'],
])('%s with its nibbles swapped is %s', (hex, out) => {
  expect(swapped(hex)).toBe(out)
})

test.each([
  ['A0A40000023F00', true],
  ['00b0000010', true],
  ['00B2010410', true],
  ['A0C00000', true],
  ['80f20000', true],
  ['0020000108', false],
  ['A0A400', false],
  ['A0A40000ZZ', false],
  ['xA0A40000', false],
])('the command %s to a card only reads: %s', (command, reads) => {
  expect(readsOnly(command)).toBe(reads)
})

test.each([
  ['imei', '49-015420-323751-8', '490154203237518'],
  ['imsi', '440 10 1234567890', '440101234567890'],
  ['eid', '8904 9032', '89049032'],
  ['number', '090-1234 5678', '09012345678'],
  ['password', 'my - home', 'my - home'],
  ['iccid', '8981100022152967705F', '8981100022152967705'],
  ['iccid', '8981 1000-22152967705', '8981100022152967705'],
  ['iccid', '981801002251927677F0', '898110002215296777' + '0'],
  ['iccid', '98180100225192767', '98180100225192767'],
  ['iccid', 'x981801002251927677F0', 'x981801002251927677F0'],
])('%s “%s” is written “%s”', (kind, value, out) => {
  expect(canonical(kind, value)).toBe(out)
})
