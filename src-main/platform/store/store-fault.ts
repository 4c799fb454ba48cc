import { Fault } from '@core/fault'
import { fileReason } from '@core/file-reason'
import { labelled } from '@core/words'

/** Any error about a file as a Fault; what already is one stays. */
export function storeFault(error: unknown, name: string): Fault {
  if (error instanceof Fault) return error
  return new Fault('store-failed', labelled(name, fileReason(error)), { cause: error })
}
