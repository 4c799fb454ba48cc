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

/** What a frame says beside its information (3GPP TS 27.010 5.2). */
export interface FrameHead {
  /** 0 is the control channel, 1..61 carry data. */
  readonly dlci: number
  /** The command/response bit as it travels; which value means command depends on the role (5.2.1.2). */
  readonly cr: Bit
  readonly control: CmuxControl
  readonly pf?: Bit
  /** Two length octets although one would do; legal, and kept so that a frame encodes as it came. */
  readonly wide?: boolean
}

/** All that a frame says. `info` is empty for SABM, UA, DM and DISC. */
export interface FrameContent extends FrameHead {
  readonly info?: Uint8Array
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

function addressOf({ dlci, cr }: FrameHead): number {
  return (dlci << 2) | (cr << 1) | 1
}
function controlOctet({ control, pf }: FrameHead): number {
  return controlOctets[control] | (pf ? PF : 0)
}

/** The information of a frame as pieces. */
export const infoOf = ({ info }: FrameContent): readonly Uint8Array[] => (info ? [info] : [])

const lengthOf = (pieces: readonly Uint8Array[]) =>
  pieces.reduce((sum, { length }) => sum + length, 0)

/** Room for a frame on the line, both flags included: as much as it takes at most, or in the advanced option may take. */
export function roomFor(info: readonly Uint8Array[], option: FrameOption): number {
  const length = lengthOf(info)
  return option === 'basic' ? length + 7 : 2 * (length + 3) + 2
}

/** The octets of a frame, both flags included. Throws RangeError for a DLCI or a length that no frame can carry. */
export function encodeFrame(frame: FrameContent, option: FrameOption = 'basic'): Uint8Array {
  const info = infoOf(frame)
  const out = new Uint8Array(roomFor(info, option))
  return out.subarray(0, putFrame(out, 0, frame, info, option))
}

/**
 * Writes the same octets where there is `roomFor` them, so that frames that travel together, and the pieces of one, are put together at
 * once. Returns where they end.
 */
export function putFrame(
  out: Uint8Array,
  at: number,
  frame: FrameHead,
  info: readonly Uint8Array[],
  option: FrameOption,
): number {
  const length = lengthOf(info)
  if (!Number.isInteger(frame.dlci) || frame.dlci < 0 || frame.dlci > 61)
    throw new RangeError(`DLCI ${frame.dlci} is outside 0..61; 62 and 63 are reserved`)
  if (length > 32767) throw new RangeError(`${length} octets do not fit a frame (at most 32767)`)
  return option === 'basic'
    ? putBasic(out, at, frame, info, length)
    : putAdvanced(out, at, frame, info, length)
}

function putPieces(out: Uint8Array, at: number, pieces: readonly Uint8Array[]): void {
  for (const piece of pieces) {
    out.set(piece, at)
    at += piece.length
  }
}

function putBasic(
  out: Uint8Array,
  start: number,
  frame: FrameHead,
  info: readonly Uint8Array[],
  length: number,
): number {
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
  putPieces(out, at, info)
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
  frame: FrameHead,
  info: readonly Uint8Array[],
  length: number,
): number {
  const plain = new Uint8Array(length + 3)
  plain[0] = addressOf(frame)
  plain[1] = controlOctet(frame)
  putPieces(plain, 2, info)
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
