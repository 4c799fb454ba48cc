import { Slab } from '../slab'
import { initialFcs, runFcs } from './fcs16'

export const flag = 0x7e
export const escapeOctet = 0x7d
const plus = 0x2b
const escapedPlus = plus ^ 0x20

export interface EncodeOptions {
  /** Transmit ACCM: bit n set means that the control octet n goes escaped. Default ffffffff. */
  accm?: number
  /** Leave out address and control (the peer asked for it and we agreed). */
  acfc?: boolean
  /** One-octet protocol where it fits (the peer asked for it and we agreed). */
  pfc?: boolean
  /**
   * Escape `+` too, so that data never looks like the escape sequence `+++` to the modem. It goes as 7D 0B, which a receiver
   * whose map holds 0Bh takes for line noise (RFC 1662 4.2): with such an `accm`, as in all of LCP, `+` goes as it is.
   */
  escapePlus?: boolean
  /** Start with a flag; false shares the closing flag of the frame before. Default true. */
  leadingFlag?: boolean
}

/** Header octets of a frame: address and control, then the protocol (RFC 1661 section 2, RFC 1662 section 3.1). */
function header(protocol: number, options: EncodeOptions): number[] {
  const short = options.pfc === true && protocol < 0x100 && (protocol & 1) === 1
  return [
    ...(options.acfc ? [] : [0xff, 0x03]),
    ...(short ? [protocol] : [protocol >> 8, protocol & 0xff]),
  ]
}

/** One PPP frame as it goes on the line, flags included. */
export function encodeFrame(
  protocol: number,
  info: Uint8Array,
  options: EncodeOptions = {},
): Uint8Array {
  const head = Uint8Array.from(header(protocol, options))
  const escapes = escapesFor(options.accm ?? 0xffffffff, options.escapePlus === true)
  const fcs = runFcs(runFcs(initialFcs, head), info) ^ 0xffff
  const out = slab.room(2 * (head.length + info.length + 2) + 2)
  let at = 0
  if (options.leadingFlag !== false) out[at++] = flag
  at = put(out, at, head, escapes)
  at = put(out, at, info, escapes)
  at = put(out, at, Uint8Array.of(fcs & 0xff, fcs >> 8), escapes)
  out[at++] = flag
  return slab.keep(at)
}

/** Writes octets with their escapes; every octet of a link goes through here. */
function put(out: Uint8Array, start: number, bytes: Uint8Array, escapes: Uint8Array): number {
  let at = start
  for (let i = 0; i < bytes.length; i++) {
    const octet = bytes[i] ?? 0
    if (escapes[octet] === 0) out[at++] = octet
    else {
      out[at++] = escapeOctet
      out[at++] = octet ^ 0x20
    }
  }
  return at
}

const slab = new Slab()

let known: { accm: number; plus: boolean; escapes: Uint8Array } | undefined

/** 1 for each octet that goes escaped. */
function escapesFor(accm: number, plusToo: boolean): Uint8Array {
  if (known?.accm === accm && known.plus === plusToo) return known.escapes
  const plusArrives = ((accm >>> escapedPlus) & 1) === 0
  const escapes = Uint8Array.from({ length: 256 }, (_, octet) => {
    if (octet < 0x20) return (accm >>> octet) & 1
    const always = octet === flag || octet === escapeOctet
    return always || (octet === plus && plusToo && plusArrives) ? 1 : 0
  })
  known = { accm, plus: plusToo, escapes }
  return escapes
}
