import { z } from 'zod'
import { time } from '@contract'
import { milliamperes } from '@bench/board-test/instruments'
import { sampled } from '@bench/board-test/sampled'
import { found, instrumentMistakes, minOverMax, say } from './parts'
import { stepKind } from './step-kind'

const milliampere = z.number().min(-1_000_000).max(1_000_000)

/** What the board takes, by an instrument in its supply, in mA: the mean and the highest reading of a while. */
export default stepKind({
  key: 'current',
  title: say('Current', '消費電流'),
  settings: z.strictObject({
    instrument: z.string().min(1).max(40),
    /** Of the mean. */
    min: milliampere.optional(),
    max: milliampere.optional(),
    /** The highest single reading. */
    peak: milliampere.optional(),
    for: time(0, 86_400_000).prefault(5),
    every: time(50, 3_600_000).prefault('500ms'),
    during: z.enum(['rest', 'attach']).default('rest'),
  }),
  usualMs: (given) => given.for + (given.during === 'attach' ? 180_000 : 30_000),
  limits: ({ min, max, peak }) => [
    {
      key: 'mean',
      title: say('Mean', '平均'),
      unit: 'mA',
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    },
    {
      key: 'peak',
      title: say('Highest', '最大'),
      unit: 'mA',
      ...(peak === undefined ? {} : { max: peak }),
    },
  ],
  needs: ({ during }) => (during === 'attach' ? 'target' : undefined),
  mistakes: ({ instrument, min, max, peak }, { instruments }) => [
    ...instrumentMistakes(instrument, instruments),
    ...minOverMax(min, max),
    ...(min === undefined && max === undefined && peak === undefined
      ? [
          found(
            [],
            'needs a limit in mA: min or max of the mean, or peak',
            '上限か下限の指定が必要です（mA。平均の min、max、または peak）',
          ),
        ]
      : []),
  ],
  async read({ instrument, for: forMs, every, during }, { tools, withinMs, signal }) {
    const { unit, read } = tools.instrument(instrument)
    const since = tools.watch()
    const readings = await sampled(
      { tools, withinMs, signal },
      {
        during,
        everyMs: every,
        read: async () => (await read(signal)) * milliamperes[unit],
        enough: () => since() * 1000 >= forMs,
      },
    )
    const mean = readings.reduce((sum, one) => sum + one, 0) / readings.length
    return [
      { key: 'mean', value: mean },
      { key: 'peak', value: Math.max(...readings) },
    ]
  },
})
