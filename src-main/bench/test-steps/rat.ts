import { z } from 'zod'
import { oneOf, say, shortMs, texts } from './parts'
import { stepKind } from './step-kind'

/** How the modem is on the air, as the window shows it. */
export default stepKind({
  key: 'rat',
  title: say('Access', '無線方式'),
  settings: z.strictObject({ is: texts }),
  usualMs: () => shortMs,
  limits: ({ is }) => [oneOf('access', say('Access', '無線方式'), is)],
  read: (_given, { tools, signal }) => tools.radio('access', signal),
})
