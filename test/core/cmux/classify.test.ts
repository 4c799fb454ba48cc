import { expect, test } from 'vitest'
import { bytesOf, concat, fromHex } from '@core/bytes'
import { classifyBytes, type ByteClass } from '@core/cmux/classify'
import { workedFrames } from './worked-frames'

const hex = (text: string) => fromHex(text) ?? new Uint8Array()

test.each<[string, Uint8Array, ByteClass]>([
  ['silence', new Uint8Array(), 'nothing'],
  ['NUL octets of a powering-up line', new Uint8Array(20), 'noise'],
  ['an LCP request, escaped', hex('7EFF7D23C0217D217D217D207D34'), 'ppp'],
  ['an LCP echo, plain', hex('7EFF03C02109010008'), 'ppp'],
  ['an LCP frame without address and control', hex('7EC0210901000899D135C1'), 'ppp'],
  ['an IP packet with compressed fields', hex('7E214500001C0001'), 'ppp'],
  ['half a packet, then LCP', hex('0045129F7E7EFF7D23C0217D257D227D20'), 'ppp'],
  ['a CMUX frame', hex('F903EF05C301F2F9'), 'cmux'],
  ['the end of a CMUX frame, then a whole one', hex('0D0A5FF9F905EF0D0D0A4F4B0D0A5FF9'), 'cmux'],
  ['PPP inside CMUX', hex('F905FF157E802101000004 67C37E58F9'), 'cmux'],
  ['fill flags only', hex('F9F9F9F9'), 'cmux'],
  ['the head of a CMUX frame', hex('F905EF5D7EFF7D'), 'cmux'],
  ['an answer', bytesOf('\r\nOK\r\n'), 'text'],
  [
    'boot messages behind line noise',
    concat([hex('00F8'), bytesOf('\r\nRDY\r\n+CPIN: READY')]),
    'text',
  ],
  ['a wrong speed', hex('8E9CF2E0809C82F29EC0'), 'noise'],
  ['a tilde in text', bytesOf('\r\n+CME ERROR: ~!E\r\n'), 'text'],
])('%s', (_name, bytes, expected) => {
  expect(classifyBytes(bytes)).toBe(expected)
})

test.each(workedFrames)('$id is CMUX', ({ hex: text }) => {
  expect(classifyBytes(hex(text))).toBe('cmux')
})
