import { Fault } from '@core/fault'
import { quoted } from '@core/words'

/** Any error about a file as a Fault; what already is one stays. */
export function storeFault(error: unknown, name: string): Fault {
  if (error instanceof Fault) return error
  const message = error instanceof Error ? error.message : String(error)
  return new Fault('store-failed', quoted(`${name}: ${message}`), { cause: error })
}
