import { TextDecoder } from 'node:util'
import type { DecodingNotice } from '@core/log/encoding-words'
import { type TextEncodingName, linesOf, looksNarrow, shiftJisLine } from './text-encoding'

const blockBytes = 4096

/** A line that began is waited for no further than this. */
const mostHeld = 4096

/**
 * Octets in pieces to text in pieces. No octet is lost: what is not UTF-8 after all is taken as Latin-1, and a file that
 * goes on in one octet a letter after UTF-16 is read on as that.
 */
export class TextDecoding {
  readonly notices = new Set<DecodingNotice>()
  #encoding: TextEncodingName
  #decoder: TextDecoder | undefined
  #held: Uint8Array = new Uint8Array()
  /** The whole is in no encoding: each line is read for itself. */
  #byLines = false

  constructor(encoding: TextEncodingName) {
    this.#encoding = encoding
    this.#decoder = decoderOf(encoding)
  }

  push(bytes: Uint8Array): string {
    return this.#encoding.startsWith('utf-16') ? this.#wide(bytes) : this.#narrow(bytes)
  }

  end(): string {
    if (this.#encoding.startsWith('utf-16')) {
      if (this.#held.length > 0) this.notices.add('cut')
      const rest = this.#decoder?.decode(this.#held) ?? ''
      return this.#held.length % 2 === 1 ? rest.replace(/\ufffd$/, '') : rest
    }
    const rest = this.#held
    this.#held = new Uint8Array()
    if (rest.length === 0) return ''
    if (this.#decoder && (this.#encoding === 'iso-2022-jp' || this.#byLines))
      return this.#eachLine(rest, this.#decoder)
    // The end of a frame may look like the beginning of a character.
    if (!this.notices.has('mixed')) this.notices.add('cut')
    return latin(rest)
  }

  #narrow(bytes: Uint8Array): string {
    if (!this.#decoder) return latin(bytes)
    const all = this.#held.length > 0 ? Buffer.concat([this.#held, bytes]) : bytes
    const whole = all.length - (this.#byLines ? begun(all) : unfinished(all, this.#encoding))
    this.#held = all.slice(whole)
    const ready = all.subarray(0, whole)
    try {
      return this.#decoder.decode(ready)
    } catch {
      // Frames in a capture: each line for itself, so that text around them stays readable.
      this.#byLines = true
      this.#held = all.slice(all.length - begun(all))
      return this.#eachLine(all.subarray(0, all.length - this.#held.length), this.#decoder)
    }
  }

  #eachLine(bytes: Uint8Array, decoder: TextDecoder): string {
    let text = ''
    for (const line of linesOf(bytes)) text += this.#line(line, decoder)
    return text
  }

  #line(line: Uint8Array, decoder: TextDecoder): string {
    try {
      return decoder.decode(line)
    } catch {
      const japanese = shiftJisLine(line)
      this.notices.add(japanese === undefined ? 'mixed' : 'lines')
      return japanese ?? latin(line)
    }
  }

  #wide(bytes: Uint8Array): string {
    const all = this.#held.length > 0 ? Buffer.concat([this.#held, bytes]) : bytes
    let text = ''
    let at = 0
    for (; all.length - at >= 2;) {
      const size = Math.min(blockBytes, (all.length - at) & ~1)
      const block = all.subarray(at, at + size)
      if (looksNarrow(block)) {
        this.notices.add('mixed')
        this.#encoding = 'utf-8'
        this.#decoder = decoderOf('utf-8')
        this.#held = new Uint8Array()
        return text + this.#narrow(all.subarray(at))
      }
      text += this.#decoder?.decode(block, { stream: true }) ?? ''
      at += size
    }
    this.#held = all.slice(at)
    return text
  }
}

function decoderOf(encoding: TextEncodingName): TextDecoder | undefined {
  if (encoding === 'latin1') return undefined
  return new TextDecoder(encoding, {
    fatal: !encoding.startsWith('utf-16'),
    ignoreBOM: true,
  })
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** How many octets at the end begin a character that is not whole yet. */
function unfinished(bytes: Uint8Array, encoding: TextEncodingName): number {
  if (encoding === 'shift_jis') return trailingLead(bytes, isLead)
  if (encoding === 'windows-1251' || encoding === 'koi8-r') return 0
  // Each line begins and ends in ASCII.
  if (encoding === 'iso-2022-jp') return bytes.length - (bytes.lastIndexOf(0x0a) + 1)
  if (['euc-jp', 'gb18030', 'euc-kr', 'big5'].includes(encoding))
    return trailingLead(bytes, (octet) => octet > 0x80)
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const octet = bytes[bytes.length - back] ?? 0
    if (octet < 0x80) return 0
    if (octet >= 0xc0) return back < (octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** A run of lead octets of even length at the end is whole characters; of odd length, the last waits for its second. */
function trailingLead(bytes: Uint8Array, leads: (octet: number) => boolean): number {
  let run = 0
  while (run < bytes.length && leads(bytes[bytes.length - 1 - run] ?? 0)) run++
  return run % 2
}

function isLead(octet: number): boolean {
  return (octet >= 0x81 && octet <= 0x9f) || (octet >= 0xe0 && octet <= 0xfc)
}

/** How many octets at the end are of a line that goes on. */
function begun(bytes: Uint8Array): number {
  const open = bytes.length - (bytes.lastIndexOf(0x0a) + 1)
  return open > mostHeld ? 0 : open
}
