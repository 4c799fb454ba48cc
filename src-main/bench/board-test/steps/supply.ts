import { z } from 'zod'
import { sampled } from '@bench/board-test/sampled'
import { minOverMax, say, shortMs } from './parts'
import { stepKind } from './step-kind'

const everyMs = 500

/** The modem's own reading of its supply: at rest, or again and again while it registers. */
export default stepKind({
  key: 'supply',
  title: say('Supply voltage', '電源電圧'),
  settings: z.strictObject({
    min: z.number().min(0).max(100),
    max: z.number().min(0).max(100).default(100),
    during: z.enum(['rest', 'attach']).default('rest'),
  }),
  usualMs: () => shortMs,
  limits: ({ min, max }) => [
    { key: 'lowest', title: say('Lowest', '最低'), unit: 'V', min },
    { key: 'highest', title: say('Highest', '最高'), unit: 'V', max },
  ],
  needs: ({ during }) => (during === 'attach' ? 'target' : undefined),
  mistakes: ({ min, max }) => minOverMax(min, max),
  async read({ during }, { tools, withinMs, signal }) {
    await tools.ready(signal)
    const volts = await sampled(
      { tools, withinMs, signal },
      {
        during,
        everyMs,
        read: async () => (await tools.told('voltage', ['AT+CBC'], signal))?.number,
        // A modem that tells none once tells none at all.
        enough: ({ length }) => length === 0 || length >= 3,
      },
    )
    if (volts.length === 0) return []
    return [
      { key: 'lowest', value: Math.min(...volts) },
      { key: 'highest', value: Math.max(...volts) },
    ]
  },
})
