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
    pass: z.enum(['yes', 'no']).default('yes'),
  }),
  usualMs: () => 3_600_000,
  limits: ({ pass }) => [oneOf('answer', say('Answer', '回答'), [pass])],
  async read({ question }, { tools, step, signal }) {
    const answer = await tools.ask(step, question, signal)
    if (answer === 'none') throw new Fault('test-nobody')
    return [{ key: 'answer', value: answer }]
  },
})
