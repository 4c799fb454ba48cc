import { z } from 'zod'
import { time } from '@contract'
import { margin, say, seconds } from './parts'
import { stepKind } from './step-kind'

/** There is an IP address. */
export default stepKind({
  key: 'ppp',
  title: say('PPP', 'PPP'),
  settings: z.strictObject({ within: time(1_000, 3_600_000).prefault(90) }),
  usualMs: ({ within }) => within + margin,
  limits: ({ within }) => [seconds(within)],
  needs: () => 'target',
  link: 'makes',
  read: async ({ within }, { tools, signal }) => [await tools.connect(undefined, signal, within)],
})
