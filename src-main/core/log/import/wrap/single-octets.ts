import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const octet = /^([<>])[ \t]{1,4}0x([0-9a-f]{2})(?:[ \t]+\(.\))?[ \t]*$/i
const least = 4
const mostOctets = 1024

/** interceptty: an octet a line, behind its direction (`> 0x41 (A)`); here the octets of one direction are one line. */
export const singleOctets: Wrapping = {
  open: (lines) =>
    lines.filter((line) => octet.test(line)).length < least ? undefined : new Gathered(),
}

class Gathered implements Unwrapper {
  #side = ''
  #octets: string[] = []

  line(text: string, end: string): readonly RawLine[] {
    const [, side = '', hex = ''] = octet.exec(text) ?? []
    if (hex === '') return [...this.finish(), [text, end]]
    const before = side === this.#side && this.#octets.length < mostOctets ? [] : this.finish()
    this.#side = side
    this.#octets.push(hex)
    return before
  }

  finish(): readonly RawLine[] {
    if (this.#octets.length === 0) return []
    const line = `${this.#side} ${this.#octets.join(' ')}`
    this.#octets = []
    return [[line, '\n']]
  }
}
