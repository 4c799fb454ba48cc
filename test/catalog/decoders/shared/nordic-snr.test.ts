import { sinrOf } from '@catalog/decoders/shared/nordic-snr'
import { expect, test } from 'vitest'

test.each<[number | string | null | undefined, object]>([
  [0, { sinr_db: -25 }],
  [24, { sinr_db: -1 }],
  [49, { sinr_db: 24 }],
  [50, {}],
  [-1, {}],
  [127, {}],
  ['24', {}],
  [null, {}],
  [undefined, {}],
])('an SNR of %j', (index, facts) => {
  expect(sinrOf(index)).toEqual(facts)
})
