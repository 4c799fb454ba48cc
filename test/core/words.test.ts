import { errorWords, Fault } from '@core/fault'
import { labelled, quoted, spaced, twoSentences, wordsOf, type SeenLine } from '@core/words'
import { expect, test } from 'vitest'

test('a port that ended is told with its name, in both languages', () => {
  const closed = { en: 'the other side closed', ja: '相手側が閉じました' }
  expect(labelled('tcp:a:1', closed)).toEqual({
    en: 'tcp:a:1: the other side closed',
    ja: 'tcp:a:1：相手側が閉じました',
  })
  expect(labelled('COM3', quoted('EIO'))).toEqual({ en: 'COM3: EIO', ja: 'COM3: EIO' })
  expect(labelled('COM3')).toEqual({ en: 'COM3', ja: 'COM3' })
})

test('English sentences are joined by a blank, Japanese ones by nothing, whatever the second begins with', () => {
  const refused = { en: 'It refused.', ja: '拒否しました。' }
  const joinedTo = (two: SeenLine) => twoSentences(refused, wordsOf(two))
  expect(joinedTo({ en: 'After 24 s.', ja: '24 秒後。' })).toEqual({
    en: 'It refused. After 24 s.',
    ja: '拒否しました。24 秒後。',
  })
  expect(joinedTo(quoted('bad6.yaml')).ja).toBe('拒否しました。bad6.yaml')
  expect(joinedTo(quoted(''))).toEqual(refused)
  expect(joinedTo(quoted('\nthere')).en).toBe('It refused.\nthere')
  expect(errorWords(new Fault('test-late', { en: '1 min.', ja: '1 分。' })).ja).toMatch(/：1 分。$/)
  expect([spaced('PPP'), spaced('温度')]).toEqual(['PPP ', '温度'])
})

test('what was seen is the same in both languages; a sentence of ours in one of them does not compile', () => {
  const fault = new Fault('at-error', quoted('+CME ERROR: 10'))
  expect(fault.said).toEqual({ en: '+CME ERROR: 10', ja: '+CME ERROR: 10' })
  // @ts-expect-error: only what was seen may be a text without a language.
  const inEnglish: SeenLine = 'the port vanished'
  // @ts-expect-error: the same for the detail of a fault.
  const said = new Fault('port-gone', 'the port vanished')
  expect([inEnglish, said.detail]).toEqual(['the port vanished', 'the port vanished'])
})
