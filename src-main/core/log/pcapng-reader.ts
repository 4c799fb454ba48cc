import { bytesOf } from '../bytes'
import type { SlotName } from '../modem/slot-names'
import { encodeFrame } from '../ppp/hdlc'
import { isMalformed, splitFrame } from '../ppp/packet'
import { utf8, utf8Bytes } from '../utf8'
import type { JournalEntry } from './journal'
import { noteBytes } from './note'
import { linkTypes } from './pcapng-blocks'
import { damaged } from './words'

export const pcapngMagic = Uint8Array.of(0x0a, 0x0d, 0x0d, 0x0a)

/** No block that we write is longer, and none of others that matters. */
const mostBlock = 4 * 1024 * 1024
/** A packet block without any packet in it: head, times, lengths, and its length once more. */
const leastPacket = 32
const types = { interface: 1, packet: 6 } as const
const options = { end: 0, name: 2, flags: 2 } as const

interface Interface {
  readonly linkType: number
  /** Undefined: not one of ours. */
  readonly slot: SlotName | undefined
  /** `at`, `ppp`, `noise`, `cmux`. */
  readonly kind: string
}

/**
 * Captures of ours, read back as what a journal has: AT lines, PPP frames and notes of both slots, in the direction in which they
 * went. Channels of the multiplexer come as if each had a line of its own. Packets of others are counted and left out.
 */
export class PcapngReader {
  #rest: Uint8Array = new Uint8Array()
  #interfaces: Interface[] = []
  #last: JournalEntry | undefined
  #damaged = false
  /** Packets that nobody here wrote. */
  foreign = 0

  push(octets: Uint8Array): JournalEntry[] {
    if (this.#damaged) return []
    const bytes = new Uint8Array(this.#rest.length + octets.length)
    bytes.set(this.#rest)
    bytes.set(octets, this.#rest.length)
    const view = new DataView(bytes.buffer)
    const found: JournalEntry[] = []
    let at = 0
    while (at + 12 <= bytes.length) {
      const length = view.getUint32(at + 4, true)
      // A length that is none: what follows cannot be found any more.
      if (length < 12 || length % 4 !== 0 || length > mostBlock)
        return [...found, ...this.#giveUp(found.at(-1))]
      if (at + length > bytes.length) break
      const entry = this.#block(view, bytes.subarray(at, at + length), at)
      if (entry) found.push(entry)
      at += length
    }
    this.#last = found.at(-1) ?? this.#last
    this.#rest = bytes.slice(at)
    return found
  }

  /** Says so in the log, behind the last that was read. */
  #giveUp(before = this.#last): JournalEntry[] {
    this.#damaged = true
    this.#rest = new Uint8Array()
    return before ? [{ ...before, dir: 'note', bytes: noteBytes(damaged) }] : []
  }

  #block(view: DataView, block: Uint8Array, at: number): JournalEntry | undefined {
    const type = view.getUint32(at, true)
    if (type === types.interface) this.#interfaces.push(interfaceOf(view, block, at))
    // A section begins anew with its interfaces.
    else if (view.getUint32(at) === 0x0a0d0d0a) this.#interfaces = []
    else if (type === types.packet) return this.#packet(view, block, at)
    return undefined
  }

  #packet(view: DataView, block: Uint8Array, at: number): JournalEntry | undefined {
    if (block.length < leastPacket) {
      this.foreign++
      return undefined
    }
    const known = this.#interfaces[view.getUint32(at + 8, true)]
    const atUs = view.getUint32(at + 12, true) * 0x1_0000_0000 + view.getUint32(at + 16, true)
    const size = view.getUint32(at + 20, true)
    const data = block.subarray(28, 28 + size)
    const flags = optionOf(block.subarray(28 + size + ((4 - (size % 4)) % 4)), options.flags)
    const way = (flags?.[0] ?? 0) & 3
    const dir = way === 1 ? 'rx' : way === 2 ? 'tx' : 'note'
    if (!known || known.slot === undefined) {
      this.foreign++
      return undefined
    }
    const bytes = octetsOf(known, data, dir)
    if (!bytes) return undefined
    const note =
      known.linkType === linkTypes.exportedPdu && (dir === 'note' || known.kind === 'cmux')
    return {
      slot: known.slot,
      dir: note ? 'note' : dir,
      atMs: Math.floor(atUs / 1000),
      monoUs: atUs,
      bytes,
    }
  }
}

function interfaceOf(view: DataView, block: Uint8Array, at: number): Interface {
  const linkType = view.getUint16(at + 8, true)
  const name = utf8(optionOf(block.subarray(16), options.name) ?? new Uint8Array())
  const [, slot, kind = ''] = /^([ab])(?: channel \d+)? (at|ppp|noise|cmux)$/.exec(name) ?? []
  return { linkType, slot: slot === 'a' || slot === 'b' ? slot : undefined, kind }
}

function optionOf(octets: Uint8Array, wanted: number): Uint8Array | undefined {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  for (let at = 0; at + 4 <= octets.length;) {
    const code = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (code === options.end) return undefined
    if (code === wanted) return octets.subarray(at + 4, at + 4 + length)
    at += 4 + length + ((4 - (length % 4)) % 4)
  }
  return undefined
}

/** What went over the port; undefined for a packet that is none. */
function octetsOf(
  { linkType, kind }: Interface,
  data: Uint8Array,
  dir: JournalEntry['dir'],
): Uint8Array | undefined {
  switch (linkType) {
    case linkTypes.exportedPdu: {
      const text = utf8(textIn(data))
      if (dir === 'note' || kind === 'cmux') return utf8Bytes(text)
      return dir === 'tx' ? utf8Bytes(`${text}\r`) : utf8Bytes(`\r\n${text}\r\n`)
    }
    case linkTypes.pppWithDirection: {
      const frame = splitFrame(data.subarray(1))
      return isMalformed(frame) ? undefined : encodeFrame(frame.protocol, frame.info).slice()
    }
    case linkTypes.user0:
      return data.slice()
    default:
      return bytesOf('')
  }
}

/** Behind the tags, the last of which is zero. */
function textIn(data: Uint8Array): Uint8Array {
  for (let at = 0; at + 4 <= data.length;) {
    const tag = ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0)
    at += 4 + (((data[at + 2] ?? 0) << 8) | (data[at + 3] ?? 0))
    if (tag === 0) return data.subarray(at)
  }
  return data
}
