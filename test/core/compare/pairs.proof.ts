import { expect, test } from 'vitest'
import { annotatedFormats } from '@core/export/annotate'
import { compare } from '@core/compare/difference'
import { exported, plantedCauses, simulatedRun, stepsOf } from '../../support/compared-runs'
import { cases } from '../../support/proofs'

const count = cases(300)
/** A run of minutes: on a computer that others use, too, it takes as long as it takes. */
const patienceMs = 3_600_000
const formatOf = (at: number) => annotatedFormats[at % annotatedFormats.length] ?? 'text'

test(
  `${count} pairs with one planted cause each part where it was planted, in 95 of 100`,
  async () => {
    const wrong: string[] = []
    for (let at = 0; at < count; at++) {
      const planted = plantedCauses[at % plantedCauses.length]
      if (!planted) continue
      const good = stepsOf(exported(await simulatedRun(1000 + at), formatOf(at), 'en'))
      const run = await simulatedRun(2000 + at, planted)
      const bad = stepsOf(planted.inPackets ? run : exported(run, formatOf(at + 1), 'ja'))
      const step = compare(good, bad).first?.step ?? 'nothing'
      if (!planted.at.test(step)) wrong.push(`${planted.name}, seed ${at}: ${step}`)
    }
    expect(wrong, wrong.join('\n')).toHaveLength(Math.min(wrong.length, count * 0.05))
  },
  patienceMs,
)

test(
  `${count} pairs without a cause raise no more than one false alarm in a hundred`,
  async () => {
    const alarms: string[] = []
    for (let at = 0; at < count; at++) {
      const good = stepsOf(exported(await simulatedRun(3000 + at), formatOf(at), 'en'))
      const again = stepsOf(exported(await simulatedRun(4000 + at), formatOf(at + 2), 'ja'))
      const { first } = compare(good, again)
      if (first) alarms.push(`seed ${at}: ${first.step} ${first.words.en}`)
    }
    expect(alarms, alarms.join('\n')).toHaveLength(Math.min(alarms.length, count * 0.01))
  },
  patienceMs,
)
