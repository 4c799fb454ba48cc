import { fromHex } from '../bytes'
import { textOfSeptets, unpacked } from './alphabet'

const readable = /^[\n\r\x20-\x7e\u00a1-\u00ff]{4,}$/

/**
 * A text of the GSM alphabet that the modem hands on as the octets it came in, in hex (3GPP TS 23.038, 6.1.2.3); undefined
 * for what does not read as a text.
 */
export function packedText(hex: string): string | undefined {
  const octets = /^(?:[\da-f]{2}){4,182}$/i.test(hex) ? fromHex(hex) : undefined
  if (!octets) return undefined
  const text = textOfSeptets(unpacked(octets, Math.floor((octets.length * 8) / 7)))
  const plain = text.replace(/[\r@]$/, '')
  return readable.test(plain) && /[A-Za-z\d]{2}/.test(plain) ? plain : undefined
}
