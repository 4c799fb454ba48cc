import type { Pending } from '../at/pending'

export const mostOutstanding = 12
const graceLeastUs = 2_000_000
const graceMostUs = 15_000_000
/** Most questions are answered in less; a shorter silence is the end of the log. */
export const silenceUs = 3_000_000
/** So many commands in a row that nothing answers are no chance. */
export const fewUnheard = 3
/** What takes less is answered before anybody asks again. */
export const longMs = 10_000
/** Microseconds for a millisecond of the time-out, and a tenth more: nobody was kept waiting by less. */
export const lateFrom = 1100
/** OK is all that it answers, at once. */
export const setsShortly = ({ command, timeoutMs }: Pending) =>
  timeoutMs < longMs && /^AT[+*^%$#&][A-Z0-9]+=[^?]/i.test(command)

/** Long past the time in which a late answer may still come. */
export function isPast(entry: Pending, nowUs: number): boolean {
  const graceUs = Math.max(graceLeastUs, entry.timeoutMs * 500)
  const endsUs = entry.startedUs + entry.timeoutMs * 1000 + Math.min(graceUs, graceMostUs)
  return nowUs > endsUs
}
