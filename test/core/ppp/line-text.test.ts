import { bytesOf } from '@core/bytes'
import { hasWords, isText, isTextOctet, trailingText } from '@core/ppp/line-text'
import { expect, test } from 'vitest'

test.each([
  [0x00, false],
  [0x08, false],
  [0x09, true],
  [0x0a, true],
  [0x0b, false],
  [0x0c, false],
  [0x0d, true],
  [0x0e, false],
  [0x1f, false],
  [0x20, true],
  [0x7e, true],
  [0x7f, false],
  [0x80, false],
  [0xff, false],
])('octet %i is one of text: %s', (octet, expected) => {
  expect(isTextOctet(octet)).toBe(expected)
})

test.each([
  ['', true, false],
  [' \t\r\n', true, false],
  ['\r\n!\r\n', true, true],
  ['OK', true, true],
  ['O\x80K', false, true],
  ['\x00\x1f', false, false],
])('%j is text: %s, with words: %s', (said, textual, words) => {
  expect([isText(bytesOf(said)), hasWords(bytesOf(said))]).toEqual([textual, words])
})

test.each([
  ['', undefined],
  ['\n', undefined],
  ['\x80\x81', undefined],
  ['\x80\r\nNO CARRIER\r\n', 1],
  // A line of its own alone: what stands glued behind the garbage may be part of the frame.
  ['\x80#~\r\nNO CARRIER\r\n', 3],
  ['\x80#~NO CARRIER\r\n', undefined],
  ['\x80\rX\nY\r\nNO CARRIER\r\n', 5],
  ['\x80\r\nNO CARRIER\r\n\x80', undefined],
  ['\x80\r\nNO CARRIER\r', undefined],
  ['\x80\r\nOK\r\n', 1],
  // Five octets, and six without a word.
  ['\x80\r\nA\r\n', undefined],
  ['\x80\r\n  \r\n', undefined],
  ['\r\nOK\r\n', 0],
  ['OK\r\nOK\r\n', 2],
])('in %j text begins at %s', (said, start) => {
  expect(trailingText(bytesOf(said))).toBe(start)
})
