import { bandNumber, bandOption, isLteBand, lteBandsTo } from './bands'
import type { RadioOption } from './item'
import { bitsOf, maskOf, type MaskText } from './mask'

/** Band n is bit n-1: what is chosen in such a mask. */
export const bandsIn = (mask: bigint): readonly string[] =>
  bitsOf(mask)
    .map((bit) => bit + 1)
    .filter(isLteBand)
    .map((number) => `B${number}`)

/** The bands there is room for, and those that are on. */
export function bandOptions({ mask, bits }: MaskText): readonly RadioOption[] {
  const on = bitsOf(mask).map((bit) => bit + 1)
  const all = new Set([...lteBandsTo(bits), ...on.filter(isLteBand)])
  return [...all].toSorted((a, b) => a - b).map((number) => bandOption(number))
}

/**
 * The mask with these bands and no others, written as it was read. Bits of no band are kept as long as none is taken away: they
 * belong to "all bands". Undefined: no band, or it does not fit.
 */
export function withBands(now: MaskText, chosen: readonly string[]): string | undefined {
  const wanted = maskOf(chosen.map((id) => bandNumber(id) - 1))
  if (wanted === 0n) return undefined
  const named = maskOf(bitsOf(now.mask).filter((bit) => isLteBand(bit + 1)))
  const taken = (named & ~wanted) !== 0n
  return now.write(taken ? wanted : wanted | now.mask)
}

/** Some bits with names; the others are left as they are. */
export interface NamedBits {
  readonly [id: string]: number
}
export const namedIn = (names: NamedBits, mask: bigint): readonly string[] =>
  Object.keys(names).filter((id) => (mask >> BigInt(names[id] ?? 0)) & 1n)

export function withNamed(
  names: NamedBits,
  now: MaskText,
  chosen: readonly string[],
): string | undefined {
  const known = maskOf(Object.values(names))
  const wanted = maskOf(chosen.map((id) => names[id]).filter((bit) => bit !== undefined))
  return now.write((now.mask & ~known) | wanted)
}
