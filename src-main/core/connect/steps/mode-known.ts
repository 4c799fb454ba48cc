import { recoverCmux } from '../../cmux/recovery'
import { ok, skipped, StepFailure, type Step, type StepContext } from '../step'

/** The mode is known: a modem found in data mode or in the multiplexer is brought back first. */
export const modeKnown: Step = {
  id: 'mode',
  title: { en: 'Command mode', ja: 'コマンドモード' },
  limitMs: 120_000,
  async run(context) {
    const { session } = context
    if (session.mode === 'command')
      return skipped('Already in command mode.', '既にコマンドモードです。')
    if (session.mode === 'cmux' && session.cmuxOn)
      return skipped('AT runs over the multiplexer.', 'マルチプレクサー上で AT を使用中です。')
    return session.mode === 'cmux' ? outOfCmux(context) : outOfData(context)
  },
}

async function outOfData(context: StepContext) {
  const { session, signal } = context
  context.progress({
    en: 'The modem is in data mode; it is brought back to command mode.',
    ja: 'データモードのため、コマンドモードへ戻しています。',
  })
  const back = await session.hangUp(signal)
  for (const step of back.steps) context.seen.push(step.words.en)
  if (back.result !== 'command') throw new StepFailure('link-still-in-data-mode')
  return ok('Back from data mode.', 'データモードから復帰しました。', { steps: back.steps.length })
}

async function outOfCmux(context: StepContext) {
  const { session, clock, signal } = context
  const port = session.port
  const result = await recoverCmux(port, {
    clock,
    signal,
    baudRate: session.baudRate,
    onStep: (step) => {
      context.seen.push(step.seen.en)
      context.progress(step.seen)
    },
  })
  if (result.result !== 'command') throw new StepFailure('connect-stuck')
  session.leftCmux()
  return ok('Back from the multiplexer.', 'マルチプレクサーから復帰しました。')
}
