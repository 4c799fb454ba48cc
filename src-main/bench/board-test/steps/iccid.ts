import { z } from 'zod'
import { found, say, shortMs, texts } from './parts'
import { stepKind } from './step-kind'

/** The number of the SIM, by its beginning: whose it is. */
export default stepKind({
  key: 'iccid',
  title: say('ICCID', 'ICCID'),
  settings: z.strictObject({ prefix: texts }),
  usualMs: () => shortMs,
  limits: ({ prefix }) => [{ key: 'iccid', title: say('ICCID', 'ICCID'), unit: '', prefix }],
  mistakes: ({ prefix = [] }) =>
    prefix
      // ITU-T E.118: up to 19 digits, 20 in the field.
      .filter((one) => !/^\d{1,20}$/.test(one))
      .map((one) =>
        found(
          ['prefix'],
          `an ICCID has digits alone, such as "8981"; found "${one}"`,
          `ICCID は数字だけです。"8981" のように書いてください（現在の値："${one}"）`,
        ),
      ),
  async read(_given, { tools, signal }) {
    await tools.ready(signal)
    // Who it is decides how it is asked.
    if (!tools.slot.state.modem) await tools.send('ATI', signal)
    const commands = [tools.profile?.iccid ?? 'AT+CCID', 'AT+CCID']
    return [{ key: 'iccid', value: await tools.fact('iccid', commands, signal) }]
  },
})
