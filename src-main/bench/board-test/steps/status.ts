import { z } from 'zod'
import { sleep } from '@core/wait'
import { time } from '@contract'
import { margin, say, seconds } from './parts'
import { stepKind } from './step-kind'

/** The STATUS line alone counts: what AT tells is another step's. */
export default stepKind({
  key: 'status',
  title: say('STATUS', 'STATUS'),
  settings: z.strictObject({
    is: z.enum(['on', 'off']),
    within: time(100, 3_600_000).prefault(10),
  }),
  usualMs: ({ within }) => within + margin,
  limits: ({ within }) => [seconds(within)],
  needs: () => 'board',
  async read({ is }, { tools, signal }) {
    const { slot, clock } = tools
    await tools.withBoard()
    await slot.board.open()
    const since = tools.watch()
    for (;;) {
      const { power, by } = slot.board.reading
      if (by === 'status' && power === is) return [{ key: 'seconds', value: since() }]
      await sleep(clock, 50, signal)
    }
  },
})
