import type { Words } from '@core/words'
import { columnWords, syntaxWords } from './config-words'

/** A mistake of the reader of YAML, at its line and column (both from 1). */
export interface SyntaxError {
  readonly code: string
  readonly message: string
  readonly line: number
  readonly column: number
}
export interface SyntaxMistake {
  readonly line: number
  readonly column: number
  readonly words: Words
}

/**
 * What is wrong with a file that is no YAML, each line once: the reader says two or three things of one line. A line that begins in a column
 * where none can begin is told as that, and in its own place: the reader blames the line above, or a bracket that nobody forgot.
 */
export function syntaxMistakes(
  text: string,
  errors: readonly SyntaxError[],
): readonly SyntaxMistake[] {
  const lines = text.split(/\r?\n/)
  const isFirst = ({ line }: { line: number }, index: number, all: readonly { line: number }[]) =>
    all.findIndex((one) => one.line === line) === index
  return errors
    .filter(isFirst)
    .map((error) => ofIndent(lines, error) ?? inItsWords(error))
    .filter(isFirst)
}

const inItsWords = ({ code, message, line, column }: SyntaxError): SyntaxMistake => ({
  line,
  column,
  words: syntaxWords(code, message),
})

function ofIndent(lines: readonly string[], error: SyntaxError): SyntaxMistake | undefined {
  const line = lineAtFault(lines, error)
  const begins = columnsOf(lines[line - 1] ?? '')
  const [column] = begins
  if (column === undefined) return undefined
  const isItem = begins.length > 1 || /^\s*-(?:\s|$)/.test(lines[line - 1] ?? '')
  const open = openColumns(lines.slice(0, line - 1), isItem)
  if (open.length === 0 || open.includes(column)) return undefined
  return { line, column, words: columnWords(column, open) }
}

/** The line whose indentation the reader stumbled over. */
function lineAtFault(lines: readonly string[], { code, message, line }: SyntaxError): number {
  if (code === 'BAD_INDENT' || /indicator|block sequence/i.test(message)) return line
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return 0
  // It took the next line for more of the value that stands in this one.
  const next = lines.findIndex((one, index) => index >= line && !isEmpty(one))
  return next === -1 ? 0 : next + 1
}

const isEmpty = (line: string) => /^\s*(?:#|$)/.test(line)

/** Where the dashes and the key of a line begin, from the left; nothing for a line that has neither. */
function columnsOf(line: string): readonly number[] {
  const dashes = /^\s*(?:- +)*/.exec(line)?.[0] ?? ''
  const found = [...dashes].flatMap((letter, index) => (letter === '-' ? [index + 1] : []))
  const rest = line.slice(dashes.length)
  return /^[^\s#{["'-][^#]*?:(?:\s|$)/.test(rest) || /^(["']).*?\1\s*:(?:\s|$)/.test(rest)
    ? [...found, dashes.length + 1]
    : found
}

/** The columns in which the next line can begin by those above it, from the right: keys, or dashes for an item of a list. */
function openColumns(above: readonly string[], isItem: boolean): readonly number[] {
  const open: number[] = []
  let left = Number.POSITIVE_INFINITY
  for (const line of above.toReversed()) {
    if (isEmpty(line)) continue
    const columns = columnsOf(line)
    for (const column of columns.toReversed()) {
      if (column >= left) continue
      left = column
      if ((line[column - 1] === '-') === isItem) open.push(column)
    }
  }
  return open
}
