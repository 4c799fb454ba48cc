import { concat } from '../../bytes'
import { addressField, numberOf, semiOctets } from './address'
import type { PhoneNumber } from './address'
import { isGsmText, packed, septetsOf, textOfSeptets, unpacked } from './alphabet'

/** How the characters of a message are coded (3GPP TS 23.038, 4). */
export type Coding = 'gsm' | 'octets' | 'ucs2'

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

export const HAS_HEADER = 0x40
export const WANTS_REPORT = 0x20
const VALIDITY_LENGTHS = [0, 7, 1, 7]
const MOST_OCTETS = 140
const MOST_SEPTETS = 160

export function codingOf(dataCoding: number): Coding {
  const group = dataCoding >> 4
  if (group <= 7)
    return [0x4, 0xc].includes(dataCoding & 0xc) ? 'octets' : dataCoding & 8 ? 'ucs2' : 'gsm'
  if (group === 0xe) return 'ucs2'
  return group === 0xf && dataCoding & 4 ? 'octets' : 'gsm'
}

/** Reads one octet string after the other. */
class Reader {
  #at = 0
  readonly #octets: Uint8Array
  constructor(octets: Uint8Array) {
    this.#octets = octets
  }
  take(count: number): Uint8Array {
    const taken = this.#octets.slice(this.#at, this.#at + count)
    this.#at += count
    return taken
  }
  octet(): number {
    return this.take(1)[0] ?? 0
  }
  /** Everything was there, and nothing is left. */
  get exact(): boolean {
    return this.#at === this.#octets.length
  }
}

/** Undefined when it is no SMS-SUBMIT or SMS-DELIVER, too short, or too long. */
export function readTpdu(octets: Uint8Array): Tpdu | undefined {
  const reader = new Reader(octets)
  const firstOctet = reader.octet()
  const kind = (['deliver', 'submit'] as const)[firstOctet & 3]
  if (!kind || octets.length === 0) return undefined
  const reference = kind === 'submit' ? reader.octet() : 0
  const digits = reader.octet()
  const type = reader.octet()
  const number = numberOf(type, reader.take(Math.ceil(digits / 2)))
  const protocol = reader.octet()
  const dataCoding = reader.octet()
  const format = (firstOctet >> 3) & 3
  const validity = reader.take(kind === 'submit' ? (VALIDITY_LENGTHS[format] ?? 0) : 0)
  const timestamp = reader.take(kind === 'deliver' ? 7 : 0)
  const length = reader.octet()
  const gsm = codingOf(dataCoding) === 'gsm'
  const size = gsm ? Math.ceil((length * 7) / 8) : length
  const userData = reader.take(size)
  if (!reader.exact || digits > 20 || length > (gsm ? MOST_SEPTETS : MOST_OCTETS)) return undefined
  const parts = { kind, firstOctet, reference, number, protocol, dataCoding }
  return { ...parts, validity, timestamp, length, userData }
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

/** Length and octets of a text: in the default alphabet where it has every character, otherwise in UCS2. */
export function userDataOf(text: string, dataCoding: number): Pick<Tpdu, 'length' | 'userData'> {
  if (codingOf(dataCoding) !== 'gsm') {
    const userData = ucs2Octets(text)
    return { length: userData.length, userData }
  }
  const septets = septetsOf(text)
  return { length: septets.length, userData: packed(septets) }
}

/** Marks the parts of a long message: reference, count, place (23.040, 9.2.3.24.1). */
const concatenation = (reference: number, count: number, place: number) =>
  Uint8Array.of(5, 0, 3, reference, count, place)
const HEADER_SEPTETS = 7

/** A text as one message, or as the numbered parts of a long one. */
export function messagesOf(
  text: string,
  reference: number,
): readonly Pick<Tpdu, 'firstOctet' | 'dataCoding' | 'length' | 'userData'>[] {
  const dataCoding = isGsmText(text) ? 0 : 8
  const size = (part: string) => (dataCoding === 0 ? septetsOf(part).length : part.length)
  if (size(text) <= (dataCoding === 0 ? MOST_SEPTETS : MOST_OCTETS / 2))
    return [{ firstOctet: 0, dataCoding, ...userDataOf(text, dataCoding) }]
  const room = dataCoding === 0 ? MOST_SEPTETS - HEADER_SEPTETS : 67
  const parts: string[] = []
  for (const character of text) {
    const last = parts.at(-1)
    if (last === undefined || size(last + character) > room) parts.push(character)
    else parts[parts.length - 1] = last + character
  }
  return parts.slice(0, 255).map((part, i) => {
    const header = concatenation(reference, Math.min(parts.length, 255), i + 1)
    const body = dataCoding === 0 ? packed(septetsOf(part), 1) : ucs2Octets(part)
    const userData = concat([header, body])
    const length = dataCoding === 0 ? size(part) + HEADER_SEPTETS : userData.length
    return { firstOctet: HAS_HEADER, dataCoding, length, userData }
  })
}

/** The text of a message without its header; octets that are no text give undefined. */
export function textOf({ firstOctet, dataCoding, length, userData }: Tpdu): string | undefined {
  const headerOctets = firstOctet & HAS_HEADER ? (userData[0] ?? 0) + 1 : 0
  switch (codingOf(dataCoding)) {
    case 'octets':
      return undefined
    case 'ucs2':
      return ucs2Text(userData.subarray(headerOctets))
    case 'gsm': {
      const headerSeptets = Math.ceil((headerOctets * 8) / 7)
      return textOfSeptets(unpacked(userData, length).slice(headerSeptets))
    }
  }
}

export function ucs2Octets(text: string): Uint8Array {
  const octets = new Uint8Array(text.length * 2)
  for (let i = 0; i < text.length; i++) {
    octets[2 * i] = text.charCodeAt(i) >> 8
    octets[2 * i + 1] = text.charCodeAt(i) & 0xff
  }
  return octets
}

export function ucs2Text(octets: Uint8Array): string {
  let text = ''
  for (let i = 0; i + 1 < octets.length; i += 2)
    text += String.fromCharCode(((octets[i] ?? 0) << 8) | (octets[i + 1] ?? 0))
  return text
}

/** A time stamp of the service centre: year to second and quarters of an hour, as semi-octets (23.040, 9.2.3.11). */
export function timestampOf(nowMs: number, quarters: number): Uint8Array {
  const local = new Date(nowMs + quarters * 15 * 60_000).toISOString()
  return semiOctets(local.slice(2, 19).replace(/\D/g, '') + String(quarters).padStart(2, '0'))
}

/** `26/11/28,10:05:00+36`. */
export function timestampText(timestamp: Uint8Array): string {
  const digits = [...timestamp].map((octet) => `${octet & 15}${octet >> 4}`)
  const [year, month, day, hour, minute, second] = digits
  const zone = timestamp[6] ?? 0
  // Bit 3 of the first semi-octet is the sign (23.040, 9.2.3.11).
  const quarters = `${zone & 8 ? '-' : '+'}${zone & 7}${zone >> 4}`
  return `${year}/${month}/${day},${hour}:${minute}:${second}${quarters}`
}
