import { ok, wrong } from '../answer'
import type { Asked, Behaviour, CommandEntry } from '../behaviour'
import { numberIn } from '../parameters'
import type { RegistrationCommand } from '../persona'
import { registrationFields } from '../registration-line'

/** Registration in one domain (27.007, 7.2, 10.1.20, 10.1.22); the answer begins with <n>, the unasked line does not. */
function domain(name: RegistrationCommand): CommandEntry {
  const read = ({ modem, channel }: Asked) => {
    const n = channel.settings[name]
    return ok(`${name}: ${n},${registrationFields(modem.radio, n)}`)
  }
  return {
    name,
    test: ({ modem }) => ok(`${name}: (0-${modem.persona.registration.maxN})`),
    read,
    execute: ({ channel }) => {
      channel.settings[name] = 0
      return {}
    },
    set: ({ modem, channel, values }) => {
      const n = numberIn(values[0], 0, modem.persona.registration.maxN)
      if (n === undefined || values.length !== 1) return wrong
      channel.settings[name] = n
      return {}
    },
  }
}

export const registration: Behaviour = [domain('+CREG'), domain('+CGREG'), domain('+CEREG')]
