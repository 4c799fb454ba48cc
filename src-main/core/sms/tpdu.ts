import { concat } from '../bytes'
import type { Words } from '../words'
import { addressField, numberOf } from './address'
import type { PhoneNumber } from './address'
import { codingOf } from './coding'
import { FieldReader } from './field-reader'
import { readHeader } from './header'
import { badHeader, tooLong, tooManyDigits } from './words'

/** A message as it stands in a TPDU (3GPP TS 23.040, 9.2.2). `length` counts septets with `gsm`, otherwise octets. */
export interface Tpdu {
  readonly kind: 'deliver' | 'submit'
  readonly firstOctet: number
  readonly reference: number
  readonly number: PhoneNumber
  readonly protocol: number
  readonly dataCoding: number
  /** Of a submit: one or seven octets, or none. */
  readonly validity: Uint8Array
  /** Of a deliver: seven octets. */
  readonly timestamp: Uint8Array
  readonly length: number
  readonly userData: Uint8Array
}

/** SMS-STATUS-REPORT: what became of a message that was sent (23.040, 9.2.2.3). */
export interface StatusReport {
  readonly kind: 'report'
  readonly firstOctet: number
  readonly reference: number
  readonly number: PhoneNumber
  /** When the centre had the message, and when this came of it. */
  readonly timestamp: Uint8Array
  readonly discharge: Uint8Array
  readonly status: number
}

/** What is no TPDU: what was seen. */
export interface Damaged {
  readonly kind: 'damaged'
  readonly said: Words
}

export const HAS_HEADER = 0x40
export const WANTS_REPORT = 0x20
/** TP-VPF: none, enhanced, relative, absolute (23.040, 9.2.3.3). */
const VALIDITY_LENGTHS = [0, 7, 1, 7]
export const MOST_OCTETS = 140
export const MOST_SEPTETS = 160
const MOST_DIGITS = 20

export type Parsed = Tpdu | StatusReport | Damaged

/** Reads a message or a report. A type that is reserved is a deliver, as a receiver shall take it (23.040, 9.2.3.1). */
export function parseTpdu(octets: Uint8Array): Parsed {
  const reader = new FieldReader(octets)
  const firstOctet = reader.octet('first')
  const parsed =
    (firstOctet & 3) === 2 ? reportIn(reader, firstOctet) : messageIn(reader, firstOctet)
  return reader.damage ? { kind: 'damaged', said: reader.damage } : parsed
}

/** Undefined when it is no SMS-SUBMIT or SMS-DELIVER, too short, or too long. */
export function readTpdu(octets: Uint8Array): Tpdu | undefined {
  const parsed = (octets[0] ?? 3) & 2 ? undefined : parseTpdu(octets)
  return parsed?.kind === 'deliver' || parsed?.kind === 'submit' ? parsed : undefined
}

function numberIn(reader: FieldReader): PhoneNumber {
  const semis = reader.octet('number')
  if (semis > MOST_DIGITS) reader.refuse(tooManyDigits(semis))
  const type = reader.octet('number')
  return numberOf(type, reader.take(Math.ceil(semis / 2), 'number'), semis)
}

function messageIn(reader: FieldReader, firstOctet: number): Tpdu {
  const kind = (firstOctet & 3) === 1 ? 'submit' : 'deliver'
  const reference = kind === 'submit' ? reader.octet('reference') : 0
  const number = numberIn(reader)
  const protocol = reader.octet('protocol')
  const dataCoding = reader.octet('coding')
  const format = (firstOctet >> 3) & 3
  const validity = reader.take(kind === 'submit' ? (VALIDITY_LENGTHS[format] ?? 0) : 0, 'validity')
  const timestamp = reader.take(kind === 'deliver' ? 7 : 0, 'time')
  const length = reader.octet('length')
  const gsm = codingOf(dataCoding) === 'gsm'
  if (length > (gsm ? MOST_SEPTETS : MOST_OCTETS)) reader.refuse(tooLong(length, gsm))
  const userData = reader.take(gsm ? Math.ceil((length * 7) / 8) : length, 'text')
  reader.end()
  if ((firstOctet & HAS_HEADER) !== 0 && !readHeader(userData)) reader.refuse(badHeader)
  const parts = { kind, firstOctet, reference, number, protocol, dataCoding } as const
  return { ...parts, validity, timestamp, length, userData }
}

/** What may follow the status (TP-PI and what it announces) tells nothing that is needed. */
function reportIn(reader: FieldReader, firstOctet: number): StatusReport {
  const reference = reader.octet('reference')
  const number = numberIn(reader)
  const timestamp = reader.take(7, 'time')
  const discharge = reader.take(7, 'time')
  const status = reader.octet('status')
  return { kind: 'report', firstOctet, reference, number, timestamp, discharge, status }
}

export function tpduOctets(tpdu: Tpdu): Uint8Array {
  const { kind, firstOctet, reference, protocol, dataCoding } = tpdu
  return concat([
    kind === 'submit' ? Uint8Array.of(firstOctet, reference) : Uint8Array.of(firstOctet),
    addressField(tpdu.number),
    Uint8Array.of(protocol, dataCoding),
    kind === 'submit' ? tpdu.validity : tpdu.timestamp,
    Uint8Array.of(tpdu.length),
    tpdu.userData,
  ])
}

/** SMS-STATUS-REPORT as the network writes it (23.040, 9.2.2.3). */
export function reportOctets(report: Omit<StatusReport, 'kind'>): Uint8Array {
  return concat([
    Uint8Array.of(report.firstOctet, report.reference),
    addressField(report.number),
    report.timestamp,
    report.discharge,
    Uint8Array.of(report.status),
  ])
}
