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

const empty = new Uint8Array()

/** Room for a frame on the line, both flags included: as much as it takes, or in the advanced option at most takes. */
export function roomFor(frame: FrameContent, option: FrameOption): number {
  const length = frame.info?.length ?? 0
  return option === 'basic' ? length + 7 : 2 * (length + 3) + 2
}

/** The octets of a frame, both flags included. Throws RangeError for a DLCI or a length that no frame can carry. */
export function encodeFrame(frame: FrameContent, option: FrameOption = 'basic'): Uint8Array {
  const out = new Uint8Array(roomFor(frame, option))
  return out.subarray(0, putFrame(out, 0, frame, option))
}

/** Writes the same octets where `roomFor` them is, so that frames that travel together are put together at once. Returns where they end. */
export function putFrame(
  out: Uint8Array,
  at: number,
  frame: FrameContent,
  option: FrameOption,
): number {
  const info = frame.info ?? empty
  if (!Number.isInteger(frame.dlci) || frame.dlci < 0 || frame.dlci > 61)
    throw new RangeError(`DLCI ${frame.dlci} is outside 0..61; 62 and 63 are reserved`)
  if (info.length > 32767)
    throw new RangeError(`${info.length} octets do not fit a frame (at most 32767)`)
  return option === 'basic' ? putBasic(out, at, frame, info) : putAdvanced(out, at, frame, info)
}

function putBasic(out: Uint8Array, start: number, frame: FrameContent, info: Uint8Array): number {
  const { length } = info
  let at = start
  out[at++] = FLAG
  out[at++] = addressOf(frame)
  out[at++] = controlOctet(frame)
  // A long information field takes two length octets, the second without EA bit.
  if (length <= 127 && !frame.wide) out[at++] = (length << 1) | 1
  else {
    out[at++] = (length << 1) & 0xff
    out[at++] = length >> 7
  }
  out.set(info, at)
  const covered = coversInfo(frame.control) ? at + length : at
  at += length
  out[at++] = fcs8(out, start + 1, covered)
  out[at++] = FLAG
  return at
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
function putAdvanced(
  out: Uint8Array,
  start: number,
  frame: FrameContent,
  info: Uint8Array,
): number {
  const plain = new Uint8Array(info.length + 3)
  plain[0] = addressOf(frame)
  plain[1] = controlOctet(frame)
  plain.set(info, 2)
  plain[plain.length - 1] = fcs8(plain, 0, coversInfo(frame.control) ? plain.length - 1 : 2)
  let at = start
  out[at++] = ADVANCED_FLAG
  for (const octet of plain) {
    if (mustEscape(octet)) {
      out[at++] = ESCAPE
      out[at++] = octet ^ ESCAPED_BIT
    } else out[at++] = octet
  }
  out[at++] = ADVANCED_FLAG
  return at
}
