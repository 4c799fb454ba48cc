import { expect, test } from 'vitest'
import { isGsmText, septetsOf, textOfSeptets } from '@core/sms/alphabet'
import { contentOf, joined, measured, messagesOf } from '@core/sms/body'
import { hexOf } from '@core/bytes'
import { messagesIn, type StoredPdu } from '@core/sms/message'
import { timestampOf } from '@core/sms/timestamp'
import { tpduOctets } from '@core/sms/tpdu'

/** A text as it lies in a card, one place a part. */
function stored(text: string, reference = 1, number = '+819000000000'): StoredPdu[] {
  return messagesOf(text, reference).map(({ firstOctet, ...body }, i) => {
    const tpdu = tpduOctets({
      kind: 'deliver',
      firstOctet: 4 | firstOctet,
      reference: 0,
      number,
      protocol: 0,
      validity: new Uint8Array(0),
      timestamp: timestampOf(Date.UTC(2026, 10, 29), 36),
      ...body,
    })
    const place = { storage: 'SM', index: i + 1, status: 1 }
    return { ...place, length: tpdu.length, hex: `00${hexOf(tpdu)}` }
  })
}
const long = 'abcdefghi€'.repeat(40)
const japanese = '温度は 31 度です😀'.repeat(20)

test('every character of the default alphabet and its extension is read as it was written', () => {
  const all =
    '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ÄÖÑÜ§¿äöñüà\f^{}\\[~]|€'
  expect(isGsmText(all)).toBe(true)
  expect(textOfSeptets(septetsOf(all))).toBe(all)
  expect(isGsmText('ç')).toBe(false)
  expect(isGsmText('\u001b')).toBe(false)
})

test.each([
  ['a'.repeat(160), 'gsm', 1],
  ['a'.repeat(161), 'gsm', 2],
  ['a'.repeat(306), 'gsm', 2],
  ['a'.repeat(307), 'gsm', 3],
  ['€'.repeat(80), 'gsm', 1],
  ['€'.repeat(81), 'gsm', 2],
  ['あ'.repeat(70), 'ucs2', 1],
  ['あ'.repeat(71), 'ucs2', 2],
  ['あ'.repeat(134), 'ucs2', 2],
  ['あ'.repeat(135), 'ucs2', 3],
  ['', 'gsm', 1],
] as const)('counts what %.4s… takes (%s, %i)', (text, alphabet, parts) => {
  const measure = measured(text)
  expect([measure.alphabet, measure.parts.length]).toEqual([alphabet, parts])
})

test('a part ends neither in an escape nor in half a character', () => {
  const gsm = measured(`${'a'.repeat(152)}€${'b'.repeat(50)}`)
  expect(gsm.parts[0]).toBe('a'.repeat(152))
  const ucs2 = measured(`${'あ'.repeat(66)}😀${'い'.repeat(50)}`)
  expect(ucs2.parts[0]).toBe('あ'.repeat(66))
})

test.each([1, 255, 256, 65_535])(
  'parts with reference %i are one text again, in whatever order they lie',
  (reference) => {
    for (const text of [long, japanese]) {
      const parts = stored(text, reference)
      expect(parts.length).toBeGreaterThan(2)
      const [message, ...more] = messagesIn([...parts].reverse())
      expect(more).toEqual([])
      expect(message).toMatchObject({ text, parts: parts.length, missing: [], id: 'SM:1' })
    }
  },
)

test('what others cut through a character is joined before it is read', () => {
  const halves = [[0x1b], [0x65]] as const
  expect(joined(halves.map((septets) => ({ kind: 'septets', septets })))).toEqual({
    kind: 'text',
    text: '€',
  })
  const pair = ['\ud83d', '\ude00'].map((text) => ({ kind: 'text', text }) as const)
  expect(joined(pair)).toEqual({ kind: 'text', text: '😀' })
})

test('a part that has not come is named, and stands as a gap', () => {
  const [first, , third, ...rest] = stored(long)
  if (!first || !third) throw new Error('too few parts')
  const [message] = messagesIn([first, third, ...rest])
  expect(message?.missing).toEqual([2])
  expect(message?.text).toMatch(/^abcdefghi€.*[^…]…[^…].*$/)
  const [last] = messagesIn([third])
  expect(last?.missing).toEqual([1, 2, ...rest.map((_, i) => i + 4)])
  expect(last?.text).toMatch(/^…[^…]+/)
})

test('two texts with one reference, and two senders, stay apart', () => {
  const all = [
    ...stored('x'.repeat(200)),
    ...stored('y'.repeat(200)),
    ...stored('z'.repeat(200), 1, '+819000000001'),
  ].map((one, i) => ({ ...one, index: i + 1 }))
  expect(messagesIn(all).map(({ text }) => text?.slice(0, 1))).toEqual(['x', 'y', 'z'])
})

test('a damaged PDU is a message with what was seen, among the others', () => {
  const [good] = stored('good')
  if (!good) throw new Error('no message')
  const bad = { storage: 'SM', index: 1, status: 0, length: 9, hex: '0004FF91' }
  const messages = messagesIn([bad, { ...good, index: 2 }])
  expect(messages).toMatchObject([
    {
      id: 'SM:1',
      hex: '0004FF91',
      unread: true,
      why: { en: expect.stringMatching(/announced 9/) },
    },
    { id: 'SM:2', text: 'good' },
  ])
})

test.each([
  ['compressed', 0x20, undefined, /compressed/],
  ['in a national table', 0x00, '03240101', /national language table 1/],
  ['UCS2 of an odd number of octets', 0x08, undefined, /odd number/],
] as const)('a text that is %s is shown as it came', (_name, dataCoding, header, why) => {
  const userData = Uint8Array.from(header ? [3, 0x24, 1, 1, 0x41] : [0x41, 0x42, 0x43])
  const firstOctet = header ? 0x40 : 0
  const content = contentOf({
    firstOctet,
    dataCoding,
    length: dataCoding === 0x08 ? 3 : 3,
    userData,
  })
  expect(content).toMatchObject({ kind: 'octets', why: { en: expect.stringMatching(why) } })
})

test('a text as long as anybody may type is cut in a moment', () => {
  expect(measured('€'.repeat(40_000)).parts.length).toBe(Math.ceil(40_000 / 76))
})
