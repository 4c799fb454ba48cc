import { z } from 'zod'
import { Fault } from '@core/fault'
import { time } from '@contract'
import { say, seconds } from './parts'
import { stepKind } from './step-kind'

/** Off and on again and again; each time AT answers. */
export default stepKind({
  key: 'cycles',
  title: say('Power cycles', '電源の入れ直し'),
  settings: z.strictObject({
    count: z.number().int().min(1).max(1000),
    within: time(100, 3_600_000).prefault(30),
  }),
  usualMs: ({ count, within }) => count * (within + 90_000),
  limits: ({ count, within }) => [
    { key: 'cycles', title: say('Cycles', '回数'), unit: '', min: count },
    seconds(within, say('Slowest', '最も遅い起動'), 'slowest'),
  ],
  needs: () => 'board',
  link: 'ends',
  async read({ count }, { tools, signal }) {
    let slowest = 0
    for (let cycle = 1; cycle <= count; cycle++)
      try {
        await tools.press('off', signal)
        slowest = Math.max(slowest, (await tools.press('on', signal)).ms / 1000)
        await tools.ready(signal)
      } catch (error) {
        if (signal.aborted || !(error instanceof Fault)) throw error
        const { en, ja } = error.said
        throw new Fault(error.code, {
          en: `Cycle ${cycle} of ${count}. ${en}`.trim(),
          ja: `${count} 回中 ${cycle} 回目。${ja}`,
        })
      }
    return [
      { key: 'cycles', value: count },
      { key: 'slowest', value: slowest },
    ]
  },
})
