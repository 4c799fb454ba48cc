import { labelled } from '@core/words'
import { expect, test } from 'vitest'

test('a port that ended is told with its name, in both languages', () => {
  const closed = { en: 'the other side closed', ja: '相手側が閉じました' }
  expect(labelled('tcp:a:1', closed)).toEqual({
    en: 'tcp:a:1: the other side closed',
    ja: 'tcp:a:1: 相手側が閉じました',
  })
  expect(labelled('COM3', 'EIO')).toEqual({ en: 'COM3: EIO', ja: 'COM3: EIO' })
  expect(labelled('COM3')).toEqual({ en: 'COM3', ja: 'COM3' })
})
