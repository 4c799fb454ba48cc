import type { Persona, RegistrationCommand, Technology } from './persona'
import type { SimulatedRadio } from './radio'

const hex = (value: number, digits: number) =>
  value.toString(16).toUpperCase().padStart(digits, '0')

/** <AcT> of 27.007, 7.3: 0 GSM, 2 UTRAN, 7 E-UTRAN. */
const older = { gsm: 0, wcdma: 2 } as const
export const accessTechnologyOf = (radio: SimulatedRadio, technology: Technology): number =>
  technology === 'lte' ? radio.lteAct : older[technology]

/**
 * What follows `+CREG: <n>,` or, unasked, `+CREG: `: the state, with the cell from n=2 on, and from n=3 the reason
 * of a refusal (27.007, 10.1.22: cause type 0 is an EMM cause).
 */
export function registrationFields(persona: Persona, radio: SimulatedRadio, n: number): string {
  const stat = radio.stat()
  const state = radio.state
  if (n < 2) return String(stat)
  if (state.kind === 'registered') {
    const { cell } = state
    const cellId = hex(cell.cellId, persona.registration.shortCellId ? 1 : 8)
    const place = `"${hex(cell.areaCode, 4)}","${cellId}"`
    return `${stat},${place},${accessTechnologyOf(radio, cell.technology)}`
  }
  if (n > 2 && state.kind === 'denied') return `${stat},,,,0,${state.cause}`
  return String(stat)
}

/** The unsolicited line, or undefined when `n` asks for none of this change. */
export function registrationNews(
  name: RegistrationCommand,
  persona: Persona,
  radio: SimulatedRadio,
  n: number,
  change: { readonly stat: boolean; readonly cell: boolean },
): string | undefined {
  if (n === 0 || !(change.stat || (n >= 2 && change.cell))) return undefined
  return `${name}: ${registrationFields(persona, radio, n)}`
}
