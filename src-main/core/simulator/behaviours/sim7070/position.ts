import type { GnssStart } from '../../../gnss/position'
import { ok, wrong } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import type { ModemParts } from '../../modem-parts'
import { numberIn } from '../../parameters'
import { usedOf } from '../../sky'

/** `yyyyMMddhhmmss.000` */
const moment = (nowMs: number) =>
  `${new Date(nowMs).toISOString().replaceAll(/\D/g, '').slice(0, 14)}.000`

/**
 * `+CGNSINF: <run>,<fix>,<utc>,<lat>,<lon>,<altitude>,<km/h>,<course>,<mode>,,<hdop>,<pdop>,<vdop>,,<in view>,<used>,<glonass>,,<C/N0>,,`
 * as SIM7070 and SIM7080 answered in public.
 */
function information({ position, clock }: ModemParts): string {
  if (!position.on) return `+CGNSINF: 0${','.repeat(20)}`
  const { place, satellites } = position
  const heard = satellites.filter(({ cn0 }) => cn0 !== undefined)
  const best = Math.max(0, ...heard.map(({ cn0 = 0 }) => cn0))
  const glonass = usedOf(heard).filter(({ talker }) => talker === 'GL').length
  const counts = (used: number) =>
    `,,${heard.length},${used},${glonass},,${best === 0 ? '' : best},,`
  if (!place) return `+CGNSINF: 1,0,${moment(clock.nowMs())},,,,0.00,0.0,0,,,,${counts(0)}`
  const { latitude, longitude, altitudeM, speedKmh, course } = place
  const where = `${latitude.toFixed(6)},${longitude.toFixed(6)},${altitudeM.toFixed(3)}`
  const way = `${speedKmh.toFixed(2)},${course.toFixed(1)}`
  const { hdop, pdop, vdop } = position.dops
  const used = usedOf(satellites).length
  return `+CGNSINF: 1,1,${moment(clock.nowMs())},${where},${way},1,,${hdop},${pdop},${vdop}${counts(used)}`
}

const start = (kind: GnssStart) => ({
  test: () => ok(),
  execute: ({ modem }: Asked) => {
    modem.position.start(1, kind)
    return {}
  },
})

/** SIM7070_SIM7080_SIM7090 Series AT Command Manual, 14. */
export const sim7070Position: Behaviour = [
  {
    name: '+CGNSPWR',
    test: () => ok('+CGNSPWR: (0-1)'),
    read: ({ modem }) => ok(`+CGNSPWR: ${modem.position.on ? 1 : 0}`),
    set: ({ modem, values }) => {
      const on = numberIn(values[0], 0, 1)
      if (on === undefined || values.length > 1) return wrong
      if (on === 0) modem.position.stop()
      else if (!modem.position.on) modem.position.start(1)
      return {}
    },
  },
  { name: '+CGNSINF', test: () => ok(), execute: ({ modem }) => ok(information(modem)) },
  { name: '+CGNSCOLD', ...start('cold') },
  { name: '+CGNSWARM', ...start('warm') },
  { name: '+CGNSHOT', ...start('hot') },
]
