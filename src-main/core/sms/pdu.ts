import { concat, fromHex, hexOf } from '../bytes'
import { isPhoneNumber, numberOf, serviceCentreField } from './address'
import type { PhoneNumber } from './address'
import { FieldReader } from './field-reader'
import { messagesOf } from './body'
import { parseTpdu, tpduOctets, WANTS_REPORT, type Parsed } from './tpdu'
import { notHex, wrongLength } from './words'

/** A line of PDU mode: the service centre, then the TPDU (3GPP TS 27.005, 3.1: <pdu>). */
export interface Pdu {
  readonly serviceCentre: PhoneNumber
  readonly parsed: Parsed
}

/** Reads a line of hex; `length` is what the modem has announced for the TPDU. */
export function readPdu(hex: string, length?: number): Pdu {
  const octets = fromHex(hex)
  if (!octets || octets.length === 0)
    return { serviceCentre: '', parsed: { kind: 'damaged', said: notHex } }
  const reader = new FieldReader(octets)
  const size = reader.octet('centre')
  const centre = reader.take(size, 'centre')
  const tpdu = octets.slice(1 + size)
  if (reader.damage) return { serviceCentre: '', parsed: { kind: 'damaged', said: reader.damage } }
  const serviceCentre = size > 0 ? numberOf(centre[0] ?? 0, centre.subarray(1)) : ''
  if (length !== undefined && length !== tpdu.length)
    return {
      serviceCentre,
      parsed: { kind: 'damaged', said: wrongLength(length, tpdu.length) },
    }
  return { serviceCentre, parsed: parseTpdu(tpdu) }
}

/** A TPDU as AT+CMGS takes it. */
export interface Submit {
  /** `AT+CMGS=` this many octets. */
  readonly length: number
  /** With the service centre in front; 00 is the one of the card. */
  readonly hex: string
}

const submitOf = (tpdu: Uint8Array): Submit => ({
  length: tpdu.length,
  hex: hexOf(concat([serviceCentreField(''), tpdu])).toUpperCase(),
})

/** TP-MTI 1 with TP-VPF 2, and a validity of 24 h: what AT+CSMP starts with (27.005, 3.3.3). */
const SUBMIT = 0x11
const ONE_DAY = 167

/** A text for somebody, as the TPDUs that carry it. `reference` is shared by the parts of a long one. */
export function submitsOf(
  number: PhoneNumber,
  text: string,
  { report, reference }: { readonly report: boolean; readonly reference: number },
): readonly Submit[] {
  return messagesOf(text, reference).map(({ firstOctet, ...body }) =>
    submitOf(
      tpduOctets({
        kind: 'submit',
        firstOctet: SUBMIT | firstOctet | (report ? WANTS_REPORT : 0),
        reference: 0,
        number,
        protocol: 0,
        validity: Uint8Array.of(ONE_DAY),
        timestamp: new Uint8Array(0),
        ...body,
      }),
    ),
  )
}

/** A PDU that a person gives, as AT+CMGS takes it; undefined where it is no SMS-SUBMIT to a number: see `readPdu`. */
export function submitFrom(hex: string): Submit | undefined {
  const { parsed } = readPdu(hex)
  if (parsed.kind !== 'submit' || !isPhoneNumber(parsed.number)) return undefined
  const digits = hex.replace(/\s+/g, '').toUpperCase()
  const centre = parseInt(digits.slice(0, 2), 16)
  return { length: digits.length / 2 - 1 - centre, hex: digits }
}
