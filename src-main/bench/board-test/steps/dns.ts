import { z } from 'zod'
import { time } from '@contract'
import { host, margin, say, seconds } from './parts'
import { stepKind } from './step-kind'

/** A name has an address, asked over the modem. */
export default stepKind({
  key: 'dns',
  title: say('DNS', 'DNS'),
  settings: z.strictObject({ name: host, within: time(100, 3_600_000).prefault(5) }),
  usualMs: ({ within }) => within + margin,
  limits: ({ within }) => [seconds(within)],
  needs: () => 'link',
  read: ({ name }, { tools, signal }) =>
    tools.overLink('dns', signal, async (over, options) => {
      const startUs = tools.clock.monotonicUs()
      await over.resolve(name, options)
      return [{ key: 'seconds', value: (tools.clock.monotonicUs() - startUs) / 1e6 }]
    }),
})
