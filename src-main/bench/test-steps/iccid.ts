import { z } from 'zod'
import { say, shortMs, texts } from './parts'
import { stepKind } from './step-kind'

/** The number of the SIM, by its beginning: whose it is. */
export default stepKind({
  key: 'iccid',
  title: say('ICCID', 'ICCID'),
  settings: z.strictObject({ prefix: texts }),
  usualMs: () => shortMs,
  limits: ({ prefix }) => [{ key: 'iccid', title: say('ICCID', 'ICCID'), unit: '', prefix }],
  async read(_given, { tools, signal }) {
    await tools.ready(signal)
    // Who it is decides how it is asked.
    if (!tools.slot.state.modem) await tools.send('ATI', signal)
    const commands = [tools.profile?.iccid ?? 'AT+CCID', 'AT+CCID']
    return [{ key: 'iccid', value: await tools.fact('iccid', commands, signal) }]
  },
})
