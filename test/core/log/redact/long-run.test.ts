import { expect, test } from 'vitest'
import { hasRun, isBase64, isHexDigit } from '@core/log/redact/long-run'

const letters = 'afgzAFGZ09+/=:. @`[{éＡ'

/** Pseudo-random texts of letters in and out of the class. */
function* texts() {
  let seed = 7
  for (let i = 0; i < 2000; i++) {
    let text = ''
    for (let at = 0; at < 60; at++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      // Long runs need letters that are mostly of the class.
      const pick = seed >> 8
      text += pick % 9 === 0 ? (letters[pick % letters.length] ?? '') : '0af'[pick % 3]
    }
    yield text
  }
}

test('a run is found exactly where an expression finds it', () => {
  const found = { hex: 0, base64: 0 }
  for (const text of texts()) {
    const [hex, base64] = [/[\da-f]{16}/i.test(text), /[A-Za-z\d+/]{20}/.test(text)]
    expect(hasRun(text, 16, isHexDigit)).toBe(hex)
    expect(hasRun(text, 20, isBase64)).toBe(base64)
    found.hex += Number(hex)
    found.base64 += Number(base64)
  }
  expect(found.hex).toBeGreaterThan(100)
  expect(found.hex).toBeLessThan(1900)
  expect(found.base64).toBeGreaterThan(100)
})

test.each([
  ['', false],
  ['0123456789abcde', false],
  ['0123456789abcdeF', true],
  ['x0123456789abcdef', true],
  ['0123456789abcdegf', false],
])('sixteen digits of hex in %j', (text, held) => {
  expect(hasRun(text, 16, isHexDigit)).toBe(held)
})
