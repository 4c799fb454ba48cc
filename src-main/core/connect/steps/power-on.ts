import type { Fault } from '../../fault'
import { errorWords, faultCode } from '../../fault'
import { ok, skipped, StepFailure, type Step } from '../step'
import {
  keyPressedOnce,
  modemIsOn,
  noBoard,
  powerNotKnown,
  poweredOn,
  statusNotRead,
  stepTitles,
} from './words'

/** A modem whose STATUS is measured off is powered on; one that nobody knows about is left alone, as its key toggles. */
export const powerOn: Step = {
  id: 'power',
  title: stepTitles.power,
  // Two presses of the slowest board, each with its wait.
  limitMs: 180_000,
  async run(context) {
    const { power, signal } = context
    if (!power) return skipped(noBoard)
    const seen = await power.look().catch((error: unknown) => {
      // The modem may well run: a broken adapter is no reason not to talk to it.
      if (signal.aborted || faultCode(error) === undefined) throw error
      return error as Fault
    })
    if (seen instanceof Error) return skipped(statusNotRead(errorWords(seen)))
    if (seen.power === 'on') return skipped(modemIsOn)
    if (seen.power === 'unknown' && !power.insist) return skipped(powerNotKnown)
    const result = await power.on(signal, (entry) => context.progress(entry.words))
    if (result.fault) throw new StepFailure(result.fault.code, result.fault.detail)
    const seconds = (result.ms / 1000).toFixed(1)
    if (result.outcome === 'pressed') return ok(keyPressedOnce, { presses: result.presses })
    return ok(poweredOn(power.name, seconds), { presses: result.presses })
  },
}
