import { Fault } from '@core/fault'
import { fileReason } from '@core/file-reason'
import { labelled } from '@core/words'

export { fileReason }

/** What is wrong with the file of a call; `label` is the option and the path, as they were typed. */
export const fileFault = (label: string, error: unknown): Fault =>
  labelledFault('bad-input', label, error)

/** Why a result could not be written, when what it is the result of is done. */
export const unwritten = (label: string, error: unknown): Fault =>
  labelledFault('output-failed', label, error)

function labelledFault(code: 'bad-input' | 'output-failed', label: string, error: unknown): Fault {
  const { en, ja } = labelled(label, fileReason(error))
  return new Fault(code, { en: `${en}.`, ja: `${ja}。` }, { cause: error })
}
