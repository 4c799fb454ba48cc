import { describe, expect, test } from 'vitest'
import { bytesOf, concat, fromHex } from '@core/bytes'
import { classifyBytes, firstTalk, frameOptionOf, mayBeginFrame } from '@core/cmux/classify'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

describe('what the first octets are', () => {
  test.each<[string, string, string]>([
    ['NULs before text are none', '0000 4F4B', 'text'],
    ['four flags behind noise', '8E 9C F9F9F9F9', 'cmux'],
    ['three behind noise', '8E 9C F9F9F9', 'noise'],
    ['two flags at the beginning', 'F9F9', 'cmux'],
    ['one', 'F9', 'cmux'],
    ['a flag and what is no head', 'F9 06', 'noise'],
    ['four octets of five readable', '61 62 63 64 FF', 'text'],
    ['seven of nine', '61 62 63 64 65 66 67 FE FF', 'noise'],
    ['eight of ten', '61 62 63 64 65 66 67 68 FE FF', 'text'],
    ['tabs and line ends are text', '09 0D 0A', 'text'],
    ['DEL is none', '7F 7F', 'noise'],
    ['a frame of the advanced option', '7E 03 73 85 7E', 'cmux'],
    ['PAP', '7E C0 23', 'ppp'],
    ['CHAP', '7E C2 23', 'ppp'],
    ['IPCP', '7E 80 21', 'ppp'],
    ['CCP', '7E 80 FD', 'ppp'],
    ['IPV6CP', '7E 80 57', 'ppp'],
    ['IPv6', '7E 00 57 FF', 'ppp'],
    ['IP', '7E 00 21 FF', 'ppp'],
    ['compressed data', '7E 00 FD FF', 'ppp'],
    ['another protocol', '7E C0 25 FF', 'noise'],
    ['IPv6 with a compressed protocol', '7E 57 60 FF', 'ppp'],
    ['that, but no header of IPv6 behind it', '7E 57 40 FF', 'noise'],
    ['IP with a compressed protocol', '7E 21 45 FF', 'ppp'],
    ['that, but no header of IP behind it', '7E 21 65 FF', 'noise'],
    ['address alone', '7E FF C0 21', 'noise'],
    ['control alone', '7E 03 C0 21', 'noise'],
    ['address and another control', '7E FF C0 C0 21', 'noise'],
    ['control behind another address', '7E 02 03 C0 21', 'noise'],
    ['address and control, nothing behind', '7E FF 03', 'noise'],
    ['a protocol cut short', '7E C0', 'noise'],
    ['escaped', '7E FF 7D 23 C0 21', 'ppp'],
    ['an escape at the end', '7E FF 7D', 'noise'],
    ['the next flag ends a header', '7E C0 7E 21 FF', 'noise'],
    ['at the second flag', '7E FE 7E C0 21', 'ppp'],
  ])('%s', (_what, hex, kind) => {
    expect(classifyBytes(octets(hex))).toBe(kind)
  })
})

describe('what can be nothing else', () => {
  test.each<[string, string, string | undefined]>([
    ['nothing', '', undefined],
    ['text', '0D0A4F4B0D0A', undefined],
    ['text with a tilde', '7E 41 42 43 0D', undefined],
    ['text like IP behind a flag', '7E 21 45 0D', undefined],
    ['the same behind NULs', '00 00 7E 21 45 0D', undefined],
    ['a frame', 'F9037301D7F9', 'cmux'],
    ['LCP', '7EFF7D23C0217D217D217D207D34', 'ppp'],
    ['LCP inside a frame that is not whole', 'F905FF157E80210100', undefined],
    ['LCP behind one that is', 'F9037301D7F9 7EFF03C021', 'cmux'],
    ['three flags', 'F9F9F9', undefined],
    ['four', 'F9F9F9F9', 'cmux'],
    ['four between others', 'F9 8E F9F9F9F9', 'cmux'],
    ['noise with a flag of PPP', '7E 8E 9C', undefined],
  ])('%s', (_what, hex, talk) => {
    expect(firstTalk(octets(hex))).toBe(talk)
  })

  test.each([
    ['F9', true],
    ['41 7E', true],
    ['41 7D', false],
    ['', false],
  ])('%j may begin a frame: %s', (hex, may) => {
    expect(mayBeginFrame(octets(hex))).toBe(may)
  })

  test.each([
    ['F9037301D7F9', 'basic'],
    ['7E0373857E', 'advanced'],
    ['F9037301', undefined],
  ])('%s is a frame of the option %s', (hex, option) => {
    expect(frameOptionOf(octets(hex))).toBe(option)
  })

  test('a frame that half a frame has swallowed is one', () => {
    const swallowed = concat([octets('F905EF7D'), octets('F9037301D7F9'), bytesOf('x')])
    expect(frameOptionOf(swallowed)).toBe('basic')
  })
})
