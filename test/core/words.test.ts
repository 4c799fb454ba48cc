import { Fault } from '@core/fault'
import { labelled, quoted, type SeenLine } from '@core/words'
import { expect, test } from 'vitest'

test('a port that ended is told with its name, in both languages', () => {
  const closed = { en: 'the other side closed', ja: '相手側が閉じました' }
  expect(labelled('tcp:a:1', closed)).toEqual({
    en: 'tcp:a:1: the other side closed',
    ja: 'tcp:a:1: 相手側が閉じました',
  })
  expect(labelled('COM3', quoted('EIO'))).toEqual({ en: 'COM3: EIO', ja: 'COM3: EIO' })
  expect(labelled('COM3')).toEqual({ en: 'COM3', ja: 'COM3' })
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
