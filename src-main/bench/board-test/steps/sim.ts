import { z } from 'zod'
import { time } from '@contract'
import { margin, say, seconds } from './parts'
import { stepKind } from './step-kind'

/** The SIM is there and asks for nothing. */
export default stepKind({
  key: 'sim',
  title: say('SIM ready', 'SIM の準備'),
  settings: z.strictObject({ within: time(100, 3_600_000).prefault(30) }),
  usualMs: ({ within }) => within + margin,
  limits: ({ within }) => [seconds(within)],
  needs: () => 'target',
  async read({ within }, { tools, signal }) {
    await tools.ready(signal)
    return [await tools.connect('sim', signal, within)]
  },
})
