import { ok, skipped, StepFailure, type Step } from '../step'
import {
  atOverMultiplexer,
  backFromData,
  backFromMultiplexer,
  foundInData,
  foundInMultiplexer,
  inCommandMode,
  stepTitles,
} from './words'

/** The mode is known: a modem found in data mode or in the multiplexer is brought back first. */
export const modeKnown: Step = {
  id: 'mode',
  title: stepTitles.mode,
  // The whole ladder, with every speed and the wait for a multiplexer to fall back.
  limitMs: 240_000,
  async run(context) {
    const { session, signal, seen, progress } = context
    const { mode } = session
    if (mode === 'command') return skipped(inCommandMode)
    if (mode === 'cmux' && session.cmuxOn) return skipped(atOverMultiplexer)
    progress(mode === 'cmux' ? foundInMultiplexer : foundInData)
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
      return mode === 'cmux' ? ok(backFromMultiplexer, facts) : ok(backFromData, facts)
    } finally {
      stop()
    }
  },
}
