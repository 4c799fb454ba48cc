import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** `SEND:AT`: nothing but the letters behind what the program puts before them. */
const begun = /^(.{0,40}[:>=] ?)AT$/i
const goesOn = /^(?:[+*^%$#!&][A-Za-z]|[A-Z]\d)/
/** So often a command must come in pieces before lines are put together. */
const fewPieces = 2

function rest(prefix: string, line: string): string | undefined {
  return line.startsWith(prefix) ? line.slice(prefix.length) : undefined
}

function inPieces(lines: readonly string[]): number {
  return lines.filter((line, i) => {
    const prefix = begun.exec(line)?.[1]
    return prefix !== undefined && goesOn.test(rest(prefix, lines[i + 1] ?? '') ?? '')
  }).length
}

/** A program that writes AT, the rest of the command and its end one by one, and logs each: `SEND:AT`, `SEND:+CPIN?`, `SEND:`. */
export const pieces: Wrapping = {
  open: (lines) => (inPieces(lines) >= fewPieces ? new Pieces() : undefined),
}

class Pieces implements Unwrapper {
  #held: { readonly prefix: string; text: string; readonly end: string } | undefined

  line(text: string, end: string): readonly RawLine[] {
    const held = this.#held
    const more = held && rest(held.prefix, text)
    if (held && more !== undefined && more.trim() !== '' && !/^AT/i.test(more)) {
      held.text += more
      return []
    }
    const out = this.finish()
    // Its end alone.
    if (held && more?.trim() === '') return out
    const prefix = begun.exec(text)?.[1]
    if (prefix === undefined) return [...out, [text, end]]
    this.#held = { prefix, text, end }
    return out
  }

  finish(): readonly RawLine[] {
    const held = this.#held
    this.#held = undefined
    return held ? [[held.text, held.end]] : []
  }
}
