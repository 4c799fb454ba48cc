import { fromHex, hexOf } from '../bytes'
import { apduFunctions, type ApduFunction, type CardAnswer } from '../ports/lpac'

/** A line of lpac. */
export type LpacLine =
  | { readonly kind: 'apdu'; readonly func: ApduFunction; readonly octets: Uint8Array }
  /** A step begins; `data` is the server, or what the profile says of itself. */
  | { readonly kind: 'step'; readonly step: string; readonly data: unknown }
  /** How it ended: 0 is done, else `message` is the step that failed and `data` why. */
  | {
      readonly kind: 'result'
      readonly code: number
      readonly message: string
      readonly data: unknown
    }
  | { readonly kind: 'other' }

type Fields = { readonly [name: string]: unknown }
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export function lpacLine(text: string): LpacLine {
  const { type, payload } = fieldsIn(text)
  if (!isFields(payload)) return { kind: 'other' }
  const { code, message, data } = payload
  if (type === 'apdu') return asked(payload)
  if (type === 'progress') return { kind: 'step', step: textOf(message), data }
  if (type === 'lpa' && typeof code === 'number')
    return { kind: 'result', code, message: textOf(message), data }
  return { kind: 'other' }
}

function asked({ func, param }: Fields): LpacLine {
  const known = apduFunctions.find((one) => one === func)
  // Without octets lpac says null, or leaves it out.
  const octets = fromHex(textOf(param))
  return known && octets ? { kind: 'apdu', func: known, octets } : { kind: 'other' }
}

function fieldsIn(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : {}
  } catch {
    // Words for people stand between the lines of JSON.
    return {}
  }
}

/** The answer to what was asked of the card. */
export function apduAnswer({ ecode, data }: CardAnswer): string {
  return JSON.stringify({
    type: 'apdu',
    payload: { ecode, ...(data && { data: hexOf(data).toUpperCase() }) },
  })
}
