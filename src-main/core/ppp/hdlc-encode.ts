import { fcs16 } from './fcs16'

export const flag = 0x7e
export const escapeOctet = 0x7d
const plus = 0x2b

export interface EncodeOptions {
  /** Transmit ACCM: bit n set means that the control octet n goes escaped. Default ffffffff. */
  accm?: number
  /** Leave out address and control (the peer asked for it and we agreed). */
  acfc?: boolean
  /** One-octet protocol where it fits (the peer asked for it and we agreed). */
  pfc?: boolean
  /** Escape `+` too, so that data never looks like the escape sequence `+++` to the modem. */
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
  const head = header(protocol, options)
  const body = new Uint8Array(head.length + info.length + 2)
  body.set(head)
  body.set(info, head.length)
  const fcs = fcs16(body.subarray(0, body.length - 2))
  body[body.length - 2] = fcs & 0xff
  body[body.length - 1] = fcs >> 8
  return frameOctets(body, options)
}

function frameOctets(body: Uint8Array, options: EncodeOptions): Uint8Array {
  const accm = options.accm ?? 0xffffffff
  const out = new Uint8Array(body.length * 2 + 2)
  let at = 0
  if (options.leadingFlag !== false) out[at++] = flag
  for (let i = 0; i < body.length; i++) {
    const octet = body[i] ?? 0
    const escaped =
      octet < 0x20
        ? ((accm >>> octet) & 1) === 1
        : octet === flag || octet === escapeOctet || (octet === plus && options.escapePlus === true)
    if (escaped) out[at++] = escapeOctet
    out[at++] = escaped ? octet ^ 0x20 : octet
  }
  out[at++] = flag
  return out.slice(0, at)
}
