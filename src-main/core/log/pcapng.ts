import { concat, fromHex } from '../bytes'
import { codes, protocols } from '../ppp/codes'
import { isMalformed, splitFrame } from '../ppp/packet'
import type { Language } from '../words'
import {
  interfaceBlock,
  linkTypes,
  packetBlock,
  secretsBlock,
  sectionHeader,
  textPdu,
  type PacketBlock,
} from './pcapng-blocks'
import type { Redactor } from './redact'
import { withoutPacketLogins, type Look } from './redact/packet-logins'
import { PacketStreams } from './redact/packet-streams'
import type { LogRow } from './row'

export interface PcapngOptions {
  readonly language: Language
  /** Hides what the log's other exports hide, in the text and the comments; in frames user, password and proof of PAP and CHAP, and logins that packets carry in the clear. */
  readonly redactor?: Redactor | undefined
}

/**
 * Rows of a log as a pcapng file, piece by piece, live too. PPP frames are packets of their own interface with a direction
 * (link type 204), for each slot and each channel of the multiplexer that carries PPP; lines of text and multiplexer frames are
 * text on interfaces of their own, with their meaning as comment.
 */
export class PcapngWriter {
  readonly #o: PcapngOptions
  readonly #interfaces = new Map<string, number>()
  readonly #streams = new PacketStreams()
  #baseUs: number | undefined

  constructor(options: PcapngOptions) {
    this.#o = options
  }

  head(): Uint8Array {
    return sectionHeader('Modem Bench')
  }

  /** Secrets of TLS sessions as a key log, before the packets of these sessions. */
  secrets(keyLog: string): Uint8Array {
    return keyLog.trim() === '' ? new Uint8Array() : secretsBlock(keyLog)
  }

  row(row: LogRow): Uint8Array {
    const packet = this.#packet(row)
    if (!packet) return new Uint8Array()
    const { linkType, name, ...rest } = packet
    const known = this.#interfaces.get(name)
    const interfaceId = known ?? this.#interfaces.size
    this.#interfaces.set(name, interfaceId)
    const dir = row.dir === 'note' ? undefined : row.dir
    const block = packetBlock({ ...rest, interfaceId, dir, atUs: this.#timeOf(row) })
    return known === undefined ? concat([interfaceBlock(linkType, name), block]) : block
  }

  /** Microseconds since 1970, as fine as the monotonic clock; begins anew where the two clocks part. */
  #timeOf({ atMs, monoUs }: LogRow): number {
    const wallUs = atMs * 1000
    const apart = this.#baseUs === undefined || Math.abs(this.#baseUs + monoUs - wallUs) > 1e6
    if (apart) this.#baseUs = wallUs - monoUs
    return Math.max(0, Math.round((this.#baseUs ?? 0) + monoUs))
  }

  #packet(row: LogRow) {
    switch (row.kind) {
      case 'ppp':
        return this.#frame(row)
      case 'noise':
        return this.#noise(row)
      case 'cmux':
        return this.#multiplexer(row)
      default:
        return this.#text(row)
    }
  }

  #frame(row: LogRow): Packet | undefined {
    const frame = fromHex(row.hex ?? '')
    // A program's log may tell of a frame in words only.
    if (!frame || frame.length === 0) return this.#text(row)
    const { redactor } = this.#o
    const bytes = redactor
      ? withoutLogin(frame, (text) => redactor.spansIn(text), this.#streams)
      : frame
    const sent = row.dir === 'tx' ? 1 : 0
    return {
      linkType: linkTypes.pppWithDirection,
      name: nameOf(row, 'ppp'),
      data: concat([Uint8Array.of(sent), bytes]),
    }
  }

  #noise(row: LogRow): Packet {
    const data = fromHex(row.hex ?? '') ?? new Uint8Array()
    // A redactor that found something in the octets takes them away: they are no text, and cannot be masked in part.
    const hidden = this.#o.redactor !== undefined && this.#o.redactor.row(row).hex === undefined
    if (hidden) data.fill(0x78)
    return { linkType: linkTypes.user0, name: nameOf(row, 'noise'), data, damaged: true }
  }

  #multiplexer(row: LogRow): Packet | undefined {
    const { dlci, octets } = row.explanation?.facts ?? {}
    // What a channel carries stands in rows of its own.
    if (dlci !== 0 && octets !== 0) return undefined
    return this.#text({ ...row, channel: 0 }, 'cmux')
  }

  #text(whole: LogRow, kind = 'at'): Packet {
    const row = this.#o.redactor ? this.#o.redactor.row(whole) : whole
    return {
      linkType: linkTypes.exportedPdu,
      name: nameOf(row, kind),
      data: textPdu(row.text),
      comment: row.explanation?.words[this.#o.language],
    }
  }
}

type Packet = Pick<PacketBlock, 'data' | 'comment' | 'damaged'> & {
  readonly linkType: number
  readonly name: string
}

/** `a ppp`, `a channel 1 ppp`, `b at`. */
function nameOf({ slot, channel }: LogRow, kind: string): string {
  return channel ? `${slot} channel ${channel} ${kind}` : `${slot} ${kind}`
}

/**
 * A frame with x in the place of user, password and proof, and of what `look` finds in what a packet carries; lengths stay,
 * so that it reads as before. `streams`: what the packets before it carried.
 */
export function withoutLogin(
  frame: Uint8Array,
  look: Look = () => [],
  streams = new PacketStreams(),
): Uint8Array {
  const split = splitFrame(frame)
  if (isMalformed(split)) return frame
  const { info, protocol } = split
  const fields = fieldsOf(protocol, info)
  if (fields.length === 0) return withoutPacketLogins(frame, look, streams)
  const masked = frame.slice()
  const before = frame.length - info.length
  for (const [from, to] of fields)
    masked.fill(0x78, before + from, Math.min(frame.length, before + to))
  return masked
}

/** PAP: user and password of a request (RFC 1334, 2.2.1). CHAP: value and name of a response (RFC 1994, 4.1). */
function fieldsOf(protocol: number, info: Uint8Array): [from: number, to: number][] {
  const length = info[4] ?? 0
  const next = 5 + length
  if (protocol === protocols.pap && info[0] === codes.confReq)
    return [
      [5, next],
      [next + 1, next + 1 + (info[next] ?? 0)],
    ]
  if (protocol !== protocols.chap || info[0] !== chapResponse) return []
  const end = ((info[2] ?? 0) << 8) | (info[3] ?? 0)
  return [
    [5, next],
    [next, Math.max(next, end)],
  ]
}

const chapResponse = 2
