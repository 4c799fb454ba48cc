import { fromHex } from '../bytes'
import { numberOf } from '../sms/address'
import { textOfSeptets } from '../sms/alphabet'
import { ucs2Text } from '../sms/ucs2'
import type { Words } from '../words'
import type { CardFileName } from './files'
import { networkIn, networksIn, networkText, placesIn } from './networks'
import * as say from './words'

type Reader = (octets: Uint8Array, hex: string) => Words

const both = (text: string): Words => ({ en: text, ja: text })
const swapped = (hex: string): string => hex.replace(/(.)(.)/g, '$2$1').replace(/f+$/i, '')
const listed = (codes: readonly string[]): Words => {
  const texts = codes.map(networkText)
  return { en: texts.join(', '), ja: texts.join('、') }
}
const isEmpty = (octets: Uint8Array): boolean => octets.every((octet) => octet === 0xff)

/** The digits behind the octet that counts them and the digit with the parity (31.102, 4.2.2). */
function imsi(octets: Uint8Array, hex: string): Words {
  const digits = swapped(hex.slice(2, 2 + 2 * (octets[0] ?? 0))).slice(1)
  return /^\d{6,15}$/.test(digits) ? both(digits) : say.unreadable
}

/** Whether it must be shown, and the name in GSM characters or UCS2 (31.102, 4.2.12). */
function provider(octets: Uint8Array): Words {
  const name = octets.subarray(1)
  if (isEmpty(name)) return say.nothing
  const ucs2 = name[0] === 0x80
  const end = name.indexOf(0xff)
  const text = ucs2
    ? ucs2Text(beforePadding(name.subarray(1)))
    : textOfSeptets(end < 0 ? name : name.subarray(0, end))
  return both(text)
}
/** FFFF behind the last UCS2 character, or half of it, is none. */
function beforePadding(octets: Uint8Array): Uint8Array {
  let end = octets.length - (octets.length % 2)
  while (end >= 2 && octets[end - 2] === 0xff && octets[end - 1] === 0xff) end -= 2
  return octets.subarray(0, end)
}

/** Last of all the length of the MNC, which tells 310 41 from 310 410 (31.102, 4.2.18). */
function administrative(octets: Uint8Array): Words {
  const digits = (octets[3] ?? 0) & 0xf
  return say.administrative(octets[0] ?? 0, digits === 2 || digits === 3 ? digits : undefined)
}

/** Three octets a network, and two for its technologies (31.102, 4.2.5). */
function preferred(_: Uint8Array, hex: string): Words {
  const texts = placesIn(hex, 5).flatMap((place) => {
    const code = networkIn(place)
    const technologies = technologiesIn(parseInt(place.slice(6), 16))
    return code === undefined ? [] : `${networkText(code)} (${technologies.join(', ') || '-'})`
  })
  return texts.length === 0 ? say.nothing : { en: texts.join(', '), ja: texts.join('、') }
}
const technologyBits = [
  [0x8000, '3G'],
  [0x4000, 'LTE'],
  [0x0800, '5G'],
  [0x0080, '2G'],
] as const
const technologiesIn = (bits: number): readonly string[] =>
  technologyBits.flatMap(([bit, name]) => ((bits & bit) === 0 ? [] : name))

/** TMSI, area (PLMN, LAC), an octet, status (31.102, 4.2.17). */
function place(octets: Uint8Array, hex: string): Words {
  if (octets.length < 11) return say.unreadable
  return say.place(networkIn(hex.slice(8, 14)), hex.slice(14, 18), (octets[10] ?? 0) & 7, false)
}
/** GUTI, tracking area (PLMN, TAC), status (31.102, 4.2.91). */
function ltePlace(octets: Uint8Array, hex: string): Words {
  if (octets.length < 18) return say.unreadable
  return say.place(networkIn(hex.slice(24, 30)), hex.slice(30, 34), (octets[17] ?? 0) & 7, true)
}

/** The last 28 octets of a record; the address of the centre is at 13 of them (31.102, 4.2.27). */
function centre(octets: Uint8Array): Words {
  const address = octets.subarray(octets.length - 28).subarray(13, 25)
  const length = address[0] ?? 0xff
  if (octets.length < 28) return say.unreadable
  if (length === 0xff || length < 2) return say.nothing
  if (length > 11) return say.unreadable
  return both(numberOf(address[1] ?? 0, address.subarray(2, length + 1)))
}

/** One bit a service, the first one lowest (31.102, 4.2.8). */
function services(octets: Uint8Array): Words {
  return say.services((n) => (((octets[(n - 1) >> 3] ?? 0) >> ((n - 1) & 7)) & 1) === 1)
}

const readers: Readonly<Record<CardFileName, Reader>> = {
  iccid: (_, hex) => both(swapped(hex)),
  imsi,
  spn: provider,
  ad: administrative,
  gid1: (octets, hex) => (isEmpty(octets) ? say.nothing : both(hex.toUpperCase())),
  fplmn: (_, hex) => (networksIn(hex).length === 0 ? say.noneForbidden : listed(networksIn(hex))),
  ehplmn: (_, hex) => (networksIn(hex).length === 0 ? say.nothing : listed(networksIn(hex))),
  oplmn: preferred,
  hpplmn: ([value]) => say.search(value),
  loci: place,
  epsloci: ltePlace,
  smsp: centre,
  ust: services,
}

/** What an elementary file says, from its octets in hex; says so where they are none of such a file. */
export function cardFileMeaning(name: CardFileName, hex: string): Words {
  const octets = fromHex(hex)
  return octets && octets.length > 0 ? readers[name](octets, hex) : say.unreadable
}
