import { z } from 'zod'
import { found, oneOf, say, shortMs, texts } from './parts'
import { stepKind } from './step-kind'

/** The band of the cell, as the window shows it. */
export default stepKind({
  key: 'band',
  title: say('Band', 'バンド'),
  settings: z.strictObject({ is: texts }),
  usualMs: () => shortMs,
  limits: ({ is }) => [oneOf('band', say('Band', 'バンド'), is)],
  mistakes: ({ is = [] }) =>
    is
      .filter((one) => !/\d/.test(one))
      .map((one) =>
        found(
          ['is'],
          `a band has a number, such as "LTE B28" or "WCDMA 2100"; found "${one}"`,
          `バンドは "LTE B28" や "WCDMA 2100" のように番号を含めて書いてください（現在の値："${one}"）`,
        ),
      ),
  read: (_given, { tools, signal }) => tools.radio('band', signal),
})
