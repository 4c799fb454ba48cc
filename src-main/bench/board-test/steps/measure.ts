import { z } from 'zod'
import { instrumentMistakes, limitMistakes, minOverMax, say } from './parts'
import { stepKind } from './step-kind'

/** One reading of an instrument, in whatever it measures. */
export default stepKind({
  key: 'measure',
  title: say('Measurement', '計測'),
  settings: z.strictObject({
    instrument: z.string().min(1).max(40),
    /** In the place of the instrument's own. */
    ask: z
      .string()
      .min(1)
      .max(500)
      .regex(/^[^\r\n]*$/, 'must be one line')
      .optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    /** What its reading is multiplied by, as 1000 from A to mA. */
    factor: z.number().default(1),
    unit: z.string().max(20).default(''),
  }),
  usualMs: () => 90_000,
  limits: ({ unit, min, max }) => [
    {
      key: 'value',
      title: say('Value', '値'),
      unit,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    },
  ],
  mistakes: ({ instrument, min, max }, { instruments }) => [
    ...instrumentMistakes(instrument, instruments),
    ...minOverMax(min, max),
    ...limitMistakes(min, max),
  ],
  async read({ instrument, ask, factor }, { tools, signal }) {
    const value = (await tools.instrument(instrument).read(signal, ask)) * factor
    return [{ key: 'value', value }]
  },
})
