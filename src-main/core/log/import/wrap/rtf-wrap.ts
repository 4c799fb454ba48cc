import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const begins = /^\{\\rtf\d/
/** Groups that hold no text of the document (RTF 1.9.1, “Destinations”). */
const without = new Set(['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'header', 'footer'])
const breaks = new Set(['par', 'line', 'row', 'cell'])
/** A control word, one octet in hex, or a sign that is escaped. */
const control = /\\(?:([a-z]{1,32})(-?\d{1,10})? ?|'([\da-f]{2})|(.))/iy

/** What somebody saved in a word processor. */
export const rtfWrap: Wrapping = {
  open: (lines) => (lines.some((line) => begins.test(line)) ? new Rtf() : undefined),
}

class Rtf implements Unwrapper {
  #text = ''
  #depth = 0
  /** The depth of the group that is left out. */
  #left: number | undefined
  /** So many characters behind `\u8364` are there for those who do not know it. */
  #skip = 0

  line(text: string, end: string): readonly RawLine[] {
    const out: RawLine[] = []
    // Before and behind the document.
    if (this.#depth === 0 && !begins.test(text)) return [[text, end]]
    for (let at = 0; at < text.length;) {
      const sign = text[at] ?? ''
      if (sign === '\\') {
        control.lastIndex = at
        const [whole = sign, word = '', number = '', octet, other] = control.exec(text) ?? []
        at += whole.length
        if (breaks.has(word.toLowerCase())) this.#break(out, end)
        else if (octet !== undefined) this.#say(String.fromCharCode(parseInt(octet, 16)))
        else if (other === '*') this.#left ??= this.#depth
        else if (other !== undefined) this.#say(other === '~' ? ' ' : other)
        else this.#word(word, Number(number))
        continue
      }
      at++
      if (sign === '{') this.#depth++
      else if (sign === '}') this.#close()
      else this.#say(sign)
    }
    return this.#depth === 0 ? [...out, ...this.finish()] : out
  }
  finish(): readonly RawLine[] {
    const text = this.#text
    this.#text = ''
    return text === '' ? [] : [[text, '\n']]
  }

  #break(out: RawLine[], end: string): void {
    if (this.#left !== undefined) return
    out.push([this.#text, end])
    this.#text = ''
  }
  #close(): void {
    if (this.#left === this.#depth) this.#left = undefined
    this.#depth = Math.max(0, this.#depth - 1)
  }
  #word(word: string, number: number): void {
    if (without.has(word)) this.#left ??= this.#depth
    else if (word === 'tab') this.#say('\t')
    else if (word === 'u') {
      this.#say(String.fromCharCode(number & 0xffff))
      this.#skip = 1
    }
  }
  #say(text: string): void {
    if (this.#left !== undefined) return
    if (this.#skip > 0) this.#skip--
    else this.#text += text
  }
}
