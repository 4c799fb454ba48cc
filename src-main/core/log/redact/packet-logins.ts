import { latin1 } from '../../bytes'
import { transportChecksum } from '../../ip/checksum'
import { behindExtensions } from '../../ip/ipv6'
import { ipProtocols, uint16 } from '../../ip/packet'
import { protocols } from '../../ppp/codes'
import { isMalformed, splitFrame } from '../../ppp/packet'
import { matches } from './matches'

/** Octets of a frame, from the first to the one behind the last. */
export type Stretch = readonly [from: number, to: number]

/** Finds what is to be hidden in a text. */
export type Look = (text: string) => readonly { readonly start: number; readonly end: number }[]

/**
 * What must not leave of the content that an IP packet in a PPP frame carries in the clear: user and password of MQTT, and
 * what `look` finds in its text (credentials of HTTP, forms, JSON). Of what is cut over two packets only what each of
 * them shows by itself is found.
 */
export function packetLogins(frame: Uint8Array, look: Look): Stretch[] {
  const packet = packetIn(frame)
  if (!packet) return []
  const { content, end } = packet
  const octets = frame.subarray(content, end)
  return [...mqttLogin(octets), ...inText(octets, look)].map(([from, to]): Stretch => [
    content + from,
    content + Math.min(to, octets.length),
  ])
}

/** The frame with x in place of what `packetLogins` finds. Lengths stay, and a check sum that was right is right again. */
export function withoutPacketLogins(frame: Uint8Array, look: Look): Uint8Array {
  const found = packetLogins(frame, look)
  const packet = found.length > 0 ? packetIn(frame) : undefined
  if (!packet) return frame
  const masked = frame.slice()
  for (const [from, to] of found) masked.fill(0x78, from, to)
  const { at, transport, end, protocol, sumAt, addressesAt } = packet
  if (sumAt === undefined || end < transport + sumAt + 2) return masked
  const addresses = masked.subarray(at + addressesAt[0], at + addressesAt[1])
  const sumOf = (octets: Uint8Array) =>
    transportChecksum(addresses, protocol, octets.subarray(transport, end))
  if (sumOf(frame) !== 0) return masked
  masked.fill(0, transport + sumAt, transport + sumAt + 2)
  const sum = sumOf(masked)
  masked.set([sum >> 8, sum & 0xff], transport + sumAt)
  return masked
}

interface Packet {
  /** Where in the frame the IP header, what it carries, and the content of that begin. */
  readonly at: number
  readonly transport: number
  readonly content: number
  readonly end: number
  readonly protocol: number
  /** From where to where the header holds the addresses, which the check sums cover. */
  readonly addressesAt: readonly [from: number, to: number]
  /** Where the check sum stands in the header of TCP or UDP. */
  readonly sumAt: number | undefined
}

/** RFC 791, 8200, 9293 and 768, read as far as the octets go: a capture shows wrong packets as well. */
function packetIn(frame: Uint8Array): Packet | undefined {
  const split = splitFrame(frame)
  if (isMalformed(split)) return undefined
  const at = frame.length - split.info.length
  if (split.protocol === protocols.ip) return inIpv4(frame, split.info, at)
  return split.protocol === protocols.ipv6 ? inIpv6(frame, split.info, at) : undefined
}

const fragment = 44

function inIpv6(frame: Uint8Array, info: Uint8Array, at: number): Packet | undefined {
  if ((info[0] ?? 0) >> 4 !== 6 || info.length < 40) return undefined
  const end = Math.min(frame.length, at + 40 + uint16(info, 4))
  const behind = behindExtensions(info)
  // What cannot be gone through, or comes in pieces, is looked into from behind the header on.
  const whole = !('error' in behind) && behind.protocol !== fragment
  const [transport, protocol] = whole ? [at + behind.at, behind.protocol] : [at + 40, fragment]
  return carried(frame, { at, transport, end, protocol, addressesAt: [8, 40] }, whole)
}

function inIpv4(frame: Uint8Array, info: Uint8Array, at: number): Packet | undefined {
  const first = info[0] ?? 0
  if (first >> 4 !== 4 || info.length < 20) return undefined
  const headerOctets = Math.max(20, (first & 15) * 4)
  const transport = at + headerOctets
  const protocol = info[9] ?? 0
  const end = Math.min(frame.length, at + Math.max(headerOctets, uint16(info, 2)))
  const isFirst = (uint16(info, 6) & 0x1fff) === 0
  return carried(frame, { at, transport, end, protocol, addressesAt: [12, 20] }, isFirst)
}

/** What TCP and UDP carry; `isFirst`: their header is in this packet. */
function carried(
  frame: Uint8Array,
  own: Omit<Packet, 'content' | 'sumAt'>,
  isFirst: boolean,
): Packet {
  const { transport, end, protocol } = own
  if (isFirst && protocol === ipProtocols.tcp) {
    const offset = Math.max(20, ((frame[transport + 12] ?? 0) >> 4) * 4)
    return { ...own, content: Math.min(end, transport + offset), sumAt: 16 }
  }
  if (isFirst && protocol === ipProtocols.udp) {
    const unused = uint16(frame, transport + 6) === 0
    return { ...own, content: Math.min(end, transport + 8), sumAt: unused ? undefined : 6 }
  }
  return { ...own, content: Math.min(end, transport), sumAt: undefined }
}

/** Runs of letters: what is shorter says nothing by its name. */
const run = /[\t\x20-\x7e\x80-\xff]{4,}/g

function inText(octets: Uint8Array, look: Look): Stretch[] {
  return matches(run, latin1(octets)).flatMap(({ 0: text, index }) =>
    look(text).map(({ start, end }): Stretch => [index + start, index + end]),
  )
}

const connect = 0x10
const flags = { user: 0x80, password: 0x40, will: 0x04 }

/** User and password of a CONNECT (MQTT 3.1.1 and 5.0, section 3.1). */
function mqttLogin(octets: Uint8Array): Stretch[] {
  if (octets[0] !== connect) return []
  const cursor = new Cursor(octets)
  cursor.number()
  const name = cursor.field()
  if (!/^(MQTT|MQIsdp)$/.test(latin1(octets.subarray(...name)))) return []
  const isFive = (cursor.octet() ?? 0) >= 5
  const has = cursor.octet() ?? 0
  cursor.skip(2)
  if (isFive) cursor.skip(cursor.number())
  cursor.field()
  if (has & flags.will) {
    if (isFive) cursor.skip(cursor.number())
    cursor.field()
    cursor.field()
  }
  return [
    ...(has & flags.user ? [cursor.field()] : []),
    ...(has & flags.password ? [cursor.field()] : []),
  ]
}

/** Goes through a packet of MQTT (5.0, section 1.5); beyond its end everything is empty. */
class Cursor {
  readonly #octets: Uint8Array
  #at = 1

  constructor(octets: Uint8Array) {
    this.#octets = octets
  }

  octet(): number | undefined {
    return this.#octets[this.#at++]
  }
  skip(count: number): void {
    this.#at += count
  }
  /** A number of one to four octets. */
  number(): number {
    let value = 0
    for (let place = 0; place < 4; place++) {
      const octet = this.octet() ?? 0
      value += (octet & 0x7f) * 128 ** place
      if (octet < 0x80) break
    }
    return value
  }
  /** A text or octets with their length before them. */
  field(): [from: number, to: number] {
    const length = ((this.octet() ?? 0) << 8) | (this.octet() ?? 0)
    const from = Math.min(this.#at, this.#octets.length)
    this.#at += length
    return [from, Math.min(this.#at, this.#octets.length)]
  }
}
