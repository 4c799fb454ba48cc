import type { GnssStart } from '../../../gnss/position'
import { cme, ok, wrong, type Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import type { ModemParts } from '../../modem-parts'
import { numberIn } from '../../parameters'
import { minutesOf, momentOf, usedOf, type SkyPlace } from '../../sky'

const DELETED = '+QGPSDEL'
const SOURCE = '+QGPSCFG'
/** What a start is after so much was deleted: everything, nothing, what ages in hours. Nothing said: as it has kept. */
const startAfter: readonly (GnssStart | undefined)[] = ['cold', 'hot', 'warm']

function on({ modem, values }: Asked): Outcome {
  if (numberIn(values[0], 1, 1) === undefined || values.length > 5) return wrong
  if (modem.position.on) return cme(504)
  modem.position.start(1, startAfter[modem.kept.get(DELETED)?.[0] ?? -1])
  modem.kept.delete(DELETED)
  return {}
}

/** Mode 0 has minutes with their letters, 1 the same with more digits, 2 degrees with a sign. */
function coordinates({ latitude, longitude }: SkyPlace, mode: number): string {
  if (mode === 2) return `${latitude.toFixed(5)},${longitude.toFixed(5)}`
  const digits = mode === 1 ? 6 : 4
  const separator = mode === 1 ? ',' : ''
  return [minutesOf(latitude, 'NS', digits), minutesOf(longitude, 'EW', digits)]
    .map((one) => one.join(separator))
    .join(',')
}
/** `+QGPSLOC: <UTC>,<latitude>,<longitude>,<HDOP>,<altitude>,<fix>,<course>,<km/h>,<knots>,<date>,<satellites>` */
function location({ modem }: Asked, mode: number | undefined): Outcome {
  if (mode === undefined) return wrong
  const { place, on, satellites, dops } = modem.position
  if (!on) return cme(505)
  if (!place) return cme(516)
  const [date, time] = momentOf(modem.clock.nowMs())
  const used = String(usedOf(satellites).length).padStart(2, '0')
  const { altitudeM, course, speedKmh } = place
  const way = [course.toFixed(2), speedKmh.toFixed(1), (speedKmh / 1.852).toFixed(1)].join(',')
  const where = `${coordinates(place, mode)},${dops.hdop},${altitudeM.toFixed(1)},3`
  return ok(`+QGPSLOC: ${time}0,${where},${way},${date},${used}`)
}

/** `AT+QGPSGNMEA="GSV"`: the sentences of a kind, where they were asked for by "nmeasrc". */
function sentences({ modem, values }: Asked): Outcome {
  const kind = values[0]?.text ?? ''
  if (!['GGA', 'RMC', 'GSV', 'GSA', 'VTG'].includes(kind)) return wrong
  if (!modem.position.on) return cme(505)
  if (modem.kept.get(SOURCE)?.[0] !== 1) return cme(507)
  const mine = modem.position.sentences().filter((line) => line.slice(3, 6) === kind)
  return ok(...mine.map((line) => `+QGPSGNMEA: ${line}`))
}
function source({ modem, values }: Asked): Outcome {
  if (values[0]?.text !== 'nmeasrc') return wrong
  if (values.length === 1) return ok(`+QGPSCFG: "nmeasrc",${nmeaSource(modem)}`)
  const value = numberIn(values[1], 0, 1)
  if (value === undefined || values.length > 2) return wrong
  modem.kept.set(SOURCE, [value])
  return {}
}
const nmeaSource = ({ kept }: ModemParts) => kept.get(SOURCE)?.[0] ?? 0

/** EC2x&EG9x and BG95&BG77 GNSS Application Notes. */
export const quectelPosition: Behaviour = [
  {
    name: '+QGPS',
    test: () => ok('+QGPS: (1),(1-255),(0-1000),(0-1000),(1-65535)'),
    read: ({ modem }) => ok(`+QGPS: ${modem.position.on ? 1 : 0}`),
    set: on,
  },
  {
    name: '+QGPSEND',
    test: () => ok(),
    execute: ({ modem }) => {
      if (!modem.position.on) return cme(505)
      modem.position.stop()
      return {}
    },
  },
  {
    name: '+QGPSLOC',
    test: () => ok('+QGPSLOC: (0-2)'),
    read: (asked) => location(asked, 0),
    set: (asked) => location(asked, numberIn(asked.values[0], 0, 2)),
  },
  {
    name: DELETED,
    test: () => ok('+QGPSDEL: (0-3)'),
    set: ({ modem, values }) => {
      const what = numberIn(values[0], 0, 3)
      if (what === undefined || values.length > 1) return wrong
      if (modem.position.on) return cme(504)
      modem.kept.set(DELETED, [what])
      return {}
    },
  },
  {
    name: '+QGPSGNMEA',
    test: () => ok('+QGPSGNMEA: ("GGA","RMC","GSV","GSA","VTG")'),
    set: sentences,
  },
  { name: SOURCE, test: () => ok('+QGPSCFG: "nmeasrc",(0,1)'), set: source },
]
