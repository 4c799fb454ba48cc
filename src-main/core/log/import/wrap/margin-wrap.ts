import { isAnswer, isCommand, isFinal } from '../at-lines'
import { directionCell } from '../direction-cell'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const spelledEnd = /(?:\\r|\\n|<CR>|<LF>|\[CR\]|\[LF\]|[␍␊])+$/i
/** A shell's trace assigns with `=` (`+ FW=18500`), which no answer does. */
const apart = /^AT \+ (?=[A-Z]{2,})|^\+ (?=[A-Z]{2,})(?!\w+=)/

/** One line with nothing before it: their own lines only. */
type Trim = (line: string) => string

/** What stands around every line alike: an indentation, the bars of a table, line ends in letters, a translator's blanks. */
export const marginWrap: Wrapping = {
  open(lines) {
    const told = lines.filter((line) => line.trim() !== '')
    const trims = [bars, indentation, ends, blanks, reader, withoutAt].filter((find) =>
      find.shows(told),
    )
    return trims.length === 0
      ? undefined
      : trimmed((line) => trims.reduce((text, { trim }) => trim(text), line))
  },
}

function trimmed(trim: Trim): Unwrapper {
  return { line: (text, end): RawLine[] => [[trim(text), end]], finish: () => [] }
}

interface Margin {
  shows(lines: readonly string[]): boolean
  readonly trim: Trim
}

const barred = /^\|.*\|\s*$/

const bars: Margin = {
  shows(lines) {
    if (lines.length > 2 && lines.every((line) => barred.test(line))) return true
    return lines.filter((line) => barred.test(line) && directionCell.test(line)).length > 2
  },
  trim: (line) => (barred.test(line) ? line.replace(/^\|\s*/, '').replace(/\s*\|\s*$/, '') : line),
}

/** Where lines of theirs stand both indented and not, the indentation is a direction. */
const indentation: Margin = {
  shows(lines) {
    const theirs = lines.filter((line) => isTheirs(line.trim()))
    return theirs.length > 1 && theirs.every((line) => /^\s/.test(line))
  },
  trim: (line) => line.trimStart(),
}

/** What is longer is no line that a person wrote out. */
const longest = 4096
const withoutEnd = (line: string) => (line.length > longest ? line : line.replace(spelledEnd, ''))

const ends: Margin = {
  shows: (lines) =>
    lines.filter((line) => withoutEnd(line) !== line && isTheirs(withoutEnd(line))).length > 1,
  trim: withoutEnd,
}

/** Which thread of MediaTek's RIL read or wrote the line: ` (RIL_CMD_READER_1 tid:547)`. */
const thread = / \(RIL_\w+,? tid:\d+\)$/
const reader: Margin = {
  shows: (lines) => lines.filter((line) => thread.test(line)).length > 1,
  trim: (line) => line.replace(thread, ''),
}

/** TinyGSM shows a command without its AT, in the pieces it was made of: `### AT: +CIPSTART= 0 ,"TCP" ," example.org`. */
const piecesOfTiny = /^(.*### AT:) ?(.*)$/
const withoutAt: Margin = {
  // Beside the commands as they were sent it says them again.
  shows: (lines) =>
    lines.filter((line) => piecesOfTiny.test(line)).length > 1 && !lines.some(isCommand),
  trim(line) {
    const [, before, pieces = ''] = piecesOfTiny.exec(line) ?? []
    if (before === undefined || /^AT/.test(pieces)) return line
    return `${before} AT${pieces.replaceAll(' ', '')}`
  },
}

const blanks: Margin = {
  shows: (lines) => lines.filter((line) => apart.test(line)).length > 1,
  trim: (line) => line.replace(apart, (all: string) => (all.startsWith('AT') ? 'AT+' : '+')),
}

function isTheirs(line: string): boolean {
  return isCommand(line) || isFinal(line) || isAnswer(line)
}
