import { concat } from '../bytes'

/** One part of a long message: which, how many, and what they have in common. `wide`: the reference has 16 bits. */
export interface Concatenation {
  readonly reference: number
  readonly wide: boolean
  readonly total: number
  readonly place: number
}

/** The user data header (23.040, 9.2.3.24). */
export interface Header {
  /** Its octets, the one of its length with them. */
  readonly size: number
  readonly concatenation?: Concatenation
  /** To a program and not to a person: where it goes (23.040, 9.2.3.24.3 and .4). */
  readonly port?: number
  /** National language tables (23.040, 9.2.3.24.15): the text is in none of the alphabets that are read here. */
  readonly national?: number
}

const CONCATENATED_8 = 0x00
const PORTS_8 = 0x04
const PORTS_16 = 0x05
const CONCATENATED_16 = 0x08
const SINGLE_SHIFT = 0x24
const LOCKING_SHIFT = 0x25

/** Undefined when it is longer than what is there, or its elements do not fill it. */
export function readHeader(userData: Uint8Array): Header | undefined {
  const size = (userData[0] ?? 0) + 1
  if (userData.length === 0 || size > userData.length) return undefined
  let header: Header = { size }
  let at = 1
  while (at < size) {
    const [id = 0, length = 0] = [userData[at], userData[at + 1]]
    if (at + 2 + length > size) return undefined
    header = { ...header, ...elementOf(id, userData.subarray(at + 2, at + 2 + length)) }
    at += 2 + length
  }
  return header
}

function elementOf(id: number, value: Uint8Array): Partial<Header> {
  const [a = 0, b = 0, c = 0, d = 0] = value
  switch (id) {
    case CONCATENATED_8:
      return value.length === 3 ? concatenated(a, false, b, c) : {}
    case CONCATENATED_16:
      return value.length === 4 ? concatenated((a << 8) | b, true, c, d) : {}
    case PORTS_8:
      return value.length === 2 ? { port: a } : {}
    case PORTS_16:
      return value.length === 4 ? { port: (a << 8) | b } : {}
    case SINGLE_SHIFT:
    case LOCKING_SHIFT:
      return a === 0 ? {} : { national: a }
    default:
      return {}
  }
}

/** A count or a place that cannot be is ignored (23.040, 9.2.3.24.1). */
function concatenated(
  reference: number,
  wide: boolean,
  total: number,
  place: number,
): Partial<Header> {
  const good = total > 0 && place > 0 && place <= total
  return good ? { concatenation: { reference, wide, total, place } } : {}
}

/** The header of one part: 6 octets, or 7 with a reference of 16 bits. */
export function concatenationHeader({ reference, wide, total, place }: Concatenation): Uint8Array {
  const element = wide
    ? [CONCATENATED_16, 4, reference >> 8, reference & 0xff, total, place]
    : [CONCATENATED_8, 3, reference & 0xff, total, place]
  return concat([Uint8Array.of(element.length), Uint8Array.from(element)])
}
