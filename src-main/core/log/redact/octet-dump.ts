import { bytesOf } from '../../bytes'
import { binaryLogins } from './binary-logins'
import type { Span } from './span'
import { matches } from './matches'

/** Octets written out in pairs: `34 34 30`, `0x34, 0x34`, `34:34:30`, `\x34\x34`; four at least. */
const dump =
  /(?<![\da-zA-Z])(?:0x|\\x)?[\da-f]{2}(?:(?:, ?|[ :-]{1,2}|(?=\\x))(?:0x|\\x)?[\da-f]{2}(?![\da-z])){3,}|(?<![\da-zA-Z])(?:[\da-f]{2}){4,}(?![\da-zA-Z])/gi
/** No number of an answer: four pairs with something between, or eight together. */
const strict =
  /(?<![\da-zA-Z])(?:0x|\\x)?[\da-f]{2}(?:(?:, ?|[ :-]{1,2}|(?=\\x))(?:0x|\\x)?[\da-f]{2}(?![\da-z])){3,}|(?<![\da-zA-Z])(?:[\da-f]{2}){8,}(?![\da-zA-Z])/i
/** Octets as a list of plain numbers, as Python, JavaScript and Rust print them: `[65, 84, 43]`; eight at least. */
const decimals = /(?<=[[({] ?)\d{1,3}(?:, ?\d{1,3}){7,}(?= ?[\])}])/g
const together = /([\da-f]{2})/gi
const pair = /(?:0x|\\x)?([\da-f]{2})(?![\da-z])/gi
/** An offset before, or the letters in a column behind. */
const column = /^\W*(?:0x)?[\da-f]{4,8}[: ]|[|.]\s*$/i

/** How many digits at an end of a dump may be the part of a number whose rest stands on the next line. */
const half = /^[\d. -]{4,}|[\d. -]{4,}$/g
const longestContext = 512

/**
 * What octets say that are written out on lines, with the places of the octets and of their letters in a column beside.
 * A value that two lines share is found by what stood on the lines before, and its first half by what it begins with.
 */
export class OctetDumps {
  #before = ''
  /** The same as octets, without what stands for line ends. */
  #octets = ''

  /** The lines before say nothing of the next. */
  get idle(): boolean {
    return this.#before === ''
  }

  /** Whether what is in the text may depend on the lines before, or the lines after on it. */
  concerns(text: string): boolean {
    return strict.test(text) || (this.#before !== '' && text.search(dump) >= 0)
  }

  /** `look` finds what to hide in a text. */
  spansIn(text: string, look: (inside: string) => Span[]): Span[] {
    const columns = column.test(text)
    // The offset is no octets.
    const found = matches(dump, text).filter(
      ({ 0: { length }, index }) => !(columns && length <= 8 && index < 4),
    )
    const [first] = found
    if (!first) {
      // The last row of a dump may hold nothing but a line end.
      if (!columns) this.#before = this.#octets = ''
      return []
    }
    if (!this.concerns(text)) return []
    // Digits among the letters behind are no octets either.
    return found
      .slice(0, columns ? 1 : found.length)
      .flatMap((match) => this.#spansOf(match, text, columns, look))
  }

  #spansOf(
    { 0: written, index }: RegExpExecArray,
    text: string,
    columns: boolean,
    look: (inside: string) => Span[],
  ): Span[] {
    const octets = [...matches(/^[\da-f]{5,}$/i.test(written) ? together : pair, written)]
    const inside = octets.map(([, hex = '']) => letterOf(hex)).join('')
    const before = this.#before
    this.#before = `${before}${inside}${columns ? '' : '\n'}`.slice(-longestContext)
    // A quote at the end stands for the one on the next line.
    const hidden = look(`${before}${inside}"`).map((span) => ({
      ...span,
      start: Math.max(0, span.start - before.length),
      end: Math.min(inside.length, span.end - before.length),
      value: span.value ?? (before + inside).slice(span.start, span.end),
    }))
    const all = [...hidden, ...this.#logins(octets), ...(columns ? halves(inside) : [])]
    const letters = text.indexOf(inside.replace(/[^\x20-\x7e]/g, '.'), index + written.length)
    return all.flatMap(({ kind, start, end, value }) => {
      const first = octets[start]
      const last = octets[end - 1]
      if (!first || !last || end <= start) return []
      const span = {
        kind,
        start: index + first.index,
        end: index + last.index + last[0].length,
        value,
      }
      return letters < 0
        ? [span]
        : [span, { kind, start: letters + start, end: letters + end, value }]
    })
  }

  /** Logins that no text tells: of MQTT, PAP and CHAP; the name of one may stand on the lines before. */
  #logins(octets: readonly RegExpExecArray[]): (Span & { value: string })[] {
    const said = octets.map(([, hex = '']) => String.fromCharCode(parseInt(hex, 16))).join('')
    const before = this.#octets
    const whole = before + said
    this.#octets = whole.slice(-longestContext)
    return binaryLogins(bytesOf(whole)).flatMap(({ kind, start, end }) => {
      if (end <= before.length) return []
      const place = { start: Math.max(0, start - before.length), end: end - before.length }
      return [{ kind, ...place, value: whole.slice(start, end) }]
    })
  }
}

/** Control characters count as line ends, so that what stands alone on its line is seen to. */
function letterOf(hex: string): string {
  const code = parseInt(hex, 16)
  return code < 0x20 ? '\n' : String.fromCharCode(code)
}

/** What a list of plain numbers says: digits in pairs were read as hex already, and may as well be none. */
export function inDecimals(text: string, look: (inside: string) => Span[]): Span[] {
  if (!/\d, ?\d{1,3}, ?\d/.test(text)) return []
  return matches(decimals, text).flatMap(({ 0: list, index }) => {
    const numbers = [...matches(/\d+/g, list)]
    const codes = numbers.map(([number]) => Number(number))
    if (codes.some((code) => code > 255)) return []
    const inside = codes.map((code) => (code < 0x20 ? '\n' : String.fromCharCode(code))).join('')
    const logins: Span[] = binaryLogins(Uint8Array.from(codes))
    return [...look(inside), ...logins].flatMap(({ kind, start, end, value }) => {
      const first = numbers[start]
      const last = numbers[end - 1]
      if (!first || !last) return []
      const place = { start: index + first.index, end: index + last.index + last[0].length }
      return [{ kind, ...place, value: value ?? inside.slice(start, end) }]
    })
  })
}

function halves(inside: string): (Span & { value: string })[] {
  return [...matches(half, inside)]
    .filter(([digits]) => /\d{2}/.test(digits))
    .map(({ 0: digits, index }) => ({
      kind: 'octets',
      start: index,
      end: index + digits.length,
      value: digits,
    }))
}
