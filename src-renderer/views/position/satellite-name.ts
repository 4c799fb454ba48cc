import type { GnssSatellite, GnssSystem } from '@contract'

/** The letters of RINEX 3 (table of satellite systems): G03, R75, E05, C08. */
const letters: { readonly [system in GnssSystem]: string } = {
  GPS: 'G',
  GLONASS: 'R',
  Galileo: 'E',
  BeiDou: 'C',
  QZSS: 'J',
  NavIC: 'I',
  SBAS: 'S',
}
export const satelliteName = ({ system, id }: GnssSatellite): string =>
  `${letters[system]}${String(id).padStart(2, '0')}`
