import type { GnssPosition } from '@core/gnss/position'
import { isoOf } from '@core/gnss/position'
import { trackMetres, type TrackPoint } from '@core/gnss/track'

/** A day at one a second. */
const mostPoints = 86_400

/** The positions of a slot, one a moment. Past a day the oldest go. */
export class TrackLog {
  readonly points: TrackPoint[] = []
  #metres = { of: 0, value: 0 }

  /** The same moment again, as two sentences tell it, is one point: the later of them. An earlier one comes late, and is left out. */
  add({ latitude, longitude, altitudeM, hdop, utc }: GnssPosition, nowMs: number): void {
    const at = utc ?? isoOf(Math.floor(nowMs / 1000) * 1000) ?? ''
    const point = { latitude, longitude, altitudeM, hdop, utc: at }
    const last = this.points.at(-1)?.utc ?? ''
    if (at < last) return
    if (at === last) this.points.pop()
    this.points.push(point)
    if (this.points.length > mostPoints) this.points.shift()
  }
  get metres(): number {
    if (this.#metres.of !== this.points.length)
      this.#metres = { of: this.points.length, value: trackMetres(this.points) }
    return this.#metres.value
  }
  clear(): void {
    this.points.length = 0
  }
}
