import { packed, septetsOf, textOfSeptets, unpacked } from './alphabet'

/** A telephone number: digits, with a `+` in front when it is an international one; or the name a sender has instead. */
export type PhoneNumber = string

const INTERNATIONAL = 0x91
const UNKNOWN = 0x81
/** Type of number 5: the digits are septets of the default alphabet (23.040, 9.1.2.5). */
const ALPHANUMERIC = 0xd0
const digitsOf = '0123456789*#abc'

/** The type of address octet for a number (3GPP TS 24.011, 8.2.5.2). */
export const typeOfAddress = (number: PhoneNumber): number => {
  if (number.startsWith('+')) return INTERNATIONAL
  return number === '' || isPhoneNumber(number) ? UNKNOWN : ALPHANUMERIC
}

export const isPhoneNumber = (text: string): boolean => /^\+?[0-9*#abc]{1,20}$/i.test(text)

/** Digits, low nibble first, filled up with F. */
export function semiOctets(digits: string): Uint8Array {
  const octets = new Uint8Array(Math.ceil(digits.length / 2))
  const nibble = (at: number) => {
    const digit = digits[at]
    return digit === undefined ? 0xf : digitsOf.indexOf(digit.toLowerCase())
  }
  for (let i = 0; i < octets.length; i++) octets[i] = nibble(2 * i) | (nibble(2 * i + 1) << 4)
  return octets
}

export function digitsFrom(octets: Uint8Array): string {
  let digits = ''
  for (const octet of octets)
    for (const one of [octet & 15, octet >> 4]) digits += digitsOf[one] ?? ''
  return digits
}

/** The address of a TPDU: count of semi-octets, type, digits or septets (3GPP TS 23.040, 9.1.2.5). */
export function addressField(number: PhoneNumber): Uint8Array {
  const type = typeOfAddress(number)
  if (type === ALPHANUMERIC) {
    const septets = septetsOf(number).slice(0, 11)
    return Uint8Array.of(Math.ceil((septets.length * 7) / 4), type, ...packed(septets))
  }
  const digits = number.replace(/^\+/, '')
  return Uint8Array.of(digits.length, type, ...semiOctets(digits))
}

/** The service centre before a TPDU: count of octets, type, digits; a 0 alone for none (3GPP TS 27.005, 3.1). */
export function serviceCentreField(number: PhoneNumber): Uint8Array {
  if (number === '') return Uint8Array.of(0)
  const digits = semiOctets(number.replace(/^\+/, ''))
  return Uint8Array.of(digits.length + 1, typeOfAddress(number), ...digits)
}

/** What stands in an address. `semis`: how many semi-octets of it count. */
export function numberOf(type: number, octets: Uint8Array, semis = octets.length * 2): PhoneNumber {
  if ((type & 0x70) === 0x50)
    return textOfSeptets(unpacked(octets, Math.floor((semis * 4) / 7))).replace(/@$/, '')
  return `${(type & 0x70) === 0x10 ? '+' : ''}${digitsFrom(octets)}`
}

/** Whether two numbers reach the same subscriber: `090…` is `+8190…` in Japan. */
export function sameSubscriber(one: PhoneNumber, other: PhoneNumber): boolean {
  const bare = (number: PhoneNumber) => number.replace(/^\+/, '').replace(/^0/, '81')
  return bare(one) === bare(other)
}
