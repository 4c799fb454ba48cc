/** What part of time the charts show. Live: the right edge is now. */
export interface TimeRange {
  readonly live: boolean
  readonly spanMs: number
  /** The right edge while it is not live. */
  readonly toMs: number
}

export const shortestMs = 60_000
export const longestMs = 24 * 3_600_000

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

export function edges(range: TimeRange, nowMs: number): { fromMs: number; toMs: number } {
  const toMs = range.live ? nowMs : range.toMs
  return { fromMs: toMs - range.spanMs, toMs }
}

/** A range that somebody chose by its edges. One that reaches the present follows it. */
export function rangeOf(fromMs: number, toMs: number, nowMs: number): TimeRange {
  const spanMs = clamp(toMs - fromMs, shortestMs, longestMs)
  return { live: toMs >= nowMs - spanMs * 0.02, spanMs, toMs: Math.min(toMs, nowMs) }
}

/** Moves by a part of the span: -0.25 is a quarter into the past. */
export function moved(range: TimeRange, part: number, nowMs: number): TimeRange {
  const { fromMs, toMs } = edges(range, nowMs)
  const by = range.spanMs * part
  return rangeOf(fromMs + by, toMs + by, nowMs)
}

/** Shows less (factor below 1) or more time around the middle; live keeps its right edge. */
export function zoomed(range: TimeRange, factor: number, nowMs: number): TimeRange {
  const spanMs = clamp(range.spanMs * factor, shortestMs, longestMs)
  if (range.live) return { ...range, spanMs }
  const { fromMs, toMs } = edges(range, nowMs)
  const middle = (fromMs + toMs) / 2
  return rangeOf(middle - spanMs / 2, middle + spanMs / 2, nowMs)
}

const steps = [10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14_400, 21_600].map((s) => s * 1000)

/** Marks at whole seconds, minutes or hours, so that they move with the lines instead of through them. */
export function wholeSteps(fromMs: number, toMs: number, most: number): readonly number[] {
  const stepMs = steps.find((step) => (toMs - fromMs) / step <= most) ?? longestMs / 4
  // Whole hours of the reader's clock, not of UTC.
  const offsetMs = new Date(toMs).getTimezoneOffset() * 60_000
  const first = Math.ceil((fromMs - offsetMs) / stepMs) * stepMs + offsetMs
  const count = Math.max(0, Math.floor((toMs - first) / stepMs) + 1)
  return Array.from({ length: count }, (_, n) => first + n * stepMs)
}
