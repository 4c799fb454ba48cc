import { z } from 'zod'
import { oneOf, say, shortMs, texts } from './parts'
import { stepKind } from './step-kind'

/** The band of the cell, as the window shows it. */
export default stepKind({
  key: 'band',
  title: say('Band', 'バンド'),
  settings: z.strictObject({ is: texts }),
  usualMs: () => shortMs,
  limits: ({ is }) => [oneOf('band', say('Band', 'バンド'), is)],
  read: (_given, { tools, signal }) => tools.radio('band', signal),
})
