import { isAnswer, isCommand, isFinal } from '../line-kinds'
import { coreOf } from '../line-core'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** Of the records so many begin with a quoted cell; a table without quotes is read as it stands. */
const nearlyAll = 0.8
const fewestSaid = 2
/** A cell that is not closed within so many lines was no cell. */
const mostHeld = 200
const longest = 20_000
/** What a table puts in place of a line end within a cell. */
const lineEnds = /\r?\n|\\r\\n|\\[rn]| [/|] (?=OK$|ERROR$|[+*^%$#][A-Z]|NO CARRIER$)/

/**
 * A table of quoted cells (RFC 4180), as spreadsheets and log services export it, where command and answer have a cell each or a
 * cell holds more than the line. Cells before the line alone are a prefix like any other.
 */
export const csvWrap: Wrapping = {
  open(lines) {
    if (!lines.some(isQuoted)) return undefined
    const records = recordsOf(lines)
    const quoted = records.filter(isQuoted)
    // The first may name the columns, the last may be cut.
    if (quoted.length < 2 || quoted.length < nearlyAll * (records.length - 2)) return undefined
    const said = quoted.filter((record) => {
      const cells = record.trimEnd().endsWith('"') ? (cellsOf(record) ?? []) : []
      return cells.length > 1 && (cells.filter(isSaid).length > 1 || cells.some(holdsMore))
    })
    return said.length >= fewestSaid ? new CsvLines() : undefined
  },
}

/** Times, numbers and words may stand before the first quoted cell; a command has cells of its own. */
const isQuoted = (record: string) => /^(?:[\w.:/ -]{1,40},){0,8}"/.test(record)

/** A cell may go on over several lines. */
function recordsOf(lines: readonly string[]): string[] {
  const records: string[] = []
  let held = ''
  let count = 0
  for (const line of lines) {
    held = count === 0 ? line : `${held}\n${line}`
    count++
    if (isOpen(held, count)) continue
    if (held.trim() !== '') records.push(held)
    count = 0
  }
  return records
}

const isOpen = (record: string, lines: number) =>
  lines < mostHeld && record.length < longest && cellsOf(record) === undefined

class CsvLines implements Unwrapper {
  #held: RawLine[] = []

  line(text: string, end: string): readonly RawLine[] {
    this.#held.push([text, end])
    const whole = this.#held.map(([line]) => line).join('\n')
    if (isOpen(whole, this.#held.length)) return []
    const cells = cellsOf(whole)
    if (cells === undefined) return this.finish()
    this.#held = []
    return linesOf(cells).map((line): RawLine => [line, end])
  }
  /** What was never closed stays as it stood. */
  finish(): readonly RawLine[] {
    return this.#held.splice(0)
  }
}

/** Where command and answer have a cell each, each is a line; else the cells are what stands before the line. */
function linesOf(cells: readonly string[]): string[] {
  const said = cells.filter(isSaid)
  if (said.length < 2) return [cells.join('\t')]
  return cells.flatMap((cell) => cell.split(lineEnds)).filter((line) => line.trim() !== '')
}

function isSaid(cell: string): boolean {
  const [first = ''] = cell.trim().split(lineEnds)
  return isCommand(first) || isFinal(first) || isAnswer(first) || coreOf(cell) !== undefined
}

/** Something stands before the line, within the cell. */
const holdsMore = (cell: string) => isSaid(cell) && (coreOf(cell)?.at ?? 0) > 0

/** The cells of a record; undefined while one of them is not closed. */
function cellsOf(record: string): string[] | undefined {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (record[at] !== '"') {
      const to = record.indexOf(',', at)
      cells.push(record.slice(at, to < 0 ? record.length : to))
      if (to < 0) return cells
      at = to + 1
      continue
    }
    const to = closingQuote(record, at + 1)
    if (to < 0) return undefined
    cells.push(record.slice(at + 1, to).replaceAll('""', '"'))
    if (record[to + 1] !== ',') return cells
    at = to + 2
  }
}

function closingQuote(record: string, from: number): number {
  for (let at = record.indexOf('"', from); at >= 0; at = record.indexOf('"', at + 2))
    if (record[at + 1] !== '"') return at
  return -1
}
