import { concat } from '../bytes'
import { utf8Bytes } from '../utf8'

/** Link-layer types (tcpdump.org/linktypes). */
export const linkTypes = {
  /** One octet of direction (0 received, other sent), then PPP without flags, escapes and FCS. */
  pppWithDirection: 204,
  /** What a dissector is to read, by name: how text travels. */
  exportedPdu: 252,
  /** Octets nobody can read. */
  user0: 147,
} as const

export interface PacketBlock {
  readonly interfaceId: number
  /** Microseconds since 1970. */
  readonly atUs: number
  readonly data: Uint8Array
  readonly dir: 'rx' | 'tx' | undefined
  readonly comment?: string | undefined
  /** The frame check was wrong. */
  readonly damaged?: boolean | undefined
}

const types = { section: 0x0a0d0d0a, interface: 1, packet: 6, secrets: 10 } as const
/** A TLS key log, “TLSK”. */
const tlsKeyLog = 0x544c534b
const options = { comment: 1, name: 2, flags: 2, resolution: 9, application: 4 } as const
const versionOctets = [1, 0, 0, 0]
const unknownLength = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
const crcError = 0x0100_0000

/** What a file, and a live capture, begins with. */
export function sectionHeader(application: string): Uint8Array {
  return block(types.section, [
    uint32(0x1a2b3c4d),
    Uint8Array.from([...versionOctets, ...unknownLength]),
    textOption(options.application, application),
    endOfOptions(),
  ])
}

/** Times of its packets are in microseconds. */
export function interfaceBlock(linkType: number, name: string): Uint8Array {
  return block(types.interface, [
    uint16(linkType),
    uint16(0),
    uint32(0),
    textOption(options.name, name),
    option(options.resolution, Uint8Array.of(6)),
    endOfOptions(),
  ])
}

/** Secrets of TLS sessions (NSS key log); they stand before the packets they open. */
export function secretsBlock(keyLog: string): Uint8Array {
  const data = utf8Bytes(keyLog)
  return block(types.secrets, [
    uint32(tlsKeyLog),
    uint32(data.length),
    padded(data),
    endOfOptions(),
  ])
}

export function packetBlock(packet: PacketBlock): Uint8Array {
  const { data, atUs, comment } = packet
  return block(types.packet, [
    uint32(packet.interfaceId),
    uint32(Math.floor(atUs / 0x1_0000_0000)),
    uint32(atUs % 0x1_0000_0000),
    uint32(data.length),
    uint32(data.length),
    padded(data),
    ...(comment === undefined || comment === '' ? [] : [textOption(options.comment, comment)]),
    option(options.flags, uint32(flagsOf(packet))),
    endOfOptions(),
  ])
}

function flagsOf({ dir, damaged }: PacketBlock): number {
  const direction = dir === 'rx' ? 1 : dir === 'tx' ? 2 : 0
  return direction | (damaged ? crcError : 0)
}

/** Text as Wireshark's exported PDU: a tag with the dissector's name, the end tag, the text. */
export function textPdu(text: string): Uint8Array {
  const dissector = padded(utf8Bytes('data-text-lines'))
  return concat([
    Uint8Array.of(0, 12, 0, dissector.length),
    dissector,
    Uint8Array.of(0, 0, 0, 0),
    utf8Bytes(text),
  ])
}

function block(type: number, parts: readonly Uint8Array[]): Uint8Array {
  const body = concat(parts)
  const length = uint32(body.length + 12)
  return concat([uint32(type), length, body, length])
}

function option(code: number, value: Uint8Array): Uint8Array {
  return concat([uint16(code), uint16(value.length), padded(value)])
}

/** An option holds at most 65535 octets; nobody reads a comment that long. */
const longestText = 4096

function textOption(code: number, text: string): Uint8Array {
  return option(code, utf8Bytes(text.slice(0, longestText)))
}

const endOfOptions = () => Uint8Array.of(0, 0, 0, 0)

function padded(bytes: Uint8Array): Uint8Array {
  const rest = bytes.length % 4
  return rest === 0 ? bytes : concat([bytes, new Uint8Array(4 - rest)])
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >> 8)
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24)
}
