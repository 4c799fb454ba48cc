import { cme, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour, CommandEntry } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { numberIn } from '../parameters'

/** The pins of SARA and LARA that AT+UGPIOC sets, by their number in the package. */
const pins = [16, 23, 24, 25, 42]
const UNUSED = 255
const SUPPLY_OF_GNSS = 3
/** Appendix of error codes: GNSS. */
const NO_SUPPLY_PIN = 1700
const IS_ON = 1702
const IS_OFF = 1703

const pinKey = (pin: number) => `+UGPIOC ${pin}`
const modeOf = ({ stored }: ModemParts, pin: number) =>
  Number(stored.named.get(pinKey(pin)) ?? UNUSED)

function setPin({ modem, values }: Asked): Outcome {
  const pin = numberIn(values[0], 16, 42) ?? 0
  const mode = numberIn(values[1], 0, UNUSED)
  if (!pins.includes(pin) || mode === undefined || values.length > 3) return wrong
  modem.stored.named.set(pinKey(pin), String(mode))
  return {}
}

/** `AT+UGPS=<on>[,<aiding>[,<systems>]]`; no aiding is simulated. */
function power({ modem, values }: Asked): Outcome {
  const on = numberIn(values[0], 0, 1)
  const aiding = values[1] ? numberIn(values[1], 0, 0) : 0
  const systems = values[2] ? numberIn(values[2], 1, 127) : 1
  if (on === undefined || aiding === undefined || systems === undefined) return wrong
  if (values.length > 3) return wrong
  if (!pins.some((pin) => modeOf(modem, pin) === SUPPLY_OF_GNSS)) return cme(NO_SUPPLY_PIN)
  if (modem.position.on === (on === 1)) return cme(on === 1 ? IS_ON : IS_OFF)
  return {
    waitMs: modem.pick([400, 1_200]),
    then: () => {
      if (on === 0) modem.position.stop()
      else modem.position.start(1)
      modem.kept.set('+UGPS', [systems])
      return {}
    },
  }
}

/** The last sentences of a kind, where they are kept: AT+UGRMC=1. */
function sentences(kind: string): CommandEntry {
  const name = `+UG${kind}`
  return {
    name,
    test: () => ok(`${name}: (0-1)`),
    read: ({ modem }) => {
      const keeps = modem.kept.get(name)?.[0] ?? 0
      const mine = modem.position.on
        ? modem.position.sentences().filter((line) => line.slice(3, 6) === kind)
        : []
      if (keeps === 0) return ok(`${name}: 0`)
      const [first = 'Currently not available', ...rest] = mine
      return ok(`${name}: 1,${first}`, ...rest)
    },
    set: ({ modem, values }) => {
      const keeps = numberIn(values[0], 0, 1)
      if (keeps === undefined || values.length > 1) return wrong
      modem.kept.set(name, [keeps])
      return {}
    },
  }
}

/**
 * GNSS of u-blox SARA-R4 and LARA-R6 (AT Commands Manuals UBX-17003787 and UBX-21046719). They have no receiver inside: one of u-blox stands on
 * the I2C of the simulated board, and is there once a pin is set to switch its supply, GPIO2 (23) by rights.
 */
export const ubloxPosition: Behaviour = [
  {
    name: '+UGPIOC',
    test: () => ok(`+UGPIOC: (${pins.join(',')}),(0-${UNUSED})`),
    read: ({ modem }) => ok('+UGPIOC:', ...pins.map((pin) => `${pin},${modeOf(modem, pin)}`)),
    set: setPin,
  },
  {
    name: '+UGPS',
    test: () => ok('+UGPS: (0-1),(0-15),(1-127)'),
    read: ({ modem: { position, kept } }) =>
      ok(position.on ? `+UGPS: 1,0,${kept.get('+UGPS')?.[0] ?? 1}` : '+UGPS: 0'),
    set: power,
  },
  ...['RMC', 'GGA', 'GSA', 'GSV'].map(sentences),
]
