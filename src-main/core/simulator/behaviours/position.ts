import type { GnssStart } from '../../gnss/position'
import { error, ok } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'

/** Such a start while it is off turns a SIM7600 on; an A76xx has to be on. */
const started = (kind: GnssStart, from: 'on' | 'off') => ({
  test: () => ok(),
  execute: ({ modem }: Asked) => {
    if (modem.position.on !== (from === 'on')) return error
    modem.position.start(modem.position.mode, kind)
    return {}
  },
})
const hasPower = ({ registry }: Asked['modem']) => registry.has('+CGNSSPWR')
const byFamily = (kind: GnssStart) => ({
  test: () => ok(),
  execute: (asked: Asked) => started(kind, hasPower(asked.modem) ? 'on' : 'off').execute(asked),
})
/** Between OK and the line that says the receiver is ready. */
const READY_MS = 3_000

/**
 * Satellites: SIM7600 and SIM5320 by +CGPS (SIM7500_SIM7600 AT manual, GPS), A76xx by +CGNSSPWR (A76XX GNSS Application Note). A
 * persona has one of the two.
 */
export const position: Behaviour = [
  {
    name: '+CGPS',
    test: () => ok('+CGPS: (0-1),(1-3)'),
    read: ({ modem }) => ok(`+CGPS: ${modem.position.on ? 1 : 0},${modem.position.mode}`),
    set: ({ modem, values }) => {
      const on = numberIn(values[0], 0, 1)
      const mode = values[1]?.text ? numberIn(values[1], 1, 3) : 1
      // Turning on what is on is refused.
      if (on === undefined || mode === undefined || values.length > 2) return error
      if (on === 1 && modem.position.on) return error
      if (on === 1) modem.position.start(mode)
      else modem.position.stop()
      return {}
    },
  },
  {
    name: '+CGPSINFO',
    test: () => ok('+CGPSINFO: (0-255)'),
    execute: ({ modem }) => ok(`+CGPSINFO: ${modem.position.columns() ?? ',,,,,,,,'}`),
  },
  {
    name: '+CGNSSINFO',
    test: () => ok('+CGNSSINFO: (0-255)'),
    execute: ({ modem }) => ok(`+CGNSSINFO: ${modem.position.wholeColumns()}`),
  },
  { name: '+CGPSCOLD', ...byFamily('cold') },
  { name: '+CGPSWARM', ...byFamily('warm') },
  { name: '+CGPSHOT', ...byFamily('hot') },
  {
    name: '+CGNSSPWR',
    test: () => ok('+CGNSSPWR: (0-1),(0-1)'),
    read: ({ modem }) => ok(`+CGNSSPWR: ${modem.position.on ? 1 : 0}`),
    set: ({ modem, values }) => {
      const on = numberIn(values[0], 0, 1)
      if (on === undefined || values.length > 2) return error
      if (on === 0) modem.position.stop()
      else if (!modem.position.on) {
        modem.position.start(1)
        modem.pace.schedule(READY_MS, () => {
          if (modem.position.on) modem.say('+CGNSSPWR: READY!')
        })
      }
      return {}
    },
  },
  {
    name: '+CGNSSTST',
    test: () => ok('+CGNSSTST: (0-1)'),
    read: ({ modem }) => ok(`+CGNSSTST: ${modem.position.streams ? 1 : 0}`),
    set: ({ modem, values }) => {
      const on = numberIn(values[0], 0, 1)
      if (on === undefined || values.length > 1) return error
      modem.position.streams = on === 1
      return {}
    },
  },
  {
    name: '+CGNSSPORTSWITCH',
    test: () => ok('+CGNSSPORTSWITCH: (0,1),(0,1)'),
    read: ({ modem }) =>
      ok(`+CGNSSPORTSWITCH: ${(modem.kept.get('+CGNSSPORTSWITCH') ?? [0, 1]).join(',')}`),
    set: ({ modem, values }) => {
      const ports = values.map((value) => numberIn(value, 0, 1))
      const [parsed, nmea] = ports
      if (parsed === undefined || nmea === undefined || ports.length !== 2) return error
      modem.kept.set('+CGNSSPORTSWITCH', [parsed, nmea])
      return {}
    },
  },
]
