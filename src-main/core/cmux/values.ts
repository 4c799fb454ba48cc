import { dlciOctet } from './message'

/** The signals of the V.24 octet (3GPP TS 27.010 5.4.6.3.7), as their sender means them. */
export interface V24 {
  /** The sender cannot take more on this channel. */
  fc: boolean
  /** Ready to communicate: DTR from us, DSR from the modem. */
  rtc: boolean
  /** Ready to receive: RTS from us, CTS from the modem. */
  rtr: boolean
  /** Incoming call: RI. */
  ic: boolean
  /** Data valid: DCD. */
  dv: boolean
}

export interface ModemStatus {
  readonly dlci: number
  readonly signals: V24
  /** A break of this many milliseconds, 0 when the octet is there and says none; absent without the octet. */
  readonly breakMs?: number
}

export const quiet: V24 = { fc: false, rtc: false, rtr: false, ic: false, dv: false }
export const ready: V24 = { ...quiet, rtc: true, rtr: true }

export function readStatus(value: Uint8Array): ModemStatus | undefined {
  const [address, octet, breakOctet] = value
  if (address === undefined || octet === undefined) return undefined
  const signals = {
    fc: (octet & 0x02) !== 0,
    rtc: (octet & 0x04) !== 0,
    rtr: (octet & 0x08) !== 0,
    ic: (octet & 0x40) !== 0,
    dv: (octet & 0x80) !== 0,
  }
  const status = { dlci: address >> 2, signals }
  if (breakOctet === undefined) return status
  return { ...status, breakMs: breakOctet & 2 ? (breakOctet >> 4) * 200 : 0 }
}

export function buildStatus(dlci: number, signals: V24): Uint8Array {
  const { fc, rtc, rtr, ic, dv } = signals
  const octet =
    1 | (fc ? 0x02 : 0) | (rtc ? 0x04 : 0) | (rtr ? 0x08 : 0) | (ic ? 0x40 : 0) | (dv ? 0x80 : 0)
  return Uint8Array.of(dlciOctet(dlci), octet)
}

/** Parameter negotiation (5.4.6.3.1). */
export interface Negotiation {
  readonly dlci: number
  /** 0 UIH, 1 UI, 2 I frames. */
  readonly frameType: number
  /** Convergence layer, type 1 to 4. */
  readonly convergence: number
  readonly priority: number
  /** Acknowledgement timer in ms, a multiple of 10. */
  readonly t1Ms: number
  /** Longest information field of a frame, octets. */
  readonly maxInfo: number
  readonly n2: number
  readonly window: number
}

export function readNegotiation(value: Uint8Array): Negotiation | undefined {
  const [dlci, kind, priority, t1, low, high, n2, window] = value
  if (dlci === undefined || kind === undefined || priority === undefined || t1 === undefined)
    return undefined
  if (low === undefined || high === undefined || n2 === undefined || window === undefined)
    return undefined
  return {
    dlci: dlci & 0x3f,
    frameType: kind & 0x0f,
    convergence: (kind >> 4) + 1,
    priority: priority & 0x3f,
    t1Ms: t1 * 10,
    maxInfo: low | (high << 8),
    n2,
    window: window & 7,
  }
}

export function buildNegotiation(about: Negotiation): Uint8Array {
  return Uint8Array.of(
    about.dlci & 0x3f,
    ((about.convergence - 1) << 4) | about.frameType,
    about.priority & 0x3f,
    Math.min(255, Math.round(about.t1Ms / 10)),
    about.maxInfo & 0xff,
    about.maxInfo >> 8,
    about.n2,
    about.window & 7,
  )
}

/** Speeds of RPN by their number (5.4.6.3.9, table 9). */
export const rpnSpeeds = [2400, 4800, 7200, 9600, 19200, 38400, 57600, 115200, 230400, 460800]
const parities = ['o', 'e', 'm', 's'] as const

export interface PortParameters {
  readonly dlci: number
  /** Absent in a query. */
  readonly baudRate?: number
  /** `8n1`, `7e2`, …; absent in a query. */
  readonly line?: string
  readonly flow?: number
  readonly xon?: number
  readonly xoff?: number
  readonly mask?: number
}

export function readPortParameters(value: Uint8Array): PortParameters | undefined {
  const [address, speed, line, flow, xon, xoff, low, high] = value
  if (address === undefined) return undefined
  const dlci = address >> 2
  if (speed === undefined || line === undefined) return { dlci }
  const baudRate = rpnSpeeds[speed]
  return {
    dlci,
    ...(baudRate === undefined ? {} : { baudRate }),
    line: lineWords(line),
    ...(flow === undefined ? {} : { flow: flow & 0x3f }),
    ...(xon === undefined ? {} : { xon }),
    ...(xoff === undefined ? {} : { xoff }),
    ...(low === undefined || high === undefined ? {} : { mask: low | (high << 8) }),
  }
}

function lineWords(octet: number): string {
  const parity = octet & 8 ? (parities[(octet >> 4) & 3] ?? 'n') : 'n'
  return `${5 + (octet & 3)}${parity}${octet & 4 ? 2 : 1}`
}

/** What a virtual port answers when asked for its parameters: 115200 8n1, no flow control of its own. */
export function defaultPortParameters(dlci: number): Uint8Array {
  return Uint8Array.of(dlciOctet(dlci), 7, 3, 0, 0x11, 0x13, 0, 0)
}

export type LineError = 'overrun' | 'parity' | 'framing'

/** Remote line status (5.4.6.3.10). */
export function readLineStatus(
  value: Uint8Array,
): { dlci: number; errors: LineError[] } | undefined {
  const [address, octet] = value
  if (address === undefined || octet === undefined) return undefined
  const errors: LineError[] = []
  if (octet & 1) {
    if (octet & 2) errors.push('overrun')
    if (octet & 4) errors.push('parity')
    if (octet & 8) errors.push('framing')
  }
  return { dlci: address >> 2, errors }
}
