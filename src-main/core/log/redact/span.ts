/** A stretch of a text that must not be shown. */
export interface Span {
  readonly kind: string
  readonly start: number
  readonly end: number
  /** What the stretch says, when it is written in another form (UCS2 hex, semi-octets). */
  readonly value?: string
}

/** The spans in order, none inside or across another: the first found wins. */
export function disjoint(spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans]
  const kept: Span[] = []
  for (const span of spans)
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span)
  return kept.sort((a, b) => a.start - b.start)
}

/** Values somebody masked before, and values that say nothing: empty, zeros. */
export function isPlaceholder(value: string): boolean {
  return (
    value.trim() === '' ||
    /[xX*•●]{3,}/.test(value) ||
    /^[A-Z]+-\d+$/.test(value) ||
    /^[0:.]*$/.test(value) ||
    /^(none|null|<.*>)$/i.test(value)
  )
}
