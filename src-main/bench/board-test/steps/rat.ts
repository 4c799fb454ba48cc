import { z } from 'zod'
import { accessNames } from '@bench/slot/known-facts'
import { found, oneOf, say, shortMs, texts } from './parts'
import { stepKind } from './step-kind'

/** How modems that say it in words of their own do (AT+CPSI?). */
const ownWords = [
  ...['GPRS', 'WCDMA', 'TDS', 'CDMA', 'EVDO', 'EHRPD', 'CAT-M1', 'LTE CAT-M1', 'LTE NB-IOT'],
  ...['NR5G_SA', 'NR5G_NSA'],
]
const known = [...new Set([...Object.values(accessNames), ...ownWords])]

/** How the modem is on the air, as the window shows it. */
export default stepKind({
  key: 'rat',
  title: say('Access', '無線方式'),
  settings: z.strictObject({ is: texts }),
  usualMs: () => shortMs,
  limits: ({ is }) => [oneOf('access', say('Access', '無線方式'), is)],
  mistakes: ({ is = [] }) =>
    is
      .filter((one) => !known.includes(one))
      .map((one) =>
        found(
          ['is'],
          `no modem says "${one}" here: write it as one of ${known.join(', ')}`,
          `「${one}」と表示するモデムはありません。${known.join('、')} のいずれかを書いてください`,
        ),
      ),
  read: (_given, { tools, signal }) => tools.radio('access', signal),
})
