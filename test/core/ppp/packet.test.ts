import { fromHex, hexOf } from '@core/bytes'
import {
  buildOptions,
  buildPacket,
  isMalformed,
  octets32,
  parseControl,
  parseOptions,
  parsePacket,
  splitFrame,
  uint32,
} from '@core/ppp/packet'
import { expect, test } from 'vitest'

const octets = (hex: string) => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array()

test.each([
  ['ff03 c021 0501', 'c021 0501'],
  ['ff03 21 45', '21 45'],
  ['ff03 0021 45', '21 45'],
  ['c021 0501', 'c021 0501'],
  ['21 45', '21 45'],
  ['21', '21 '],
  ['8003 45', '8003 45'],
  // No address and control: a protocol of one octet that begins so, or ends so.
  ['ff 2145', 'ff 2145'],
  ['ff 0445', 'ff 0445'],
  ['2103 45', '21 0345'],
  ['', 'the frame has no protocol field'],
  ['ff03', 'the frame has no protocol field'],
  ['ff03 c0', 'the protocol field is cut short'],
  ['c0', 'the protocol field is cut short'],
  ['c022 05', 'the protocol number is even, which no protocol is'],
  ['ff03 0000 05', 'the protocol number is even, which no protocol is'],
])('the frame %s has protocol and information %s', (frame, expected) => {
  const split = splitFrame(octets(frame))
  expect(
    isMalformed(split) ? split.error.en : `${split.protocol.toString(16)} ${hexOf(split.info)}`,
  ).toBe(expected)
})

test.each([
  ['01020004', '1 2 '],
  ['0102000603ff', '1 2 03ff'],
  ['0102000503ff', '1 2 03'],
  [`01020104${'ab'.repeat(256)}`, `1 2 ${'ab'.repeat(256)}`],
  ['010200', '3 octets are too few for code, id and length'],
  ['01020003', 'the length field says 3, less than the header'],
  ['01020005', 'the length field says 5, but only 4 octets came'],
  [`01020105${'ab'.repeat(256)}`, 'the length field says 261, but only 260 octets came'],
])('the packet %s is %s', (hex, expected) => {
  const packet = parsePacket(octets(hex))
  expect(
    isMalformed(packet) ? packet.error.en : `${packet.code} ${packet.id} ${hexOf(packet.data)}`,
  ).toBe(expected)
})

// One octet behind the length, which is no 0, is damage where options are negotiated.
test.each([
  [0xc021, '0101000441', true],
  [0xc021, '0101000400', false],
  [0xc021, '010100044142', false],
  [0xc021, '01010004', false],
  [0x8021, '0101000441', true],
  [0x8001, '0101000441', true],
  [0xbfff, '0101000441', true],
  [0x7fff, '0101000441', false],
  [0xc001, '0101000441', false],
  [0xc023, '0101000441', false],
  [0xc223, '0101000441', false],
])('of protocol %i the packet %s is damaged: %s', (protocol, hex, damaged) => {
  const packet = parseControl(protocol, octets(hex))
  expect(isMalformed(packet)).toBe(damaged)
})

test('a packet is built with its length', () => {
  expect(hexOf(buildPacket({ code: 9, id: 255, data: octets('aabb') }))).toBe('09ff0006aabb')
  const long = buildPacket({ code: 1, id: 2, data: new Uint8Array(300) })
  expect([hexOf(long.slice(0, 4)), long.length]).toEqual(['01020130', 304])
})

test.each([
  ['', ''],
  ['0702', '7:'],
  ['0702 0104 05dc 0802', '7: 1:05dc 8:'],
  ['07', 'option 7 has no length'],
  ['0702 08', 'option 8 has no length'],
  ['0701', 'option 7 says length 1, less than its header'],
  ['0700', 'option 7 says length 0, less than its header'],
  ['0104 05', 'option 1 says length 4, past the end of the packet'],
  ['0702 0103', 'option 1 says length 3, past the end of the packet'],
])('the options %j are %j', (hex, expected) => {
  const parsed = parseOptions(octets(hex))
  if (isMalformed(parsed)) return expect(parsed.error.en).toBe(expected)
  const { options } = parsed
  expect(options.map(({ type, value }) => `${type}:${hexOf(value)}`).join(' ')).toBe(expected)
  expect(buildOptions(options)).toEqual(octets(hex))
})

test.each([
  ['00000000', 0],
  ['00000001', 1],
  ['01020304', 0x01020304],
  ['ffffffff', 0xffffffff],
  ['80000000', 0x80000000],
])('%s is %i', (hex, value) => {
  expect(uint32(octets(hex))).toBe(value)
  expect(uint32(octets(`ee${hex}`), 1)).toBe(value)
  expect(hexOf(octets32(value))).toBe(hex)
})
test('octets that are not there are 0', () => {
  expect([uint32(octets('')), uint32(octets('01')), uint32(octets('010203'))]).toEqual([
    0, 0x01000000, 0x01020300,
  ])
})
