import { semiOctets } from './address'

/** A moment as the service centre writes it: local time, and how far that is from UTC in quarters of an hour. */
export interface Moment {
  readonly atMs: number
  readonly quarters: number
}

/** A time stamp of the service centre: year to second and quarters of an hour, as semi-octets (23.040, 9.2.3.11). */
export function timestampOf(nowMs: number, quarters: number): Uint8Array {
  const local = new Date(nowMs + quarters * 15 * 60_000).toISOString()
  const octets = semiOctets(
    local.slice(2, 19).replace(/\D/g, '') + String(Math.abs(quarters)).padStart(2, '0'),
  )
  if (quarters < 0) octets[6] = (octets[6] ?? 0) | SIGN
  return octets
}

/** Bit 3 of the zone's octet is its sign (23.040, 9.2.3.11). */
const SIGN = 0x08

/** `26/11/28,10:05:00+36`. */
export function timestampText(timestamp: Uint8Array): string {
  const digits = [...timestamp].map((octet) => `${octet & 15}${octet >> 4}`)
  const [year, month, day, hour, minute, second] = digits
  const zone = timestamp[6] ?? 0
  const quarters = `${zone & SIGN ? '-' : '+'}${zone & 7}${zone >> 4}`
  return `${year}/${month}/${day},${hour}:${minute}:${second}${quarters}`
}

/** Undefined when it is no time, as with the zeros of a centre that has no clock. */
export function momentOf(timestamp: Uint8Array): Moment | undefined {
  return momentIn(timestampText(timestamp))
}

/** The same from text mode: `26/11/28,10:05:00+36` (27.005, 3.1: <scts>). */
export function momentIn(text: string): Moment | undefined {
  const found = /^(\d\d)\/(\d\d)\/(\d\d),(\d\d):(\d\d):(\d\d)([+-]\d\d)$/.exec(text)
  if (!found) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, quarters = 0] = found
    .slice(1)
    .map(Number)
  const local = Date.UTC(2000 + year, month - 1, day, hour, minute, second)
  // What rolls over (a 13th month, 31 February) was no date.
  const back = new Date(local).toISOString().slice(2, 19).replace(/\D/g, '')
  if (back !== text.slice(0, 17).replace(/\D/g, '') || Math.abs(quarters) > 79) return undefined
  return { atMs: local - quarters * 15 * 60_000, quarters }
}

/** `2026-11-28 10:05:00 +09:00`: as the centre's clock showed it. */
export function momentText({ atMs, quarters }: Moment): string {
  const local = new Date(atMs + quarters * 15 * 60_000).toISOString()
  const minutes = Math.abs(quarters) * 15
  const two = (value: number) => String(value).padStart(2, '0')
  const zone = `${quarters < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return `${local.slice(0, 10)} ${local.slice(11, 19)} ${zone}`
}
