/** A telephone number: digits, with a `+` in front when it is an international one. */
export type PhoneNumber = string

const INTERNATIONAL = 0x91
const UNKNOWN = 0x81
const digitsOf = '0123456789*#abc'

/** The type of address octet for a number (3GPP TS 24.011, 8.2.5.2). */
export const typeOfAddress = (number: PhoneNumber): number =>
  number.startsWith('+') ? INTERNATIONAL : UNKNOWN

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

/** The address of a TPDU: count of digits, type, digits (3GPP TS 23.040, 9.1.2.5). */
export function addressField(number: PhoneNumber): Uint8Array {
  const digits = number.replace(/^\+/, '')
  return Uint8Array.of(digits.length, typeOfAddress(number), ...semiOctets(digits))
}

/** The service centre before a TPDU: count of octets, type, digits; a 0 alone for none (3GPP TS 27.005, 3.1). */
export function serviceCentreField(number: PhoneNumber): Uint8Array {
  if (number === '') return Uint8Array.of(0)
  const digits = semiOctets(number.replace(/^\+/, ''))
  return Uint8Array.of(digits.length + 1, typeOfAddress(number), ...digits)
}

export function numberOf(type: number, octets: Uint8Array): PhoneNumber {
  return `${(type & 0x70) === 0x10 ? '+' : ''}${digitsFrom(octets)}`
}

/** Whether two numbers reach the same subscriber: `090…` is `+8190…` in Japan. */
export function sameSubscriber(one: PhoneNumber, other: PhoneNumber): boolean {
  const bare = (number: PhoneNumber) => number.replace(/^\+/, '').replace(/^0/, '81')
  return bare(one) === bare(other)
}
