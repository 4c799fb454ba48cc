import { describe, expect, test } from 'vitest'
import { bytesOf, concat, fromHex } from '@core/bytes'
import { encodeFrame, type FrameContent } from '@core/cmux/frame'
import { decodeCmuxStream, readable } from '@core/cmux/frames'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()
const ua = octets('F9037301D7F9')

describe('the stretches that read as text', () => {
  test.each<[string, string[]]>([
    ['hi', ['hi']],
    ['a', []],
    ['a\u0001b', []],
    ['ab\u0001cd\u007fef', ['ab', 'cd', 'ef']],
    ['\r\nOK\r\n', ['\r\nOK\r\n']],
    ['a ', ['a ']],
    ['a\t', ['a\t']],
    [' a', []],
    ['  ', []],
    ['!~', ['!~']],
    ['a\nb', []],
    ['\u00ff', []],
  ])('%j', (text, stretches) => {
    expect(readable(bytesOf(text))).toEqual(stretches)
  })
})

describe('text beside the frames', () => {
  test.each<[string, Uint8Array[], string[]]>([
    ['lines without blanks and empty ones', [bytesOf('\r\n  OK \r\n\r\n RDY\r\n')], ['OK', 'RDY']],
    ['over the cuts of the reads', [bytesOf('\r\nRD'), bytesOf('Y\r\n')], ['RDY']],
    ['a frame between', [bytesOf('RD'), ua, bytesOf('Yes')], ['RD', 'Yes']],
    ['fill between', [bytesOf('RD'), octets('F9F9F9'), bytesOf('Y\r\n')], ['RDY']],
    ['not of a damaged frame', [octets('F907004F4B4F4B')], []],
    ['behind a damaged frame', [octets('F90700'), ua, bytesOf('OK')], ['OK']],
  ])('%s', (_what, chunks, text) => {
    expect(decodeCmuxStream(chunks).text).toEqual(text)
  })
})

describe('the facts of a control frame', () => {
  const psc = { name: 'PSC', command: true, value: '' }
  test.each<[string, FrameContent, object]>([
    ['a message', { dlci: 0, cr: 1, control: 'UIH', info: octets('4301') }, { message: psc }],
    ['of UI, too', { dlci: 0, cr: 1, control: 'UI', info: octets('4301') }, { message: psc }],
    ['none', { dlci: 0, cr: 1, control: 'UIH' }, {}],
    ['none on a channel', { dlci: 1, cr: 1, control: 'UIH', info: octets('4301') }, {}],
    ['none in SABM', { dlci: 0, cr: 1, control: 'SABM', info: octets('4301') }, {}],
    [
      'octets that are none',
      { dlci: 0, cr: 1, control: 'UIH', info: octets('E2') },
      { error: 'control message: wrong type octet' },
    ],
  ])('%s', (_what, frame, expected) => {
    const [facts] = decodeCmuxStream([encodeFrame(frame)]).frames
    const { message, messages, error } = facts ?? {}
    expect(facts).toBeDefined()
    expect({ message, messages, error }).toEqual(expected)
  })
})

test('of two options that both find frames the one that finds more is taken', () => {
  const basic = concat([ua, ua])
  const advanced = octets('7E0373857E')
  const dlcis = (...chunks: Uint8Array[]) => decodeCmuxStream(chunks).frames.map(({ fcs }) => fcs)
  expect(dlcis(basic, advanced)).toEqual(['d7', 'd7'])
  expect(dlcis(ua, advanced, advanced)).toEqual(['85', '85'])
  expect(dlcis(ua, advanced)).toEqual(['d7'])
})

test('what is not finished at the end is damaged in either option', () => {
  expect(decodeCmuxStream([octets('7E0373857E 07EF41')]).rejected).toBe(1)
  expect(decodeCmuxStream([octets('7E0373857E 077300 7E')]).rejected).toBe(1)
})
