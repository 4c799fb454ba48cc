import { isIccid, isImei, isReported, startsWithCountry } from './digits'
import type { Span } from './span'
import { matches } from './matches'

/** Digits in groups, as labels and forms print them: `35-345678-901234-8`, `440 10 3456789012`. */
const groups = /(?<![\d.:+-]|\d[ ])\d{1,8}(?:[ -]\d{1,12}){2,8}(?![\d.:]|[ -]\d)/g

/** In prose its name stands some words before a number. */
const farthestName = 160

/** Identities whose digits stand in groups; the value is the digits alone, so that it has the name of the ungrouped one. */
export function groupedIdentities(text: string): Span[] {
  const spans: Span[] = []
  for (const { 0: written, index } of matches(groups, text)) {
    const digits = written.replace(/\D/g, '')
    const kind = kindOf(digits, written, text.slice(Math.max(0, index - farthestName), index))
    if (kind) spans.push({ kind, start: index, end: index + written.length, value: digits })
  }
  return spans
}

function kindOf(digits: string, written: string, before: string): string | undefined {
  const { length } = digits
  const near = before.slice(-24)
  if (length === 32 && digits.startsWith('89')) return 'eid'
  if (length >= 14 && length <= 17 && /imei|\bsn\b/i.test(near)) return 'imei'
  if (length >= 14 && length <= 15 && /imsi/i.test(near)) return 'imsi'
  if (length >= 18 && length <= 20 && /ccid|card|sim/i.test(near)) return 'iccid'
  if (isImei(digits)) return 'imei'
  if (isIccid(digits)) return 'iccid'
  // With a wrong check digit: better masked than shown where it is named far before.
  if (length >= 15 && length <= 16 && isReported(digits) && /imei/i.test(before)) return 'imei'
  // Country, network, subscriber (3GPP TS 23.003, 2.2).
  const parted = /^\d{3}[ -]\d{2,3}[ -]\d{9,10}$/.test(written)
  return length === 15 && parted && startsWithCountry(digits) ? 'imsi' : undefined
}
