import { z } from 'zod'
import { oneOf, say, shortMs, texts } from './parts'
import { stepKind } from './step-kind'

/** The firmware that the modem says it has. */
export default stepKind({
  key: 'firmware',
  title: say('Firmware', 'ファームウェア'),
  settings: z.strictObject({ is: texts }),
  usualMs: () => shortMs,
  limits: ({ is }) => [oneOf('firmware', say('Firmware', 'ファームウェア'), is)],
  read: async (_given, { tools, signal }) => [
    { key: 'firmware', value: await tools.fact('revision', ['AT+CGMR', 'ATI'], signal) },
  ],
})
