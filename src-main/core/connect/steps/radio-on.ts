import { ok, skipped, StepFailure, type Step } from '../step'
import { said, waitForSim } from './sim-ready'
import { quoted } from '../../words'
import { radioIsOn, radioTurnedOn, stepTitles } from './words'

/** The radio is on; the SIM starts anew with it and is waited for. */
export const radioOn: Step = {
  id: 'radio',
  title: stepTitles.radio,
  limitMs: 75_000,
  async run(context) {
    const now = await context.ask('AT+CFUN?')
    if (now.ok && context.read(now)['fun'] === 1) return skipped(radioIsOn)
    const reply = await context.ask('AT+CFUN=1')
    if (!reply.ok) throw new StepFailure('radio-refused', quoted(`AT+CFUN=1: ${said(reply)}`))
    await waitForSim(context, true)
    return ok(radioTurnedOn, { fun: 1 })
  },
}
