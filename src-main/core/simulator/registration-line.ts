import type { RegistrationCommand } from './persona'
import type { SimulatedRadio } from './radio'

const hex = (value: number, digits: number) =>
  value.toString(16).toUpperCase().padStart(digits, '0')

/** <AcT> of 27.007, 7.3: 0 GSM, 2 UTRAN, 7 E-UTRAN. */
export const accessTechnology = { gsm: 0, wcdma: 2, lte: 7 } as const

/**
 * What follows `+CREG: <n>,` or, unasked, `+CREG: `: the state, with the cell from n=2 on, and from n=3 the reason
 * of a refusal (27.007, 10.1.22: cause type 0 is an EMM cause).
 */
export function registrationFields(radio: SimulatedRadio, n: number): string {
  const stat = radio.stat()
  const state = radio.state
  if (n < 2) return String(stat)
  if (state.kind === 'registered') {
    const { cell } = state
    const place = `"${hex(cell.areaCode, 4)}","${hex(cell.cellId, 8)}"`
    return `${stat},${place},${accessTechnology[cell.technology]}`
  }
  if (n > 2 && state.kind === 'denied') return `${stat},,,,0,${state.cause}`
  return String(stat)
}

/** The unsolicited line, or undefined when `n` asks for none of this change. */
export function registrationNews(
  name: RegistrationCommand,
  radio: SimulatedRadio,
  n: number,
  change: { readonly stat: boolean; readonly cell: boolean },
): string | undefined {
  if (n === 0 || !(change.stat || (n >= 2 && change.cell))) return undefined
  return `${name}: ${registrationFields(radio, n)}`
}
