import type { Persona } from './persona'
import type { SimulatedRadio } from './radio'
import { csqOf } from './signal'

/** The whole line of AT+CSQ (27.007, 8.5). */
export function csqLine(modem: {
  readonly persona: Persona
  readonly radio: SimulatedRadio
}): string {
  const serving = modem.radio.serving()
  const registered = modem.radio.state.kind === 'registered'
  const hidden = modem.persona.quirks.noCsqBeforeRegistration && !registered
  return `+CSQ: ${serving && !hidden ? csqOf(serving.level) : 99},99`
}
