import { expect, test } from 'vitest'
import { noteBytes, noteText } from '@core/log/note'

test('a note of the program is kept in both languages', () => {
  const words = { en: 'STATUS on', ja: 'STATUS オン' }
  expect(noteText(noteBytes(words))).toEqual({ text: words.en, words, divider: false })
  expect(noteText(noteBytes(words, true))).toEqual({ text: words.en, words, divider: true })
})

test('a note in one language is as it was written', () => {
  expect(noteText(noteBytes('Power off'))).toEqual({ text: 'Power off', divider: false })
  expect(noteText(noteBytes(''))).toEqual({ text: '', divider: false })
})
