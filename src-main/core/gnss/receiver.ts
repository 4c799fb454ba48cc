import type { NmeaSentence } from './nmea'
import { nmeaIn } from './nmea'
import {
  degreesOf,
  gnssSystems,
  kmhOfKnots,
  numberOf,
  unknownPosition,
  utcOf,
  type GnssPosition,
  type GnssSatellite,
  type GnssSystem,
} from './position'

/** Talkers of one system (NMEA 0183 4.11, 6.1.4); BD is what BeiDou receivers wrote before the standard knew it. */
export const talkers: Readonly<Record<string, GnssSystem>> = {
  GP: 'GPS',
  GL: 'GLONASS',
  GA: 'Galileo',
  GB: 'BeiDou',
  BD: 'BeiDou',
  GQ: 'QZSS',
  GI: 'NavIC',
}
/** The system of the last field of GSA, from version 4.10 on. */
export const systemIds: readonly (GnssSystem | undefined)[] = [
  undefined,
  'GPS',
  'GLONASS',
  'Galileo',
  'BeiDou',
  'QZSS',
  'NavIC',
]

/** Numbers of one talker that are another's: SBAS, GLONASS and QZSS among those of GPS (4.10, table of satellite ids). */
export function systemOf(talker: string, id: number): GnssSystem | undefined {
  if (talker === 'GP' || talker === 'GN') {
    if (id >= 33 && id <= 64) return 'SBAS'
    if (id >= 65 && id <= 96) return 'GLONASS'
    if (id >= 193 && id <= 202) return 'QZSS'
    if (id >= 301 && id <= 336) return 'Galileo'
    if (id >= 401 && id <= 463) return 'BeiDou'
    return id >= 1 && id <= 32 ? 'GPS' : undefined
  }
  return talkers[talker]
}

interface Seen {
  readonly system: GnssSystem
  readonly id: number
  readonly elevation: number | null
  readonly azimuth: number | null
  readonly cn0: number | null
}

/** What the sentences of a receiver say, put together: the last position and the satellites in view. */
export class NmeaReceiver {
  /** Null: it says that it has no position. Undefined: nothing was said of it yet. */
  position: GnssPosition | null | undefined
  /** Sentences that were right, and those whose check sum was not. */
  sentences = 0
  bad = 0
  /** The last dilutions, and the dimensions of the fix they are of. */
  dops: Pick<GnssPosition, 'pdop' | 'hdop' | 'vdop' | 'fix'> | undefined
  /** By talker and signal: what a whole group of GSV said. */
  readonly #views = new Map<string, readonly Seen[]>()
  readonly #groups = new Map<string, { next: number; readonly seen: Seen[] }>()
  readonly #used = new Map<string, ReadonlySet<number>>()

  /** Whether the line was a sentence. */
  take(line: string): boolean {
    const sentence = nmeaIn(line)
    if (sentence === undefined) return false
    if (sentence === null) {
      this.bad++
      return false
    }
    this.sentences++
    this.#readers[sentence.type]?.(sentence)
    return true
  }
  get heardSatellites(): boolean {
    return this.#views.size > 0
  }
  forget(): void {
    this.position = undefined
    this.dops = undefined
    this.#views.clear()
    this.#groups.clear()
    this.#used.clear()
  }

  /** The satellites in view, each once: of several signals the strongest. */
  get satellites(): readonly GnssSatellite[] {
    const all = new Map<string, Seen>()
    for (const one of [...this.#views.values()].flat()) {
      const key = `${one.system} ${one.id}`
      const known = all.get(key)
      if (!known || (one.cn0 ?? -1) > (known.cn0 ?? -1)) all.set(key, one)
    }
    return [...all.values()]
      .map((one) => ({ ...one, used: this.#isUsed(one) }))
      .sort((a, b) => gnssSystems.indexOf(a.system) - gnssSystems.indexOf(b.system) || a.id - b.id)
  }
  #isUsed({ system, id }: Seen): boolean {
    return (this.#used.get(system) ?? this.#used.get(''))?.has(id) ?? false
  }

  readonly #readers: Readonly<Record<string, (sentence: NmeaSentence) => void>> = {
    RMC: ({ fields: [time, status, lat, ns, lon, ew, knots, course, date] }) => {
      if (status !== 'A') return this.#lost()
      const speed = numberOf(knots)
      this.#found(lat, ns, lon, ew, {
        utc: utcOf(date, time),
        speedKmh: speed === null ? null : kmhOfKnots(speed),
        course: numberOf(course),
      })
    },
    GGA: ({ fields: [, lat, ns, lon, ew, quality, used, hdop, altitude] }) => {
      if (quality === '' || quality === '0' || quality === undefined) return this.#lost()
      this.#found(lat, ns, lon, ew, {
        used: numberOf(used),
        hdop: numberOf(hdop),
        altitudeM: numberOf(altitude),
      })
    },
    GLL: ({ fields: [lat, ns, lon, ew, , status] }) => {
      if (status === 'A') this.#found(lat, ns, lon, ew, {})
      else this.#lost()
    },
    VTG: ({ fields }) => {
      const kmh = numberOf(fields[6])
      if (this.position && kmh !== null) this.position = { ...this.position, speedKmh: kmh }
    },
    GSA: (sentence) => this.#gsa(sentence),
    GSV: (sentence) => this.#gsv(sentence),
  }

  #lost(): void {
    this.position = null
    this.dops = undefined
  }
  #found(
    lat: string | undefined,
    ns: string | undefined,
    lon: string | undefined,
    ew: string | undefined,
    more: Partial<GnssPosition>,
  ): void {
    const latitude = degreesOf(lat, ns, 'latitude')
    const longitude = degreesOf(lon, ew, 'longitude')
    if (latitude === null || longitude === null) return
    const known = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== null))
    this.position = {
      ...unknownPosition,
      ...this.dops,
      ...this.position,
      ...known,
      latitude,
      longitude,
    }
  }

  #gsa({ talker, fields }: NmeaSentence): void {
    const mode = numberOf(fields[1])
    const ids = fields.slice(2, 14).flatMap((field) => numberOf(field) ?? [])
    const system = talker === 'GN' ? systemIds[numberOf(fields[17]) ?? 0] : talkers[talker]
    const first = ids[0]
    const guessed = system ?? (first === undefined ? undefined : systemOf('GN', first))
    if (guessed !== undefined) this.#used.set(guessed, new Set(ids))
    if (mode !== 2 && mode !== 3) {
      if (mode === 1) this.dops = undefined
      return
    }
    const [pdop = null, hdop = null, vdop = null] = fields.slice(14, 17).map(numberOf)
    this.dops = { fix: mode, pdop, hdop, vdop }
    if (this.position) this.position = { ...this.position, ...this.dops }
  }

  #gsv({ talker, fields }: NmeaSentence): void {
    const [total = 0, number = 0] = fields.slice(0, 2).map((field) => numberOf(field) ?? 0)
    const rest = fields.slice(3)
    // The signal stands behind the last satellite, from version 4.10 on.
    const signal = rest.length % 4 === 1 ? (rest.at(-1) ?? '') : ''
    const key = `${talker} ${signal}`
    const group = number === 1 ? { next: 1, seen: [] } : this.#groups.get(key)
    if (!group || group.next !== number) {
      this.#groups.delete(key)
      return
    }
    for (let i = 0; i + 4 <= rest.length; i += 4) {
      const [id, elevation, azimuth, cn0] = rest.slice(i, i + 4).map(numberOf)
      const system = id === null || id === undefined ? undefined : systemOf(talker, id)
      if (id === null || id === undefined || system === undefined) continue
      group.seen.push({
        system,
        id,
        elevation: elevation ?? null,
        azimuth: azimuth ?? null,
        cn0: cn0 ?? null,
      })
    }
    group.next++
    this.#groups.set(key, group)
    if (number >= total) this.#views.set(key, group.seen)
  }
}
