/** Seconds of a unit of GPRS timer 3 (3GPP TS 24.008, 10.5.7.4a), by its three bits: the extended periodic TAU (T3412). */
const tauUnits = [600, 3600, 36_000, 2, 30, 60, 1_152_000]
/** Seconds of a unit of GPRS timer 2 (10.5.7.3): the active time (T3324). */
const activeUnits = [2, 60, 360]
/** A unit that is not defined counts minutes (10.5.7.3). */
const undefinedActiveUnit = 60

/** Eight bits of such a timer: `00100110`. */
const isTimer = (bits: string): boolean => /^[01]{8}$/.test(bits)
/** All ones in the unit: the timer is deactivated. */
export const isOff = (bits: string): boolean => isTimer(bits) && bits.startsWith('111')

function secondsOf(bits: string, unit: number | undefined): number | undefined {
  if (!isTimer(bits) || isOff(bits) || unit === undefined) return undefined
  return unit * parseInt(bits.slice(3), 2)
}
const unitIn = (bits: string): number => parseInt(bits.slice(0, 3), 2)
/** Seconds of T3412 extended; undefined: deactivated, or no such timer. */
export const tauSeconds = (bits: string): number | undefined =>
  secondsOf(bits, tauUnits[unitIn(bits)])
/** Seconds of T3324; undefined: deactivated, or no such timer. */
export const activeSeconds = (bits: string): number | undefined =>
  secondsOf(bits, activeUnits[unitIn(bits)] ?? undefinedActiveUnit)

/** The bits with the finest unit there is room for; undefined: no unit has exactly this. */
function bitsFor(seconds: number, units: readonly number[]): string | undefined {
  const fit = units
    .map((unit, code) => ({ unit, code, count: seconds / unit }))
    .filter(({ count }) => Number.isInteger(count) && count >= 0 && count <= 31)
    .toSorted((a, b) => a.unit - b.unit)[0]
  if (!fit) return undefined
  return fit.code.toString(2).padStart(3, '0') + fit.count.toString(2).padStart(5, '0')
}
export const tauBits = (seconds: number): string | undefined => bitsFor(seconds, tauUnits)
export const activeBits = (seconds: number): string | undefined => bitsFor(seconds, activeUnits)

/** The values of such a timer that are next to one it cannot have, smaller first. */
function nextTo(seconds: number, units: readonly number[]): readonly number[] {
  const all = units.flatMap((unit) => Array.from({ length: 32 }, (_, count) => unit * count))
  const below = Math.max(...all.filter((one) => one <= seconds), 0)
  const above = Math.min(...all.filter((one) => one >= seconds))
  return Number.isFinite(above) && above !== below ? [below, above] : [below]
}
export const tausNextTo = (seconds: number): readonly number[] => nextTo(seconds, tauUnits)
export const activeNextTo = (seconds: number): readonly number[] => nextTo(seconds, activeUnits)

/** Seconds of an eDRX cycle of LTE by its four bits (24.008, 10.5.5.32). */
const cycles = [
  5.12, 10.24, 20.48, 40.96, 61.44, 81.92, 102.4, 122.88, 143.36, 163.84, 327.68, 655.36, 1310.72,
  2621.44, 5242.88, 10_485.76,
]
export const cycleSeconds = (bits: string): number | undefined =>
  /^[01]{4}$/.test(bits) ? cycles[parseInt(bits, 2)] : undefined
/** The bits of every cycle, the shortest first. */
export const cycleBits: readonly string[] = cycles.map((_, code) =>
  code.toString(2).padStart(4, '0'),
)

/** `54 min`, `1 h`, `20.48 s`. */
export function durationText(seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600} h`
  if (seconds >= 60 && seconds % 60 === 0) return `${seconds / 60} min`
  return `${seconds} s`
}

/** Paging time window (24.008, 10.5.5.32): steps of 1.28 s with LTE, of 2.56 s with NB-IoT. Undefined: not four bits. */
export function windowSeconds(bits: string, act: number): number | undefined {
  if (!/^[01]{4}$/.test(bits)) return undefined
  return Math.round((parseInt(bits, 2) + 1) * (act === NB_IOT ? 2.56 : 1.28) * 100) / 100
}
const NB_IOT = 5
