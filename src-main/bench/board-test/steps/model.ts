import { z } from 'zod'
import { oneOf, say, shortMs, texts } from './parts'
import { stepKind } from './step-kind'

/** What the modem says that it is. */
export default stepKind({
  key: 'model',
  title: say('Model', '型番'),
  settings: z.strictObject({ is: texts }),
  usualMs: () => shortMs,
  limits: ({ is }) => [oneOf('model', say('Model', '型番'), is)],
  read: async (_given, { tools, signal }) => [
    { key: 'model', value: await tools.fact('model', ['AT+CGMM', 'ATI'], signal) },
  ],
})
