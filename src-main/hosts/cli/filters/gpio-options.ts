import { Fault } from '@core/fault'
import { gpioOptions } from '../../gpio'
import { newSimulators } from '../../simulators'
import { onStopSignal } from '../stop-signals'

/** Adapters and simulated modems of one command, which end with it. */
export function commandGpio() {
  const simulated = newSimulators()
  return { simulated, options: gpioOptions(async () => simulated) }
}

/** Runs with a signal that Ctrl-C and a kill abort, so that lines are released before the command ends. */
export async function untilStopped<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController()
  const stop = () => abort.abort(new Fault('power-cancelled'))
  const unhear = onStopSignal(stop)
  try {
    return await run(abort.signal)
  } finally {
    unhear()
  }
}

/** `17`, `GP0`, `dtr` as an adapter takes it: numbers as numbers. */
export function pinOf(text: string): number | string {
  const chip = /^(?:gp|gpio\.?)(\d+)$/i.exec(text)
  if (chip) return Number(chip[1])
  return /^\d+$/.test(text) ? Number(text) : text
}
