import { concat, latin1 } from '../../bytes'
import { matches } from './matches'
import { mqttLogin } from './mqtt-login'

interface Found {
  readonly start: number
  readonly end: number
  readonly kind?: string
}
/** Finds what is to be hidden in a text. */
export type Look = (text: string) => readonly Found[]

/** A place to hide among some octets; `whole`: all of the value that was cut over them and those before. */
export interface Hidden {
  readonly from: number
  readonly to: number
  readonly kind: string
  readonly whole: string
}

/** The end of what went one way, as far as something may go on from it. */
export interface StreamTail {
  readonly octets: Uint8Array
  /** Places in `octets` at which a piece began that may be a message of MQTT. */
  readonly begun: readonly number[]
  /** From here on stands a value that is longer than what is kept, with its name or without. */
  readonly inside?: Pick<Hidden, 'kind'> & { readonly from: number }
}

export const noTail: StreamTail = { octets: new Uint8Array(), begun: [] }

/** A header, a token or a login of MQTT may go on over so many octets and still be told by its name. */
const mostOctets = 4096
/** So far before a value its name stands. */
const nameOctets = 256
const connect = 0x10

/** What is to be hidden in the next octets of a stream, by places in them, and what has to be known for those behind. */
export function followed(
  before: StreamTail,
  octets: Uint8Array,
  look: Look,
): { readonly found: readonly Hidden[]; readonly tail: StreamTail } {
  const at = before.octets.length
  const joined = at > 0 ? concat([before.octets, octets]) : octets
  const begun = octets[0] === connect ? [...before.begun, at] : before.begun
  const logins = begun.flatMap((place) =>
    mqttLogin(joined.subarray(place)).map(
      ([from, to]) => [place + from, place + to, 'password'] as const,
    ),
  )
  const goingOn = inside(before, joined, at)
  const texts = [...inText(joined, at, look), ...goingOn]
  const found = [...logins, ...texts].flatMap(([from, to, kind]): Hidden[] => {
    const [first, last] = [Math.max(0, from - at), Math.min(to - at, octets.length)]
    return last > first
      ? [{ from: first, to: last, kind, whole: latin1(joined.subarray(from, to)) }]
      : []
  })
  return { found, tail: tailOf(joined, begun, texts) }
}

/** The same without what stands behind a place of it: it comes again. */
export function cutTail({ octets, begun, inside: value }: StreamTail, length: number): StreamTail {
  const kept = octets.subarray(0, length)
  return {
    octets: kept,
    begun: begun.filter((at) => at < kept.length),
    ...(value && value.from <= kept.length ? { inside: value } : {}),
  }
}

type Place = readonly [from: number, to: number, kind: string]

/** What goes on of a value whose name is too far back, up to a sign that is no part of one. */
function inside({ inside: value }: StreamTail, joined: Uint8Array, at: number): Place[] {
  if (!value) return []
  let to = value.from
  while (to < joined.length && !isEnd(joined[to])) to++
  return to > at ? [[value.from, to, value.kind]] : []
}

/** White space, quotes, and what divides values of forms, headers and JSON. */
const ends = new Set([...' \t\r\n"\'&;,<>{}'].map((sign) => sign.charCodeAt(0)))
const isEnd = (octet = 0): boolean => octet < 0x20 || octet === 0x7f || ends.has(octet)

/** The end of a text with a value that is open, and a message of MQTT from its beginning. */
function tailOf(joined: Uint8Array, begun: readonly number[], texts: readonly Place[]): StreamTail {
  const open = texts.filter(([, to]) => to >= joined.length)
  const wanted = [
    ...open.map(([from]) => from - nameOctets),
    ...begun.filter((at) => isOpen(joined.subarray(at))),
  ]
  let letters = joined.length
  while (letters > joined.length - nameOctets && isLetter(joined[letters - 1])) letters--
  const least = joined.length - mostOctets
  const from = Math.max(0, least, Math.min(letters, ...wanted))
  const longest = open.find(([start]) => start - nameOctets < least)
  return {
    octets: joined.slice(from),
    begun: begun.filter((at) => at >= from).map((at) => at - from),
    ...(longest ? { inside: { from: Math.max(0, longest[0] - from), kind: longest[2] } } : {}),
  }
}

const isLetter = (octet = 0): boolean => octet === 9 || (octet >= 0x20 && octet !== 0x7f)

/** A message of MQTT of which more is to come: its length stands in up to four octets behind the first. */
function isOpen(octets: Uint8Array): boolean {
  let [length, place] = [0, 1]
  for (let octet = 0x80; octet >= 0x80 && place <= 4; place++) {
    const next = octets[place]
    if (next === undefined) return true
    octet = next
    length += (octet & 0x7f) * 128 ** (place - 1)
  }
  return octets.length < place + length
}

/** Runs of letters. */
const run = /[\t\x20-\x7e\x80-\xff]+/g
/** What is shorter says nothing by its name. */
const shortest = 4

/** What of the text reaches into the octets behind `before`. */
function inText(octets: Uint8Array, before: number, look: Look): Place[] {
  const text = latin1(octets)
  return matches(run, text).flatMap(({ 0: said, index }) => {
    const end = index + said.length
    if (end <= before || said.length < shortest) return []
    const found = look(said)
    const more = end === text.length ? unfinished(said, look) : []
    return [...found, ...more].map((one): Place => [
      index + one.start,
      index + one.end,
      one.kind ?? 'password',
    ])
  })
}

/** What a value that is cut off here may go on with: letters as a token has; digits up to an identity, whatever its check digit. */
function onwards(word: string): string[] {
  const digits = /\d*$/.exec(word)?.[0].length ?? 0
  const lengths = digits > 0 ? identityDigits.filter((length) => length > digits) : []
  const missing = lengths.map((length) => '0'.repeat(length - digits))
  return ['aB3dE5fG7hJ9kL2m', ...missing, ...missing.map((zeros) => zeros.replace(/.$/, '1'))]
}

/** IMEI and IMSI, ICCID. */
const identityDigits = [15, 19] as const

/** A value whose name stands before it and whose end is yet to come: too short so far to be told by itself. */
function unfinished(text: string, look: Look): Found[] {
  const word = /[^\s"'=:,;&?{}]*$/.exec(text)?.[0] ?? ''
  if (word === '') return []
  return onwards(word).flatMap((more) => {
    // What is told by its looks alone looks so because of what was added.
    if (look(`x ${word}${more} x`).length > 0) return []
    return look(text + more)
      .filter(({ start, end }) => start < text.length && end > text.length)
      .map((one) => ({ ...one, end: text.length }))
  })
}
