import { expect, test } from 'vitest'
import { faultCode, textOfFile } from '@contract'

const text = 'name: 試験\n'
const utf16 = (big: boolean) => {
  const octets = Buffer.from(`\ufeff${text}`, 'utf16le')
  return big ? octets.swap16() : octets
}

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16, little end first', utf16(false)],
  ['UTF-16, big end first', utf16(true)],
])('%s is read', (_name, octets) => {
  expect(textOfFile(octets)).toBe(text)
})

test.each([
  ['Shift_JIS', Buffer.from('6e616d653a208e8e8cb10a', 'hex')],
  ['half a character', Buffer.from(text).subarray(0, 8)],
  ['octets', Buffer.from([0x6e, 0, 0x3a, 1])],
  ['UTF-16 without its mark', utf16(false).subarray(2, 10)],
])('%s is refused, with what to do', (_name, octets) => {
  let said = ''
  try {
    textOfFile(octets)
  } catch (error) {
    expect(faultCode(error)).toBe('bad-input')
    said = String(error)
  }
  expect(said).toMatch(/Shift_JIS.*save it as UTF-8/)
})
