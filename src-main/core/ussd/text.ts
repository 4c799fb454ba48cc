import { bytesOf, fromHex } from '../bytes'
import { textOfSeptets } from '../sms/alphabet'
import { packedText } from '../sms/packed-text'
import { ucs2Text } from '../sms/ucs2'
import { utf8 } from '../utf8'
import { codingOf, hasLanguage } from './coding'

/** How texts travel between modem and computer (AT+CSCS): GSM, IRA, UCS2, UTF-8, HEX …; empty: not known. */
export type CharacterSet = string

/**
 * The text of a `+CUSD` string, one character an octet, as modems write it: in their character set, as the octets of the network in hex
 * whether or not that was asked for, and with or without the coding.
 */
export function ussdText(said: string, dcs: number | undefined, set: CharacterSet): string {
  const octets = said.length % 2 === 0 ? fromHex(said) : undefined
  const coding = dcs === undefined ? undefined : codingOf(dcs)
  if (octets && octets.length > 0) {
    if (set === 'UCS2' || coding === 'ucs2') return ucs2In(said, octets, dcs)
    if (coding === 'octets') return textOfOctets(octets)
    if (set === 'HEX') return textOfSeptets(octets)
    const read = packedText(said) ?? (isUcs2(octets) ? ucs2Text(octets) : undefined)
    if (read !== undefined) return plain(read)
  }
  if (set === 'GSM') return plain(textOfSeptets(bytesOf(said)))
  return plain(isHigh(said) ? utf8Or(said) : said)
}

function ucs2In(said: string, octets: Uint8Array, dcs: number | undefined): string {
  // With hex that is no whole number of characters it is no UCS2, whatever was announced.
  if (octets.length % 2 !== 0) return packedText(said) ?? said
  // Some firmware announces UCS2 and hands on septets (and the other way round).
  if (!isUcs2(octets)) return plain(packedText(said) ?? ucs2Text(octets))
  return plain(ucs2Text(dcs !== undefined && hasLanguage(dcs) ? octets.subarray(2) : octets))
}
/** Most characters are of one block, whose high octet comes again and again; packed septets are spread over all octets. */
function isUcs2(octets: Uint8Array): boolean {
  if (octets.length < 4 || octets.length % 2 !== 0) return octets.length === 2 && octets[0] === 0
  const highs = new Set(octets.filter((_, at) => at % 2 === 0))
  return highs.has(0) || highs.size <= Math.max(1, octets.length / 8)
}
/** Octets without an alphabet: as Latin-1 where they read as a text, else as they are, in hex. */
function textOfOctets(octets: Uint8Array): string {
  const text = String.fromCharCode(...octets)
  return /^[\n\r\x20-\x7e\u00a0-\u00ff]*$/.test(text)
    ? plain(text)
    : [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join(' ')
}
const isHigh = (text: string): boolean => /[\u0080-\u00ff]/.test(text)
function utf8Or(text: string): string {
  const read = utf8(bytesOf(text))
  return read.includes('\ufffd') ? text : read
}
/** A return fills the last septet (23.038, 6.1.2.3.1); line ends are one kind. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
