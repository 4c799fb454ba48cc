import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const cell = /^\s*"cell_type": ?"(?:code|markdown|raw)",?\s*$/
/** What a cell printed: a list of its lines (nbformat 4, “Code cell outputs”). */
const printed = /^\s*"text(?:\/plain)?": ?\[\s*$/
const text = /^\s*("(?:[^"\\]|\\.)*"),?\s*$/

/** A Jupyter notebook: what its cells printed; the code that printed it was not exchanged. */
export const notebook: Wrapping = {
  open: (lines) => (lines.some((line) => cell.test(line)) ? new Outputs() : undefined),
}

class Outputs implements Unwrapper {
  #inside = false

  line(raw: string, end: string): readonly RawLine[] {
    if (printed.test(raw)) {
      this.#inside = true
      return []
    }
    if (raw.trim() === '') return []
    const quoted = this.#inside ? text.exec(raw)?.[1] : undefined
    if (quoted === undefined) {
      this.#inside = false
      return []
    }
    const said = spoken(quoted).replace(/\n$/, '')
    return said.split('\n').map((line): RawLine => [line.replace(/\r$/, ''), end])
  }
  finish(): readonly RawLine[] {
    return []
  }
}

function spoken(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}
