import { Fault } from '@core/fault'

/** Any error about a file as a Fault; what already is one stays. */
export function storeFault(error: unknown, name: string): Fault {
  if (error instanceof Fault) return error
  const message = error instanceof Error ? error.message : String(error)
  return new Fault('store-failed', `${name}: ${message}`, { cause: error })
}
