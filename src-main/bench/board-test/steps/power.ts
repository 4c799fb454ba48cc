import { z } from 'zod'
import { Fault } from '@core/fault'
import { time } from '@contract'
import { say, seconds } from './parts'
import { stepKind } from './step-kind'

/** The board is switched on or off, or reset. One that is on already is no proof of switching it on. */
export default stepKind({
  key: 'power',
  title: say('Power', '電源'),
  settings: z.strictObject({
    do: z.enum(['on', 'off', 'reset']),
    within: time(100, 3_600_000).prefault(30),
  }),
  usualMs: ({ within }) => within + 30_000,
  limits: ({ within }) => [seconds(within)],
  needs: () => 'board',
  link: 'ends',
  async read({ do: action }, { tools, signal }) {
    const result = await tools.press(action, signal)
    if (result.outcome === 'already' && action === 'on') throw new Fault('test-was-on')
    return [{ key: 'seconds', value: result.outcome === 'already' ? 0 : result.ms / 1000 }]
  },
})
