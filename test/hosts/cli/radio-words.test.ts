import { changesOf } from '@hosts/cli/commands/radio-changes'
import { rangesOf, stateText } from '@hosts/cli/commands/radio-words'
import { expect, test } from 'vitest'
import { openedBench } from '../../support/opened-bench'

test('a long list of bands is ranges', () => {
  expect(rangesOf(['B1', 'B2', 'B3', 'B5', 'B7', 'B8', 'n1', 'WCDMA'])).toBe(
    'B1–B3 B5 B7–B8 n1 WCDMA',
  )
})

test('a setting that is given twice is refused, and the bands that may be chosen are shown', async () => {
  const { done } = await openedBench('sim:sim7672')
  const state = await done('radio.read', { slot: 'a' })
  expect(() => changesOf(['lte-bands=1', 'lte-bands=3'], state)).toThrow(/lte-bands is given twice/)
  expect(stateText(state, false, 'en')).toMatch(/LTE bands.*\n +may be: .*B1–/)
})
