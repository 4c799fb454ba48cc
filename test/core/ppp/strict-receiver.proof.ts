import { seededChance } from '@core/ports/chance'
import { expect, test } from 'vitest'
import { opened } from './strict-line'
import { cases } from '../../support/proofs'

const openings = cases(10_000)

test(`${openings} openings with strict receivers on both sides: every one comes up, no frame damaged`, async () => {
  const failed: number[] = []
  for (let seed = 0; seed < openings; seed++) {
    const pair = await opened({
      client: { chance: seededChance(seed), echoIntervalMs: 0 },
      serverLink: { chance: seededChance(seed + 1_000_000) },
      server: { require: (['pap', 'chap', 'none'] as const)[seed % 3] ?? 'none' },
    })
    if (pair.client.phase !== 'open' || pair.damaged() > 0) failed.push(seed)
  }
  expect(failed).toEqual([])
})
