import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const fewest = 6
/** A line or two may be broken otherwise. */
const nearlyAll = 0.95

/** A page or an editor put an empty line behind each. */
export function isDoubleSpaced(lines: readonly string[]): boolean {
  const said = lines.filter((line) => line.trim() !== '').length
  const followed = lines.filter(
    (line, at) => line.trim() !== '' && (lines[at + 1] ?? '').trim() === '',
  ).length
  return said >= fewest && followed >= nearlyAll * said
}

export const doubleSpaced: Wrapping = {
  open: (lines) => (isDoubleSpaced(lines) ? new Single() : undefined),
}

class Single implements Unwrapper {
  #said = false

  line(text: string, end: string): readonly RawLine[] {
    const extra = this.#said && text.trim() === ''
    this.#said = !extra
    return extra ? [] : [[text, end]]
  }
  finish(): readonly RawLine[] {
    return []
  }
}
