import { expect, test } from 'vitest'
import {
  escapedOctets,
  isLongPaste,
  keyOctets,
  lineCount,
  pastedOctets,
  secondsFor,
} from '@renderer/views/terminal/raw-octets'

test.each([
  ['AT\\r', [0x41, 0x54, 13]],
  ['\\x1a', [0x1a]],
  ['\\e\\0\\\\', [0x1b, 0, 0x5c]],
  ['0x1a', [0x1a]],
  ['0x41 0x54, 0xd', [0x41, 0x54, 13]],
  ['0x41540d', [0x41, 0x54, 13]],
  ['é', [0xc3, 0xa9]],
  ['', []],
  ['\\q', undefined],
  ['\\x1', undefined],
  ['AT\\', undefined],
  ['0x41 5g', undefined],
] as const)('%j is %j', (typed, octets) => {
  const found = escapedOctets(typed)
  expect(found && [...found]).toEqual(octets)
})

test.each([
  ['\r', 'cr', [13]],
  ['\r', 'lf', [10]],
  ['\r', 'crlf', [13, 10]],
  ['\r', 'none', []],
  ['\u001a', 'cr', [0x1a]],
  ['\u0003', 'cr', [3]],
  ['\u001b', 'cr', [0x1b]],
  ['\u007f', 'cr', [8]],
  ['A', 'lf', [0x41]],
] as const)('the key %j with %s sends %j', (key, end, octets) => {
  expect([...keyOctets(key, end)]).toEqual(octets)
})

test('a paste has the line ends that were chosen, and is asked about where it is long', () => {
  expect(String.fromCharCode(...pastedOctets('AT\nATI\r\n', 'cr'))).toBe('AT\rATI\r')
  expect(isLongPaste('AT+CSQ\n')).toBe(false)
  expect(isLongPaste('AT\nATI')).toBe(true)
  expect(isLongPaste('x'.repeat(201))).toBe(true)
  expect(lineCount('AT\r\n\nATI')).toBe(2)
  expect(secondsFor(100, 2, 50, 250)).toBe(3)
  expect(secondsFor(100, 1, 0, 0)).toBe(0)
})
