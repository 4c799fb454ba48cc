import { ok, wrong } from '../answer'
import type { Asked, Behaviour, CommandEntry } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { numberIn } from '../parameters'
import type { RegistrationCommand } from '../persona'
import { registrationFields } from '../registration-line'

/** From <n> 4 on, what PSM was granted: the active time and the TAU. */
function timers({ radio, stored }: ModemParts, n: number): string {
  const { granted } = stored.saving
  if (n < 4 || radio.state.kind !== 'registered' || !granted) return ''
  return `,,,"${granted.active}","${granted.tau}"`
}
/** <n> goes further in EPS, where power saving is told (10.1.22). */
const most = (name: RegistrationCommand, { persona }: ModemParts): number =>
  name === '+CEREG' ? persona.registration.maxN : Math.min(3, persona.registration.maxN)

/** Registration in one domain (27.007, 7.2, 10.1.20, 10.1.22); the answer begins with <n>, the unasked line does not. */
function domain(name: RegistrationCommand): CommandEntry {
  const read = ({ modem, channel }: Asked) => {
    const n = channel.settings[name]
    const fields = registrationFields(modem.persona, modem.radio, n)
    return ok(`${name}: ${n},${fields}${name === '+CEREG' ? timers(modem, n) : ''}`)
  }
  return {
    name,
    test: ({ modem }) => ok(`${name}: (0-${most(name, modem)})`),
    read,
    execute: ({ channel }) => {
      channel.settings[name] = 0
      return {}
    },
    set: ({ modem, channel, values }) => {
      const n = numberIn(values[0], 0, most(name, modem))
      if (n === undefined || values.length !== 1) return wrong
      channel.settings[name] = n
      return {}
    },
  }
}

export const registration: Behaviour = [domain('+CREG'), domain('+CGREG'), domain('+CEREG')]
