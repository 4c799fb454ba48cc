import { z } from 'zod'
import { Fault } from '@core/fault'
import { oneOf, say } from './parts'
import { stepKind } from './step-kind'

/** A person looks and says; the answer is kept. */
export default stepKind({
  key: 'ask',
  title: say('Question', '目視確認'),
  settings: z.strictObject({
    question: z.string().min(1).max(500),
    /** The name of a picture that stands beside the plan. */
    image: z
      .string()
      .regex(
        /^[^/\\:*?"<>|\u0000-\u001f]{1,120}\.(?:png|jpe?g|webp|gif)$/i,
        'must be the name of a picture beside the plan: .png, .jpg, .webp or .gif',
      )
      .optional(),
    pass: z.enum(['yes', 'no']).default('yes'),
  }),
  usualMs: () => 3_600_000,
  limits: ({ pass }) => [oneOf('answer', say('Answer', '回答'), [pass])],
  async read({ question, image }, { tools, step, signal }) {
    const answer = await tools.ask(step, { question, image }, signal)
    if (answer === 'none') throw new Fault('test-nobody')
    return [{ key: 'answer', value: answer }]
  },
})
