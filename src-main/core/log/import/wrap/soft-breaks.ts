import { isAnswer, isCommand, isFinal } from '../at-lines'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** A line is put together from no more pieces. */
const mostPieces = 24
const longest = 1024

/** Lines of a page or of a picture that were broken where its column ended: a quotation or a list is not closed. */
export const softBreaks: Wrapping = {
  open(lines) {
    const broken = lines.filter((line, at) => isOpen(line) && isRest(lines[at + 1] ?? ''))
    return broken.length > 0 ? new SoftBreaks() : undefined
  },
}

class SoftBreaks implements Unwrapper {
  #pieces: RawLine[] = []

  line(text: string, end: string): readonly RawLine[] {
    if (this.#pieces.length === 0) return this.#begin(text, end)
    if (!isRest(text)) return [...this.finish(), ...this.#begin(text, end)]
    this.#pieces.push([text, end])
    const whole = joinedOf(this.#pieces)
    if (!isOpen(whole)) {
      this.#pieces = []
      return [[whole, end]]
    }
    return this.#pieces.length >= mostPieces || whole.length > longest ? this.finish() : []
  }

  #begin(text: string, end: string): readonly RawLine[] {
    if (!isOpen(text)) return [[text, end]]
    this.#pieces = [[text, end]]
    return []
  }

  /** What is never closed was no broken line. */
  finish(): readonly RawLine[] {
    const held = this.#pieces
    this.#pieces = []
    return held
  }
}

/** A word that was left out of an error was set off from it. */
function joinedOf(pieces: readonly RawLine[]): string {
  const [[first] = [''], ...rest] = pieces
  return [
    noReason.test(first) ? `${first} ` : first,
    ...rest.map(([piece]) => piece.trimStart()),
  ].join('')
}

/** The number or the words stand on the next line. */
const noReason = /^\+CM[ES] ERROR:$/
/** A frame in pppd's words that is not closed. */
const openFrame = /^(?:sent|rcvd) \[(?:LCP|PAP|CHAP|IPCP|CCP|IPV6CP) [^\]]*$/

/** Their text may hold line ends of its own. */
const ofManyLines = /^(?:\+CUSD|\+CMT|\+CMG|\+QMTRECV|\+CMQTT|\+UUSORF)/

function isOpen(line: string): boolean {
  const text = line.trimEnd()
  if (noReason.test(text) || openFrame.test(text)) return true
  if (text.length < 12 || ofManyLines.test(text) || !(isCommand(text) || isAnswer(text)))
    return false
  const quotes = text.split(/["“”]/).length - 1
  return quotes % 2 === 1 || (text.length > 15 && /[\d")],$/.test(text))
}

/** The rest of a line begins as no line of its own does. */
function isRest(line: string): boolean {
  const text = line.trim()
  return (
    text !== '' &&
    text.length < 200 &&
    (/^[^[\]]{0,80}\]$/.test(text) || (/^[\w"“”.,(-]/.test(text) && /["“”,\d]/.test(text))) &&
    !isCommand(text) &&
    !isFinal(text) &&
    !isAnswer(text)
  )
}
