import { concat } from '@core/bytes'
import { crc32 } from '@core/log/crc32'

/**
 * What the bridge and the console say to each other. `D` octets, `C` octets that may follow, `X` command, `Y` its answer, `S` a
 * line changed, `H` the bridge is up, `K` still here, `Q` leave, `L` it leaves.
 */
export type LinkKind = 'D' | 'C' | 'X' | 'Y' | 'S' | 'H' | 'K' | 'Q' | 'L'

export interface LinkFrame {
  readonly kind: string
  readonly content: Uint8Array
}

const flag = 0x1e
const escape = 0x1f
const escapedOctets = new Set([0x01, 0x03, 0x04, flag, escape])

/** A frame as it travels: 1e, kind, number, content, CRC-32's low half, 1e; what the REPL would take for a key is escaped. */
export function linkFrame(kind: LinkKind, number: number, content: Uint8Array): Uint8Array {
  const head = concat([Uint8Array.of(kind.charCodeAt(0), number & 0xff), content])
  const check = crc32(head)
  const plain = concat([head, Uint8Array.of((check >>> 8) & 0xff, check & 0xff)])
  const octets = [flag]
  for (const octet of plain)
    if (escapedOctets.has(octet)) octets.push(escape, octet ^ 0x40)
    else octets.push(octet)
  octets.push(flag)
  return Uint8Array.from(octets)
}

/** Takes frames out of a stream cut anywhere. Their numbers count up from 0; a gap or a wrong check is `damaged`. */
export class LinkFrameReader {
  #octets: number[] = []
  #inside = false
  #escaped = false
  #expected = 0

  feed(bytes: Uint8Array): (LinkFrame | 'damaged')[] {
    const found: (LinkFrame | 'damaged')[] = []
    for (const octet of bytes) {
      if (octet === flag) {
        if (this.#octets.length > 0) found.push(this.#frame())
        this.#octets = []
        this.#inside = true
        this.#escaped = false
      } else if (!this.#inside) continue
      else if (octet === escape) this.#escaped = true
      else {
        this.#octets.push(this.#escaped ? octet ^ 0x40 : octet)
        this.#escaped = false
      }
    }
    return found
  }

  #frame(): LinkFrame | 'damaged' {
    const bytes = Uint8Array.from(this.#octets)
    const [kind, number] = bytes
    const head = bytes.subarray(0, -2)
    const check = crc32(head) & 0xffff
    const told = ((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0)
    if (kind === undefined || bytes.length < 4 || check !== told || number !== this.#expected)
      return 'damaged'
    this.#expected = (this.#expected + 1) & 0xff
    return { kind: String.fromCharCode(kind), content: head.slice(2) }
  }
}
