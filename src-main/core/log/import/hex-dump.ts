import { fromHex } from '../../bytes'
import type { ImportEvent, Stamp } from './format'

// `   41 54 0d   |AT.|` (Zephyr), `0x3ffb1234   41 54 0d   |AT.|` (ESP-IDF), `41 54 0d` (ESP-IDF, short)
const dumped = /^\s*(?:0x[0-9a-f]{6,16}\s+)?((?:[0-9a-f]{2}(?:\s+|$)){1,16})(?:\|.*)?$/i

export function dumpedOctets(text: string): Uint8Array | undefined {
  const hex = dumped.exec(text)?.[1]
  return hex === undefined ? undefined : fromHex(hex)
}

/** Gathers the lines of a dump until something else comes; the line end that the program cut off is put back. */
export class HexDump {
  #dir: 'rx' | 'tx' | undefined
  #stamp: Stamp | undefined
  #parts: number[] = []

  begin(dir: 'rx' | 'tx', stamp?: Stamp): ImportEvent[] {
    const before = this.finish()
    this.#dir = dir
    this.#stamp = stamp
    return before
  }
  /** A dump has begun, and its last line was full. */
  get open(): boolean {
    return this.#parts.length > 0 && this.#parts.length % 16 === 0
  }
  /** True when the line goes on with a dump of this direction whose last line was full. */
  goOn(dir: 'rx' | 'tx', text: string, stamp?: Stamp): boolean {
    if (!this.open || dir !== this.#dir || !this.take(text)) return false
    this.#stamp = stamp
    return true
  }
  /** True when the line was part of the dump. */
  take(text: string): boolean {
    const octets = this.#dir ? dumpedOctets(text) : undefined
    if (!octets) return false
    this.#parts.push(...octets)
    return true
  }
  finish(): ImportEvent[] {
    const dir = this.#dir
    const octets = this.#parts
    this.#dir = undefined
    this.#parts = []
    if (!dir || octets.length === 0) return []
    const textual = octets.every(
      (octet) => octet === 13 || octet === 10 || (octet > 31 && octet < 127),
    )
    const ended = octets.at(-1) === 13 || octets.at(-1) === 10
    const bytes = Uint8Array.from(
      textual && !ended ? [...octets, 13, ...(dir === 'rx' ? [10] : [])] : octets,
    )
    return [{ kind: 'bytes', dir, bytes, ...(this.#stamp ? { stamp: this.#stamp } : {}) }]
  }
}
