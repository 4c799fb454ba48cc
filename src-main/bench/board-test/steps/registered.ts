import { z } from 'zod'
import { time } from '@contract'
import { margin, say, seconds } from './parts'
import { stepKind } from './step-kind'

/** The network has taken the modem. */
export default stepKind({
  key: 'registered',
  title: say('Registration', 'ネットワーク登録'),
  settings: z.strictObject({ within: time(1_000, 3_600_000).prefault(60) }),
  usualMs: ({ within }) => within + margin,
  limits: ({ within }) => [seconds(within)],
  needs: () => 'target',
  async read({ within }, { tools, signal }) {
    await tools.ready(signal)
    return [await tools.connect('registration', signal, within)]
  },
})
