import type { Chance } from '../ports/chance'
import { between } from '../ports/chance'
import type { Cancel, Clock } from '../ports/clock'
import type { GnssStart } from '../gnss/position'
import {
  momentOf,
  minutesOf,
  placeAt,
  placeSentences,
  skyAt,
  skySentences,
  usedOf,
  type SkyPlace,
  type SkySatellite,
  type SkyView,
} from './sky'

const EVERY_MS = 1_000
/** Orbits that were heard are good for some two hours. */
const ORBITS_MS = 2 * 3_600_000

/** Until the first position, as the data sheets of the modules give it under a free sky. */
const firstFixMs: { readonly [kind in GnssStart]: readonly [number, number] } = {
  cold: [27_000, 38_000],
  warm: [18_000, 27_000],
  hot: [900, 2_500],
}
const dops = { pdop: '1.5', hdop: '0.9', vdop: '1.2' }

/** The receiver for satellites: once a second its sentences go out. */
export class Position {
  readonly #clock: Clock
  readonly #pace: Clock
  readonly #chance: Chance
  /** Onto the NMEA port, and, where it was told to, among the answers. */
  readonly #say: (sentences: readonly string[]) => void
  #next: Cancel | undefined
  #search: Cancel | undefined
  #ready = false
  /** When it last knew the orbits; nothing: never since the power. */
  #knewMs: number | undefined
  mode = 1
  view: SkyView = 'free'
  /** The sentences go to the AT port, too (AT+CGNSSTST). */
  streams = false
  /** A line of the maker's own that tells each place among the answers (#XGPS). */
  tells: ((place: SkyPlace, nowMs: number) => string) | undefined
  readonly dops = dops

  /** `pace`: the clock of the search, which `speed=fast` makes quick; sentences come once a true second. */
  constructor(
    clock: Clock,
    pace: Clock,
    chance: Chance,
    say: (sentences: readonly string[]) => void,
  ) {
    this.#clock = clock
    this.#pace = pace
    this.#chance = chance
    this.#say = say
  }
  get on(): boolean {
    return this.#next !== undefined
  }
  /** Without a kind the receiver chooses by what it has kept. */
  start(mode: number, kind: GnssStart = this.#kindNow()): void {
    this.#end()
    this.mode = mode
    const [from, to] = firstFixMs[kind]
    this.#search = this.#pace.schedule(between(this.#chance, from, to), () => {
      this.#ready = true
    })
    this.#tick()
  }
  stop(): void {
    this.#end()
    this.streams = false
    this.tells = undefined
  }
  #end(): void {
    this.#next?.()
    this.#search?.()
    this.#next = undefined
    this.#ready = false
  }
  /** The power is gone, and with it what was kept. */
  forget(): void {
    this.stop()
    this.#knewMs = undefined
  }
  #kindNow(): GnssStart {
    if (this.#knewMs === undefined) return 'cold'
    return this.#clock.nowMs() - this.#knewMs < ORBITS_MS ? 'hot' : 'warm'
  }
  #tick(): void {
    this.#next = this.#clock.schedule(EVERY_MS, () => {
      this.#tick()
      if (this.place) this.#knewMs = this.#clock.nowMs()
      this.#say(this.sentences())
    })
  }
  /** What NMEA 0183 has to say now. */
  sentences(): readonly string[] {
    const { place } = this
    const used = usedOf(this.satellites).length
    const places = placeSentences(place, this.#clock.nowMs(), used, dops.hdop)
    return [...places, ...skySentences(this.satellites, place && dops)]
  }
  /** The place in the maker's own line, where one was asked for. */
  own(): string | undefined {
    const { place } = this
    return place && this.tells?.(place, this.#clock.nowMs())
  }

  /** Seconds since 1970: satellites and the way go on while the receiver is off. */
  get #seconds(): number {
    return this.#clock.nowMs() / 1000
  }
  get satellites(): readonly SkySatellite[] {
    return this.on ? skyAt(this.#seconds % 86_400, this.view) : []
  }
  get place(): SkyPlace | undefined {
    if (!this.on || this.view !== 'free' || !this.#ready) return undefined
    return placeAt(this.#seconds % 86_400)
  }

  /** `lat,N/S,lon,E/W,date,time,altitude,knots,course` as +CGPSINFO and +CGNSSINFO have it. */
  columns(): string | undefined {
    const { place } = this
    if (!place) return undefined
    const [date, time] = momentOf(this.#clock.nowMs())
    return [
      ...minutesOf(place.latitude, 'NS', 6),
      ...minutesOf(place.longitude, 'EW', 6),
      date,
      time.slice(0, -1),
      place.altitudeM.toFixed(1),
      (place.speedKmh / 1.852).toFixed(1),
      place.course.toFixed(1),
    ].join(',')
  }
  /** Fix, satellites of GPS, GLONASS and BeiDou, the columns, PDOP, HDOP, VDOP; empty without a fix. */
  wholeColumns(): string {
    const columns = this.columns()
    if (columns === undefined) return ',,,,,,,,,,,,,,,'
    const used = usedOf(this.satellites)
    const count = (talker: string) =>
      String(used.filter((one) => one.talker === talker).length).padStart(2, '0')
    const { pdop, hdop, vdop } = dops
    return `3,${count('GP')},${count('GL')},${count('GB')},${columns},${pdop},${hdop},${vdop}`
  }
}
