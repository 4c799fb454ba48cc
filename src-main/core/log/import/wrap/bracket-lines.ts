import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** `Response: [+QDAI: 1,0,0,1`, which ends on a line below: `      OK]`. */
const opened = /^(.{0,160}?\b\w+: )\[([^[\]]+)$/
const closed = /^[ \t]*([^[\]]*)\]$/
const inside = /^[ \t]*([^[\]]*)$/
/** So many lines may stand between the brackets. */
const most = 24

/** An answer in brackets over several lines, as a journal shows it: each of its lines gets what stood before the first. */
export const bracketLines: Wrapping = {
  open: (lines) => (lines.some((line, at) => opens(lines, line, at)) ? new Brackets() : undefined),
}

function opens(lines: readonly string[], line: string, at: number): boolean {
  if (!opened.test(line)) return false
  for (const next of lines.slice(at + 1, at + 1 + most)) {
    if (closed.test(next)) return true
    if (!inside.test(next)) return false
  }
  return false
}

class Brackets implements Unwrapper {
  #before = ''
  #held: RawLine[] = []
  #lines: string[] = []

  line(text: string, end: string): readonly RawLine[] {
    if (this.#held.length > 0) return this.#goesOn(text, end)
    const [, before, first] = opened.exec(text) ?? []
    if (before === undefined || first === undefined) return [[text, end]]
    this.#before = before
    this.#held = [[text, end]]
    this.#lines = [first]
    return []
  }

  /** What was held for brackets that were never closed, as it stood there. */
  finish(): readonly RawLine[] {
    const held = this.#held
    this.#held = []
    return held
  }

  #goesOn(text: string, end: string): readonly RawLine[] {
    this.#held.push([text, end])
    const last = closed.exec(text)?.[1]
    const between = last ?? inside.exec(text)?.[1]
    if (between === undefined || (last === undefined && this.#held.length > most))
      return this.finish()
    this.#lines.push(between)
    if (last === undefined) return []
    this.#held = []
    const told = this.#lines.map((line) => line.trim()).filter((line) => line !== '')
    return told.map((line) => [`${this.#before}[${line}]`, end] as const)
  }
}
