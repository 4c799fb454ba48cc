/** A stretch of a text that must not be shown. */
export interface Span {
  readonly kind: string
  readonly start: number
  readonly end: number
  /** What the stretch says, when it is written in another form (UCS2 hex, semi-octets). */
  readonly value?: string
}

/**
 * The spans in order, none across another: of two that overlap the first found says what it is, and both are hidden.
 * `text`: what they are in, for the value of one that grew.
 */
export function disjoint(spans: readonly Span[], text: string): Span[] {
  if (spans.length < 2) return [...spans]
  const kept: Span[] = []
  for (const span of spans) {
    const place = kept.findIndex((other) => span.start < other.end && other.start < span.end)
    const other = kept[place]
    if (!other) kept.push(span)
    else if (span.start < other.start || span.end > other.end)
      kept[place] = joined(other, span, text)
  }
  // One that grew may reach another.
  const ordered = kept.sort((a, b) => a.start - b.start)
  const apart: Span[] = []
  for (const span of ordered) {
    const last = apart.at(-1)
    if (last && span.start < last.end) apart[apart.length - 1] = joined(last, span, text)
    else apart.push(span)
  }
  return apart
}

function joined(first: Span, second: Span, text: string): Span {
  const start = Math.min(first.start, second.start)
  const end = Math.max(first.end, second.end)
  const main = first.end - first.start >= (end - start) / 2 ? first : second
  return { kind: main.kind, start, end, value: main.value ?? text.slice(main.start, main.end) }
}

/** What a value was called when it was masked before (pseudonyms.ts). */
const ownName =
  /^(?:IMEI|IMSI|ICCID|EID|TMSI|KEY|NUMBER|NAME|MESSAGE|PASSWORD|PIN|TOKEN|PROOF|SERIAL|POSITION|ADDRESS|CELL|MAIL|USSD)-\d+$/
/** Kinds that are written in digits: letters in between hide some of them. In a password or a message they may be letters like others. */
const inDigits: ReadonlySet<string> = new Set([
  'imei',
  'imsi',
  'iccid',
  'eid',
  'tmsi',
  'serial',
  'number',
  'position',
  'address',
  'cell',
])

/** Values somebody masked before, and values that say nothing: empty, zeros. `0000` is a PIN, and a password, like any other. */
export function isPlaceholder(value: string, kind = 'imei'): boolean {
  if ((kind === 'pin' || kind === 'password') && /^0{4,8}$/.test(value)) return false
  const hidden = inDigits.has(kind) ? /[xX*•●]{3,}/ : /^(?:[xX]{3,}|[*•●]+)$/
  if (value.trim() === '' || hidden.test(value) || ownName.test(value)) return true
  // A message may be of any words.
  return kind !== 'message' && /^(?:[0:.]*|none|null|<.*>)$/i.test(value)
}
