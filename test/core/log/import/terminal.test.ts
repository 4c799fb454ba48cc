import { expect, test } from 'vitest'
import { seen } from '@core/log/import/terminal'

test.each([
  ['colours', '\x1b[1;32mAT+CSQ\x1b[0m', 'AT+CSQ'],
  ['cursor movements and modes', '\x1b[?2004h\x1b[5A\x1b[10CAT+CSQ\x1b[K', 'AT+CSQ'],
  ['the title of the window', '\x1b]0;bench: minicom\x07+CSQ: 9,99', '+CSQ: 9,99'],
  ['a title that ends in ST', '\x1b]2;bench\x1b\\+CSQ: 9,99', '+CSQ: 9,99'],
  ['modes of the keypad', '\x1b=AT\x1b>', 'AT'],
  ['a letter that a blank took back', 'AT+CSX\b \bQ', 'AT+CSQ'],
  ['a letter that was erased', 'AT+CSQQ\b\x1b[K', 'AT+CSQ'],
  ['several that were erased, and typed anew', 'AT+CREG\b\b\b\x1b[KSQ', 'AT+CSQ'],
  ['octets of noise before a command', 'ÿ\0\x80AT+CEREG?', 'AT+CEREG?'],
  ['a letter before a word that is no command', 'é AT+', 'é AT+'],
  ['octets of zero at power-up', '\0\0AT\0', 'AT'],
])('a terminal shows %s as it was seen', (_name, text, shown) => {
  expect(seen(text)).toBe(shown)
})

test('the escape that ends a message is no title', () => {
  expect(seen('text\x1b')).toBe('text\x1b')
})
