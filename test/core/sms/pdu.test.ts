import { expect, test } from 'vitest'
import { textOf } from '@core/sms/body'
import { classOf, codingOf, isCompressed } from '@core/sms/coding'
import { headerOf } from '@core/sms/body'
import { readPdu, submitFrom, submitsOf } from '@core/sms/pdu'
import { momentOf, momentText, timestampOf } from '@core/sms/timestamp'
import { addressField, numberOf } from '@core/sms/address'
import { parseTpdu, tpduOctets } from '@core/sms/tpdu'
import { fromHex, hexOf } from '@core/bytes'

/** What is read of a message, in one line a field. */
function told(hex: string) {
  const { serviceCentre, parsed } = readPdu(hex)
  if (parsed.kind !== 'deliver' && parsed.kind !== 'submit') return parsed
  const { kind, number, dataCoding } = parsed
  const moment = momentOf(parsed.timestamp)
  const at = moment && momentText(moment)
  return { serviceCentre, kind, number, dataCoding, text: textOf(parsed), ...(at ? { at } : {}) }
}

/**
 * PDUs as handbooks, oFono's unit tests and gammu's print them, the digits of subscribers replaced; each is written back as it
 * was read.
 */
const examples = [
  {
    name: 'a text in the default alphabet, from a zone west of Greenwich',
    hex: '07911326040000F0040B911306000000F00000208062917314480CC8F71D14969741F977FD07',
    is: {
      serviceCentre: '+31624000000',
      kind: 'deliver',
      number: '+31600000000',
      text: 'How are you?',
      at: '2002-08-26 19:37:41 -01:00',
    },
  },
  {
    name: 'a sender with a name',
    hex: '0791447758100650040DD0F334FC1CA6970100008080312170224008D4F29CDE0EA7D9',
    is: { number: 'sipgate', text: 'Testmail', at: '2008-08-13 12:07:22 +01:00' },
  },
  {
    name: 'a submit with a relative validity',
    hex: '0011000B916400000000F00000AA0AE8329BFD4697D9EC37',
    is: { serviceCentre: '', kind: 'submit', number: '+46000000000', text: 'hellohello' },
  },
  {
    name: 'a header of five text formats in front of the default alphabet',
    hex:
      '0041000B910000000000F00000631A0A031906200A032104100A032705040A032E05080A043807002B8ACD29A85D9ECFC3E7F21C340EBB41E' +
      '3B79B1E4EBB41697A989D1EB340E2379BCC02B1C3F27399059AB7C36C3628EC2683C66FF65B5E2683E8653C1D',
    is: { text: 'EMS messages can contain italic, bold, large, small and colored text' },
  },
  {
    name: 'UCS2',
    hex: '07911326040000F0040B911306000000F00008621192015500630E6E295EA6002000330031D83DDE00',
    is: { text: '温度 31😀', at: '2026-11-29 10:55:00 +09:00' },
  },
] as const

test.each(examples)('reads $name, and writes it back', ({ hex, is }) => {
  const read = told(hex.replace(/\s/g, ''))
  expect(read).toMatchObject(is)
  const { parsed } = readPdu(hex)
  if (parsed.kind !== 'deliver' && parsed.kind !== 'submit') throw new Error('no message')
  const centre = parseInt(hex.slice(0, 2), 16)
  expect(hexOf(tpduOctets(parsed)).toUpperCase()).toBe(hex.slice(2 + 2 * centre))
})

test('reads what became of a message', () => {
  const whole = '07911326040000F006D60B911306000000F0111011719551401110117195714000'
  const { parsed } = readPdu(whole)
  expect(parsed).toMatchObject({ reference: 0xd6, number: '+31600000000', status: 0 })
  if (parsed.kind !== 'report') throw new Error('no report')
  expect(momentOf(parsed.discharge)).toEqual({
    atMs: Date.UTC(2011, 0, 11, 16, 59, 17),
    quarters: 4,
  })
  expect(readPdu(whole.slice(0, -2)).parsed.kind).toBe('damaged')
})

test.each([
  ['0011000B916400000000F00000AA', 14],
  ['0001000B916400000000F00000', 13],
  ['0019000B916400000000F0000062119201550063', 20],
  ['0009000B916400000000F000000B000000000000', 20],
])('takes each form of the validity period (%s…)', (head, octets) => {
  expect(head.length / 2).toBe(octets)
  expect(told(`${head}0AE8329BFD4697D9EC37`)).toMatchObject({ text: 'hellohello' })
})

/** 23.038, 4: the groups of TP-DCS. */
test.each([
  [0x00, 'gsm', undefined],
  [0x04, 'octets', undefined],
  [0x08, 'ucs2', undefined],
  // A reserved alphabet or group counts as the default alphabet.
  [0x0c, 'gsm', undefined],
  [0x80, 'gsm', undefined],
  [0x10, 'gsm', 0],
  [0x19, 'ucs2', 1],
  [0x16, 'octets', 2],
  [0x48, 'ucs2', undefined],
  [0xc0, 'gsm', undefined],
  [0xd8, 'gsm', undefined],
  [0xe0, 'ucs2', undefined],
  [0xf0, 'gsm', 0],
  [0xf6, 'octets', 2],
] as const)('a coding of %i is %s', (dataCoding, coding, messageClass) => {
  expect([codingOf(dataCoding), classOf(dataCoding)]).toEqual([coding, messageClass])
})

test('knows what is compressed', () => {
  expect([0x20, 0x68, 0x00, 0xf0, 0xe0].map(isCompressed)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test.each(['+819012345678', '090', '*100#', '12345', 'sipgate', 'ABCDEFGHIJK', 'a@b'])(
  'the address %s is read as it was written',
  (number) => {
    const field = addressField(number)
    const [semis = 0, type = 0] = field
    expect(field.length).toBe(2 + Math.ceil(semis / 2))
    expect(numberOf(type, field.subarray(2), semis)).toBe(number)
  },
)

test.each([36, 0, -16, -1, 51])(
  'a time %i quarters from Greenwich is read as it was written',
  (quarters) => {
    const atMs = Date.UTC(2026, 10, 29, 1, 55, 7)
    expect(momentOf(timestampOf(atMs, quarters))).toEqual({ atMs, quarters })
  },
)

test.each(['00000000000000', '62312192000000', 'FFFFFFFFFFFFFF'])('%s is no time', (hex) => {
  expect(momentOf(fromHex(hex) ?? new Uint8Array(7))).toBeUndefined()
})

const whole = '07911326040000F0040B911306000000F00000208062917314480CC8F71D14969741F977FD07'
test('a PDU that is cut anywhere is told as damaged, with the field it ends in', () => {
  for (let at = 0; at < whole.length - 1; at++) {
    const { parsed } = readPdu(whole.slice(0, at))
    expect(parsed.kind, whole.slice(0, at)).toBe('damaged')
  }
  expect(readPdu(whole.slice(0, 30)).parsed).toMatchObject({
    said: { en: 'The PDU ends in the number of the other side (7 octets are there).' },
  })
})

test.each([
  ['no hex', 'This is no PDU'],
  [`${whole}00`, '1 octets more'],
  ['07911326040000F0040BFF', 'ends in'],
  ['0004FF910000', 'a number of 255 digits'],
  ['00040B911306000000F0000020806291731448A1', '161 characters'],
  ['00440B911306000000F0000420806291731448030A0003', 'longer than the text'],
])('%s is damaged: %s', (hex, said) => {
  const { parsed } = readPdu(hex)
  expect(parsed).toMatchObject({ kind: 'damaged', said: { en: expect.stringContaining(said) } })
})

test('a length other than the announced one is told', () => {
  expect(readPdu(whole, 30).parsed.kind).toBe('deliver')
  expect(readPdu(whole, 29).parsed).toMatchObject({
    said: { en: 'The modem announced 29 octets; 30 came.' },
  })
})

test('no octets at all make it throw', () => {
  let state = 7
  const octet = () => (state = (state * 1103515245 + 12345) & 0x7fffffff) >> 16
  for (let i = 0; i < 3_000; i++) {
    const octets = Uint8Array.from({ length: i % 60 }, () => octet() & 0xff)
    const parsed = parseTpdu(octets)
    if (parsed.kind === 'deliver' || parsed.kind === 'submit') headerOf(parsed)
    expect(['deliver', 'submit', 'report', 'damaged']).toContain(parsed.kind)
  }
})

test('a PDU that a person gives is taken with its centre, and only as a submit', () => {
  const hex = '07911326040000F0 11000B916400000000F00000AA0AE8329BFD4697D9EC37'
  expect(submitFrom(hex)).toEqual({ length: 23, hex: hex.replace(' ', '') })
  expect(submitFrom(whole)).toBeUndefined()
  expect(submitFrom('0011')).toBeUndefined()
})

test('a text for somebody is what AT+CMGS takes', () => {
  const options = { report: true, reference: 1 }
  expect(submitsOf('+46000000000', 'hellohello', options)).toEqual([
    { length: 23, hex: '0031000B916400000000F00000A70AE8329BFD4697D9EC37' },
  ])
})
