import { fcs8 } from './fcs'

export const FLAG = 0xf9
/** The P/F bit of the control octet. */
const PF = 0x10

const controlOctets = { SABM: 0x2f, UA: 0x63, DM: 0x0f, DISC: 0x43, UIH: 0xef, UI: 0x03 } as const

export type CmuxControl = keyof typeof controlOctets
export type Bit = 0 | 1

/** What a frame of the basic option says (3GPP TS 27.010 5.2). `info` is empty for SABM, UA, DM and DISC. */
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

/** Address, control and length octets. A long information field takes two length octets, the second without EA bit. */
function header(frame: FrameContent, length: number): number[] {
  const address = (frame.dlci << 2) | (frame.cr << 1) | 1
  const control = controlOctets[frame.control] | (frame.pf ? PF : 0)
  if (length <= 127 && !frame.wide) return [address, control, (length << 1) | 1]
  return [address, control, (length << 1) & 0xff, length >> 7]
}

const empty = new Uint8Array()

/** The octets of a frame, both flags included. Throws RangeError for a DLCI or a length that no frame can carry. */
export function encodeFrame(frame: FrameContent): Uint8Array {
  const info = frame.info ?? empty
  if (!Number.isInteger(frame.dlci) || frame.dlci < 0 || frame.dlci > 61)
    throw new RangeError(`DLCI ${frame.dlci} is outside 0..61; 62 and 63 are reserved`)
  if (info.length > 32767)
    throw new RangeError(`${info.length} octets do not fit a frame (at most 32767)`)
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
