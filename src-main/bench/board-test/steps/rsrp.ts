import { z } from 'zod'
import { sleep } from '@core/wait'
import { time } from '@contract'
import { say } from './parts'
import { stepKind } from './step-kind'

/** Read once a second for as long as it says; the lowest counts. One second without a value makes no value. */
export default stepKind({
  key: 'rsrp',
  title: say('RSRP', 'RSRP'),
  settings: z.strictObject({
    min: z.number().min(-150).max(-30),
    for: time(1_000, 3_600_000).prefault(10),
  }),
  usualMs: (given) => given.for + 30_000,
  limits: ({ min }) => [{ key: 'rsrp', title: say('Lowest RSRP', '最低 RSRP'), unit: 'dBm', min }],
  async read({ for: forMs }, { tools, signal }) {
    await tools.ready(signal)
    const commands = (tools.profile?.signal ?? []).toReversed()
    const since = tools.watch()
    let lowest: number | null = Infinity
    do {
      const told: number | undefined = (await tools.told('rsrp', commands, signal))?.number
      lowest = told === undefined || lowest === null ? null : Math.min(lowest, told)
      await sleep(tools.clock, 1000, signal)
    } while (lowest !== null && since() * 1000 < forMs)
    return [{ key: 'rsrp', value: lowest }]
  },
})
