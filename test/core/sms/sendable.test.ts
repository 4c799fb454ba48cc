import { expect, test } from 'vitest'
import { Fault } from '@core/fault'
import { partsOf } from '@core/sms/sendable'

test.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['€'.repeat(153), 3],
  ['あ'.repeat(70), 1],
  ['あ'.repeat(71), 2],
  ['a'.repeat(20_000), 131],
  ['a'.repeat(39_015), 255],
] as const)('a text goes out in as many parts as it is long (%#)', (text, parts) => {
  expect(partsOf(text)).toBe(parts)
})

test.each([
  ['', 'The text is empty.', '本文が空です。'],
  ['a\ud83d', 'half a character', '片割れ'],
  ['a'.repeat(39_016), 'takes 256 parts; a message has at most 255', '256 パート'],
  ['あ'.repeat(17_086), 'takes 256 parts; a message has at most 255', '最大 255 パート'],
] as const)('a text that no message can hold is told with its reason (%#)', (text, en, ja) => {
  const fault = (() => {
    try {
      return partsOf(text)
    } catch (error) {
      return error
    }
  })()
  expect(fault).toBeInstanceOf(Fault)
  if (!(fault instanceof Fault)) return
  expect(fault.code).toBe('sms-text')
  expect(fault.said.en).toContain(en)
  expect(fault.said.ja).toContain(ja)
})
