import type { LogRow } from '../row'
import type { Span } from './span'
import { matches } from './matches'

/** Headings of columns whose cells identify somebody or open something, and what such a cell looks like. */
const headings: readonly (readonly [heading: RegExp, kind: string, cell: RegExp])[] = [
  [/^(?:sim[ _-]?)?imsi$/i, 'imsi', /^\d{14,15}$/],
  [/^(?:modem[ _-]?)?imei(?:sv)?$/i, 'imei', /^\d{14,16}$/],
  [/^(?:sim[ _-]?)?(?:iccid|ccid)$/i, 'iccid', /^\d{18,20}$/],
  [/^eid$/i, 'eid', /^\d{32}$/],
  [/^(?:msisdn|phone(?:[ _-]?number)?|電話番号)$/i, 'number', /^\+?\d{6,15}$/],
  [/^(?:pin|puk)[12]?$/i, 'pin', /^\d{4,8}$/],
  [/^(?:username|password|passwd)$/i, 'password', /^\S+$/],
  [/^(?:lat|lon|lng|latitude|longitude)$/i, 'position', /^-?\d{1,3}\.\d{2,}$/],
]
const cells = /[^,;|\t]+/g
/** A heading has no number in it but in a name such as `pin1`. */
const headingCell = /^["']?[^\d"']{1,24}\d?["']?$/

/** A table with a heading: what a column is called says what its cells are, in the rows below it. */
export class Columns {
  #columns: readonly ((typeof headings)[number] | undefined)[] | undefined

  get idle(): boolean {
    return this.#columns === undefined
  }

  spansOf({ kind, text }: LogRow): Span[] {
    if (kind !== 'text' && kind !== 'note') return []
    if (!/[,;|\t]/.test(text)) {
      if (text.trim() !== '') this.#columns = undefined
      return []
    }
    const found = matches(cells, text)
    if (this.#begin(found.map(([cell]) => bare(cell)))) return []
    const columns = this.#columns
    if (columns?.length !== found.length) return []
    return found.flatMap(({ 0: cell, index }, at) => {
      const column = columns[at]
      const value = bare(cell)
      if (!column?.[2].test(value)) return []
      const start = index + cell.indexOf(value)
      return [{ kind: column[1], start, end: start + value.length }]
    })
  }

  /** Whether the row is a heading itself. */
  #begin(said: readonly string[]): boolean {
    if (said.length < 2 || !said.every((cell) => cell === '' || headingCell.test(cell)))
      return false
    const columns = said.map((cell) => headings.find(([heading]) => heading.test(cell)))
    if (columns.every((column) => column === undefined)) return false
    this.#columns = columns
    return true
  }
}

const bare = (cell: string) => cell.trim().replace(/^["'](.*)["']$/, '$1')
