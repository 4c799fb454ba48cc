/** ECMA-262, 21.4.1.1: no date is further from 1970. A day less, for the clocks of other places. */
const furthestMs = 8.64e15 - 86_400_000

/** Whether a number of milliseconds can be told as a date: a damaged or crafted log may hold any. */
export function isMoment(ms: number): boolean {
  return Math.abs(ms) <= furthestMs
}
