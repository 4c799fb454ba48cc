import { ok, skipped, StepFailure, type Step } from '../step'

/** The mode is known: a modem found in data mode or in the multiplexer is brought back first. */
export const modeKnown: Step = {
  id: 'mode',
  title: { en: 'Command mode', ja: 'コマンドモード' },
  // The whole ladder, with every speed and the wait for a multiplexer to fall back.
  limitMs: 240_000,
  async run(context) {
    const { session, signal, seen, progress } = context
    const { mode } = session
    if (mode === 'command') return skipped('Already in command mode.', '既にコマンドモードです。')
    if (mode === 'cmux' && session.cmuxOn)
      return skipped('AT runs over the multiplexer.', 'マルチプレクサー上で AT を使用中です。')
    progress(mode === 'cmux' ? inCmux : inData)
    const stop = session.on((event) => {
      if (event.kind !== 'way back') return
      seen.push(event.step.words)
      progress(event.step.words)
    })
    try {
      const { result, steps } = await session.backToCommand(signal)
      if (result === 'none')
        throw new StepFailure(mode === 'data' ? 'link-still-in-data-mode' : 'connect-stuck')
      const facts = { steps: steps.length }
      return mode === 'cmux'
        ? ok('Back from the multiplexer.', 'マルチプレクサーから復帰しました。', facts)
        : ok('Back from data mode.', 'データモードから復帰しました。', facts)
    } finally {
      stop()
    }
  },
}

const inData = {
  en: 'The modem is in data mode; it is brought back to command mode.',
  ja: 'データモードのため、コマンドモードへ戻しています。',
}
const inCmux = {
  en: 'The modem was left in the multiplexer; it is brought back to command mode.',
  ja: 'マルチプレクサーが動作中のため、コマンドモードへ戻しています。',
}
