import { framingParts, type Framing } from '@core/ports/framing'

/** What is said within Telnet's COM-PORT-OPTION (RFC 2217, section 3). The server answers each with its code and 100. */
export const comPort = {
  signature: 0,
  baudRate: 1,
  dataSize: 2,
  parity: 3,
  stopSize: 4,
  control: 5,
  lineState: 6,
  modemState: 7,
  suspend: 8,
  resume: 9,
  lineStateMask: 10,
  modemStateMask: 11,
  purge: 12,
} as const

export const fromServer = 100

/** Values of SET-CONTROL. */
export const control = {
  askFlow: 0,
  flowNone: 1,
  flowHardware: 3,
  askBreak: 4,
  breakOn: 5,
  breakOff: 6,
  askDtr: 7,
  dtrOn: 8,
  dtrOff: 9,
  askRts: 10,
  rtsOn: 11,
  rtsOff: 12,
} as const

/** What this program answers to SIGNATURE (RFC 2217, section 3): who it is, and whether the one who asks writes. */
export const signatures = { writes: 'modem-bench', readsAlong: 'modem-bench, read along' } as const

/** Values of SET-PARITY and SET-STOPSIZE; those of SET-DATASIZE are the bits themselves, and 0 asks. */
const parityCodes = { none: 1, odd: 2, even: 3 } as const
const letters = { 1: 'N', 2: 'O', 3: 'E' } as const

/** What SET-DATASIZE, SET-PARITY and SET-STOPSIZE carry for a framing. */
export function framingCodes(framing: Framing): { bits: number; parity: number; stop: number } {
  const { dataBits, parity, stopBits } = framingParts(framing)
  return { bits: dataBits, parity: parityCodes[parity], stop: stopBits }
}

/** The framing of three such values, as far as it can be said: mark and space parity and 1.5 stop bits show as they are. */
export function framingText(bits = 0, parity = 0, stop = 0): string {
  const letter = parity === 1 || parity === 2 || parity === 3 ? letters[parity] : `(${parity})`
  return `${bits}${letter}${stop === 3 ? '1.5' : stop}`
}

/** The upper half of NOTIFY-MODEMSTATE; the lower half tells what changed. */
export const modemState = { cts: 0x10, dsr: 0x20, ri: 0x40, dcd: 0x80 } as const

/** A number of four octets, the highest first. */
export function fourOctets(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

export function numberOf(bytes: Uint8Array): number {
  return bytes.reduce((sum, octet) => sum * 256 + octet, 0)
}
