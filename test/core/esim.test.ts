import { describe, expect, test } from 'vitest'
import { fromHex, hexOf } from '@core/bytes'
import {
  eidOf,
  esimRequests,
  iccidOctets,
  iccidText,
  infoOf,
  profilesOf,
  refusalOf,
  waitingOf,
} from '@core/esim/euicc'
import { storeData } from '@core/esim/store-data'
import { tlv, tlvsIn } from '@core/esim/tlv'

const octets = (text: string) => fromHex(text.replaceAll(' ', '')) ?? new Uint8Array(0)

describe('data objects', () => {
  test.each([
    ['one octet of tag and length', '80 01 07', [[0x80, '07']]],
    ['a tag of two octets', '9F70 01 01', [[0x9f70, '01']]],
    ['a length of two octets', `BF2D 81 80 ${'00'.repeat(128)}`, [[0xbf2d, '00'.repeat(128)]]],
    [
      'two of them',
      '5A 01 98 91 00',
      [
        [0x5a, '98'],
        [0x91, ''],
      ],
    ],
    ['nothing', '', []],
  ] as const)('are read: %s', (_kind, text, objects) => {
    const found = tlvsIn(octets(text))
    expect(found?.map(({ tag, value }) => [tag, hexOf(value)])).toEqual(objects)
    expect(
      hexOf(Uint8Array.from(found?.flatMap(({ tag, value }) => [...tlv(tag, value)]) ?? [])),
    ).toBe(text.replaceAll(' ', '').toLowerCase())
  })
  test.each([
    '80',
    '80 02 00',
    '9F',
    '9F 80',
    'BF 80 80 80 01 00',
    '80 80 00',
    '80 84 00 00 00 01 00',
    '80 82 01',
  ])('that end too early or are of no such form are none: %s', (text) =>
    expect(tlvsIn(octets(text))).toBeUndefined(),
  )
})

test.each([
  ['89423100000000001000', '98241300000000000100'],
  ['8981200000000003000', '981802000000003000f0'],
])('the ICCID %s stands as %s on the card', (digits, hex) => {
  expect(hexOf(iccidOctets(digits))).toBe(hex)
  expect(iccidText(octets(hex))).toBe(digits)
})

test('requests have the form of GSMA SGP.22, 5.7', () => {
  expect(hexOf(esimRequests.eid)).toBe('bf3e035c015a')
  expect(hexOf(esimRequests.notifications)).toBe('bf2800')
  expect(hexOf(esimRequests.info)).toBe('bf2200')
  expect(hexOf(esimRequests.addresses)).toBe('bf3c00')
  const iccid = '8981200000000003000'
  expect(hexOf(esimRequests.enable(iccid))).toBe('bf3111a00c5a0a981802000000003000f08101ff')
  expect(hexOf(esimRequests.remove(iccid))).toBe('bf330c5a0a981802000000003000f0')
  expect(hexOf(esimRequests.rename(iccid, 'é'))).toBe('bf29105a0a981802000000003000f09002c3a9')
})

test('what an eUICC answers is read, and what is no such answer is told apart', () => {
  expect(eidOf(octets('BF3E 12 5A 10 89049032000001000000012345678901'))).toBe(
    '89049032000001000000012345678901',
  )
  for (const wrong of ['', 'BF3E 03 5A 01 89', 'BF2D 00', 'BF3E 12 5A 10 89'])
    expect(eidOf(octets(wrong))).toBeUndefined()
  const row = 'E3 1A 5A0A 981802000000003000F0 9F7001 01 9101 41 9501 01 9902 0560'
  expect(profilesOf(tlv(0xbf2d, tlv(0xa0, octets(row))))).toEqual([
    {
      iccid: '8981200000000003000',
      state: 'enabled',
      nickname: '',
      provider: 'A',
      name: '',
      kind: 'provisioning',
      mayDisable: false,
      mayDelete: false,
    },
  ])
  expect(profilesOf(octets('BF2D 02 A0 00'))).toEqual([])
  expect(profilesOf(octets('BF2D 03 81 01 7F'))).toBeUndefined()
  expect(infoOf(octets('BF22 0B 8203020202 8404 8202 0400'))).toEqual({
    version: '2.2.2',
    freeBytes: 1024,
  })
  expect(infoOf(octets('BF22 00'))).toEqual({ version: null, freeBytes: null })
  expect(waitingOf(octets('BF28 02 A0 00'))).toBe(0)
  expect(waitingOf(octets('BF28 03 81 01 7F'))).toBeNull()
})

test.each([
  ['BF31 03 80 01 00', null],
  ['BF31 03 80 01 02', 'not-in-state'],
  ['BF33 03 80 01 03', 'policy'],
  ['BF29 03 80 01 7F', 'unknown'],
  ['BF2D 00', undefined],
  ['', undefined],
])('the result of %s is %s', (text, refusal) => expect(refusalOf(octets(text))).toBe(refusal))

test('a long request goes in blocks, and a long answer comes in pieces', async () => {
  const sent: string[] = []
  const answers = ['9000', '6103', '6102', '9000'].map(octets)
  const said = await storeData(
    async (command) => {
      sent.push(hexOf(command.subarray(0, 5)))
      const [high = 0, low = 0] = answers.shift() ?? []
      return { data: Uint8Array.of(sent.length), status: high * 256 + low }
    },
    5,
    new Uint8Array(130),
  )
  expect(sent).toEqual(['c1e2110078', 'c1e291010a', '41c0000003', '41c0000002'])
  expect(said).toEqual({ data: Uint8Array.of(2, 3, 4), status: 0x9000 })
})

test('a block that is refused ends the request', async () => {
  const refuses = async () => ({ data: new Uint8Array(0), status: 0x6985 })
  expect(await storeData(refuses, 1, new Uint8Array(400))).toMatchObject({ status: 0x6985 })
})
