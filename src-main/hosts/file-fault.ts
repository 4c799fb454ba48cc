import { Fault } from '@core/fault'
import { fileReason } from '@core/file-reason'
import { labelled } from '@core/words'

export { fileReason }

/** What is wrong with the file of a call; `label` is the option and the path, as they were typed. */
export function fileFault(label: string, error: unknown): Fault {
  const { en, ja } = labelled(label, fileReason(error))
  return new Fault('bad-input', { en: `${en}.`, ja: `${ja}。` }, { cause: error })
}
