import { z } from 'zod'
import { Fault } from '@core/fault'
import { macroFrom } from '@core/macro/parse'
import { wordsOf } from '@core/words'
import { parseMacro } from '@contract'
import { stoppable } from '@bench/board-test/test-tools'
import { isCode } from '@bench/board-test/test-words'
import { found, say } from './parts'
import { stepKind } from './step-kind'

/** A macro comes to its end, and no command of it is refused. */
export default stepKind({
  key: 'macro',
  title: say('Macro', 'マクロ'),
  settings: z.strictObject({ text: z.string().min(1).max(100_000) }),
  usualMs: () => 600_000,
  limits: () => [
    { key: 'refused', title: say('Refused commands', '拒否されたコマンド'), unit: '', max: 0 },
  ],
  mistakes: ({ text }) =>
    (text === undefined ? [] : parseMacro(text).problems).map(({ line, words }) =>
      found(['text'], `line ${line}: ${words.en}`, `${line} 行目：${words.ja}`),
    ),
  async read({ text }, { tools, step, signal }) {
    await tools.ready(signal)
    const { macro } = tools.slot
    const ask = async (question: string) => {
      const answer = await tools.ask(step, { question }, signal)
      if (answer === 'none') throw new Fault('macro-nobody')
      return answer
    }
    const named = { id: 'test-plan', name: 'test plan', text, own: true }
    await stoppable(
      signal,
      () => macro.stop(),
      () => macro.start(named, macroFrom(text), {}, { ask }),
    )
    const { fault, refused = 0 } = macro.state ?? {}
    if (fault)
      throw new Fault(isCode(fault.code) ? fault.code : 'macro-expect', wordsOf(fault.detail))
    return [{ key: 'refused', value: refused }]
  },
})
