import { fcs8 } from './fcs'

export const FLAG = 0xf9
/** The flag, the escape octet and the bit it turns over in the advanced option (5.2.7). */
export const ADVANCED_FLAG = 0x7e
export const ESCAPE = 0x7d
export const ESCAPED_BIT = 0x20
/** The P/F bit of the control octet. */
const PF = 0x10

const controlOctets = { SABM: 0x2f, UA: 0x63, DM: 0x0f, DISC: 0x43, UIH: 0xef, UI: 0x03 } as const

export type CmuxControl = keyof typeof controlOctets
export type Bit = 0 | 1

/**
 * How frames are told apart on the line (3GPP TS 27.010 5.2): `basic` by their length, `advanced` as HDLC does it, by flags
 * that occur nowhere else. Error recovery mode, the third one, is not spoken here.
 */
export type FrameOption = 'basic' | 'advanced'

export const flagOf = (option: FrameOption): number => (option === 'basic' ? FLAG : ADVANCED_FLAG)

/** What a frame says (3GPP TS 27.010 5.2). `info` is empty for SABM, UA, DM and DISC. */
export interface FrameContent {
  /** 0 is the control channel, 1..61 carry data. */
  readonly dlci: number
  /** The command/response bit as it travels; which value means command depends on the role (5.2.1.2). */
  readonly cr: Bit
  readonly control: CmuxControl
  readonly pf?: Bit
  readonly info?: Uint8Array
  /** Two length octets although one would do; legal, and kept so that a frame encodes as it came. */
  readonly wide?: boolean
}

/** A frame as it was received: everything of `FrameContent`, and the check octet that came with it. */
export interface CmuxFrame extends Required<FrameContent> {
  readonly fcs: number
}

const controlNames = new Map(
  Object.entries(controlOctets).map(([name, octet]) => [octet as number, name as CmuxControl]),
)

/** The kind of frame of a control octet, whatever its P/F bit; undefined for one that 27.010 does not know. */
export function controlOf(octet: number): CmuxControl | undefined {
  return controlNames.get(octet & ~PF)
}

/** UI protects its information as well; every other kind only address, control and length (5.2.1.6). */
export function coversInfo(control: CmuxControl): boolean {
  return control === 'UI'
}

function addressOf({ dlci, cr }: FrameContent): number {
  return (dlci << 2) | (cr << 1) | 1
}
function controlOctet({ control, pf }: FrameContent): number {
  return controlOctets[control] | (pf ? PF : 0)
}

/** Address, control and length octets. A long information field takes two length octets, the second without EA bit. */
function header(frame: FrameContent, length: number): number[] {
  const address = addressOf(frame)
  const control = controlOctet(frame)
  if (length <= 127 && !frame.wide) return [address, control, (length << 1) | 1]
  return [address, control, (length << 1) & 0xff, length >> 7]
}

const empty = new Uint8Array()

/** The octets of a frame, both flags included. Throws RangeError for a DLCI or a length that no frame can carry. */
export function encodeFrame(frame: FrameContent, option: FrameOption = 'basic'): Uint8Array {
  const info = frame.info ?? empty
  if (!Number.isInteger(frame.dlci) || frame.dlci < 0 || frame.dlci > 61)
    throw new RangeError(`DLCI ${frame.dlci} is outside 0..61; 62 and 63 are reserved`)
  if (info.length > 32767)
    throw new RangeError(`${info.length} octets do not fit a frame (at most 32767)`)
  return option === 'basic' ? basicFrame(frame, info) : advancedFrame(frame, info)
}

function basicFrame(frame: FrameContent, info: Uint8Array): Uint8Array {
  const head = header(frame, info.length)
  const bytes = new Uint8Array(head.length + info.length + 3)
  bytes[0] = FLAG
  bytes.set(head, 1)
  bytes.set(info, 1 + head.length)
  const covered = coversInfo(frame.control) ? bytes.length - 2 : 1 + head.length
  bytes[bytes.length - 2] = fcs8(bytes, 1, covered)
  bytes[bytes.length - 1] = FLAG
  return bytes
}

/**
 * Octets that are escaped: flag and escape themselves, and what flow control by characters would take for its own, which
 * Linux (n_gsm) does with the eighth bit set, too.
 */
function mustEscape(octet: number): boolean {
  const flow = octet & 0x7f
  return octet === ADVANCED_FLAG || octet === ESCAPE || flow === 0x11 || flow === 0x13
}

/** 5.2.7: no length octet, and no flag within; the check is made before the octets are escaped. */
function advancedFrame(frame: FrameContent, info: Uint8Array): Uint8Array {
  const plain = new Uint8Array(info.length + 3)
  plain[0] = addressOf(frame)
  plain[1] = controlOctet(frame)
  plain.set(info, 2)
  plain[plain.length - 1] = fcs8(plain, 0, coversInfo(frame.control) ? plain.length - 1 : 2)
  const bytes = new Uint8Array(2 * plain.length + 2)
  let at = 0
  bytes[at++] = ADVANCED_FLAG
  for (const octet of plain) {
    if (mustEscape(octet)) {
      bytes[at++] = ESCAPE
      bytes[at++] = octet ^ ESCAPED_BIT
    } else bytes[at++] = octet
  }
  bytes[at++] = ADVANCED_FLAG
  return bytes.subarray(0, at)
}
