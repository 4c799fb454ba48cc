import { concat } from '../bytes'
import type { Words } from '../words'
import { isGsmText, packed, septetsOf, textOfSeptets, unpacked } from './alphabet'
import { codingOf, isCompressed } from './coding'
import { concatenationHeader, readHeader, type Concatenation, type Header } from './header'
import { HAS_HEADER, MOST_OCTETS, MOST_SEPTETS, type Tpdu } from './tpdu'
import { ucs2Octets, ucs2Text } from './ucs2'
import { compressed, national, oddUcs2 } from './words'

/** What a message holds behind its header. Parts of one text are joined before they become characters: see `joined`. */
export type Content =
  | { readonly kind: 'septets'; readonly septets: readonly number[] }
  | { readonly kind: 'text'; readonly text: string }
  /** Data, or a text that cannot be read; then `why`. */
  | { readonly kind: 'octets'; readonly octets: Uint8Array; readonly why?: Words }

type Coded = Pick<Tpdu, 'firstOctet' | 'dataCoding' | 'length' | 'userData'>

export function headerOf({ firstOctet, userData }: Coded): Header | undefined {
  return firstOctet & HAS_HEADER ? readHeader(userData) : undefined
}

export function contentOf(coded: Coded): Content {
  const { dataCoding, length, userData } = coded
  const header = headerOf(coded)
  const size = header?.size ?? 0
  const octets = userData.slice(size)
  if (isCompressed(dataCoding)) return { kind: 'octets', octets, why: compressed }
  if (header?.national !== undefined)
    return { kind: 'octets', octets, why: national(header.national) }
  switch (codingOf(dataCoding)) {
    case 'octets':
      return { kind: 'octets', octets }
    case 'ucs2':
      return octets.length % 2 === 0
        ? { kind: 'text', text: ucs2Text(octets) }
        : { kind: 'octets', octets, why: oddUcs2 }
    case 'gsm':
      // The text begins at the next septet behind the header (23.040, 9.2.3.24).
      return {
        kind: 'septets',
        septets: unpacked(userData, length).slice(Math.ceil((size * 8) / 7)),
      }
  }
}

/** The text of a message without its header; octets that are no text give undefined. */
export function textOf(coded: Coded): string | undefined {
  const joinedText = joined([contentOf(coded)])
  return joinedText.kind === 'text' ? joinedText.text : undefined
}

/**
 * One text of its parts, in order. An escape and its character, or the two halves of a character beyond 16 bits, may stand in
 * two parts. Parts of several kinds are no one text: then all are octets.
 */
export function joined(parts: readonly Content[]): Exclude<Content, { readonly kind: 'septets' }> {
  if (parts.every((part) => part.kind === 'septets'))
    return { kind: 'text', text: textOfSeptets(parts.flatMap(({ septets }) => septets)) }
  if (parts.every((part) => part.kind !== 'octets'))
    return { kind: 'text', text: parts.map(ownText).join('') }
  const why = parts.flatMap((part) => (part.kind === 'octets' && part.why ? [part.why] : []))[0]
  const octets = concat(parts.map(ownOctets))
  return { kind: 'octets', octets, ...(why ? { why } : {}) }
}

const ownText = (part: Content): string => {
  if (part.kind === 'text') return part.text
  return part.kind === 'septets' ? textOfSeptets(part.septets) : ''
}
const ownOctets = (part: Content): Uint8Array =>
  part.kind === 'octets' ? part.octets : ucs2Octets(ownText(part))

/** Length and octets of a text: in the default alphabet where it has every character, otherwise in UCS2. */
export function userDataOf(text: string, dataCoding: number): Pick<Tpdu, 'length' | 'userData'> {
  if (codingOf(dataCoding) !== 'gsm') {
    const userData = ucs2Octets(text)
    return { length: userData.length, userData }
  }
  const septets = septetsOf(text)
  return { length: septets.length, userData: packed(septets) }
}

/** A reference beyond 255 takes the header with 16 bits. */
const isWide = (reference: number): boolean => reference > 0xff
/** A part is counted by one octet. */
export const mostParts = 255

/** How a text is sent: its alphabet, how much of it a message holds, and in how many. */
export interface Measured {
  readonly alphabet: 'gsm' | 'ucs2'
  /** Septets, or 16-bit units. */
  readonly units: number
  /** How many of them one part holds. */
  readonly room: number
  readonly parts: readonly string[]
}

/** A text cut into what one message holds each: never through an escape, nor through a character of two units. */
export function measured(text: string, reference = 0): Measured {
  const alphabet = isGsmText(text) ? 'gsm' : 'ucs2'
  const gsm = alphabet === 'gsm'
  const size = (part: string) => (gsm ? septetsOf(part).length : part.length)
  const units = size(text)
  const alone = gsm ? MOST_SEPTETS : MOST_OCTETS / 2
  if (units <= alone) return { alphabet, units, room: alone, parts: [text] }
  const header = isWide(reference) ? 7 : 6
  const room = gsm
    ? MOST_SEPTETS - Math.ceil((header * 8) / 7)
    : Math.floor((MOST_OCTETS - header) / 2)
  const parts: string[] = []
  let [part, used] = ['', 0]
  for (const character of text) {
    const own = size(character)
    if (used + own > room) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += character
    used += own
  }
  return { alphabet, units, room, parts: [...parts, part] }
}

/** A text as one message, or as the numbered parts of a long one; at most 255 of them are made. */
export function messagesOf(text: string, reference: number): readonly Coded[] {
  const { alphabet, parts } = measured(text, reference)
  const dataCoding = alphabet === 'gsm' ? 0 : 8
  const [only = ''] = parts
  if (parts.length === 1) return [{ firstOctet: 0, dataCoding, ...userDataOf(only, dataCoding) }]
  const total = Math.min(parts.length, mostParts)
  return parts.slice(0, mostParts).map((part, i) => {
    const place = i + 1
    return partOf(part, dataCoding, { reference, wide: isWide(reference), total, place })
  })
}

function partOf(part: string, dataCoding: number, concatenation: Concatenation): Coded {
  const header = concatenationHeader(concatenation)
  const firstOctet = HAS_HEADER
  if (dataCoding !== 0) {
    const userData = concat([header, ucs2Octets(part)])
    return { firstOctet, dataCoding, length: userData.length, userData }
  }
  const septets = septetsOf(part)
  const before = Math.ceil((header.length * 8) / 7)
  const userData = concat([header, packed(septets, before * 7 - header.length * 8)])
  return { firstOctet, dataCoding, length: before + septets.length, userData }
}
