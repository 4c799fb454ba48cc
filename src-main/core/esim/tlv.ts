import { concat } from '../bytes'

/** A data object in BER (ITU-T X.690, 8.1): its tag as it stands in the octets (`0xBF2D`), and what it holds. */
export interface Tlv {
  readonly tag: number
  readonly value: Uint8Array
}

/** The octets of one data object. */
export function tlv(tag: number, ...values: readonly Uint8Array[]): Uint8Array {
  const value = concat(values)
  return concat([Uint8Array.from(octetsOf(tag)), Uint8Array.from(lengthOf(value.length)), value])
}

/** The data objects that stand behind each other; undefined where a length or a tag does not fit in what there is. */
export function tlvsIn(octets: Uint8Array): readonly Tlv[] | undefined {
  const found: Tlv[] = []
  let at = 0
  while (at < octets.length) {
    const tag = tagAt(octets, at)
    const length = tag && lengthAt(octets, tag.end)
    if (!tag || !length || length.end + length.value > octets.length) return undefined
    found.push({ tag: tag.value, value: octets.subarray(length.end, length.end + length.value) })
    at = length.end + length.value
  }
  return found
}

/** What the first object with this tag holds. */
export function valueOf(objects: readonly Tlv[] | undefined, tag: number): Uint8Array | undefined {
  return objects?.find((one) => one.tag === tag)?.value
}

interface Read {
  readonly value: number
  readonly end: number
}

const mostTagOctets = 3
function tagAt(octets: Uint8Array, at: number): Read | undefined {
  let value = octets[at]
  if (value === undefined) return undefined
  let end = at + 1
  if ((value & 0x1f) !== 0x1f) return { value, end }
  for (;;) {
    const next = octets[end]
    end += 1
    if (next === undefined || end - at > mostTagOctets) return undefined
    value = value * 256 + next
    if (next < 0x80) return { value, end }
  }
}

const mostLengthOctets = 3
function lengthAt(octets: Uint8Array, at: number): Read | undefined {
  const first = octets[at]
  if (first === undefined) return undefined
  if (first < 0x80) return { value: first, end: at + 1 }
  const count = first & 0x7f
  if (count === 0 || count > mostLengthOctets || at + 1 + count > octets.length) return undefined
  const value = octets.subarray(at + 1, at + 1 + count).reduce((sum, one) => sum * 256 + one, 0)
  return { value, end: at + 1 + count }
}

function octetsOf(number: number): readonly number[] {
  return number < 0x100 ? [number] : [...octetsOf(Math.floor(number / 0x100)), number & 0xff]
}
function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length]
  const octets = octetsOf(length)
  return [0x80 | octets.length, ...octets]
}
