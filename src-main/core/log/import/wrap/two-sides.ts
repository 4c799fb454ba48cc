import { isAnswer, isCommand, isFinal } from '../line-kinds'
import type { RawLine, Wrapping } from './wrapping'

const fewest = 2
/** So far in an indentation is a column of its own. */
const far = 8
const right = /^[ \t]{8,}(?:[|│¦] ?[ \t]*)?(?=\S)/
const bar = /[|│¦]$/

/** Both sides beside one another, the host on the left and the modem on the right or the other way round, with a bar between or none. */
export const twoSides: Wrapping = {
  open(lines) {
    const told = lines.filter((line) => line.trim() !== '')
    const onRight = told.filter((line) => isTheirs(sideOf(line)) && right.test(line))
    const onLeft = told.filter((line) => isTheirs(sideOf(line)) && !/^\s/.test(line))
    if (onRight.length < fewest || onLeft.length < fewest) return undefined
    const columns = new Set(onRight.map((line) => line.search(/\S/)))
    const asked = [onLeft, onRight].map((side) => side.filter((line) => isCommand(sideOf(line))))
    // Lines that are only indented alike for another reason stand under what they belong to.
    const apart = asked.filter((side) => side.length > 0).length === 1
    if (columns.size > 1 || !apart || (onRight[0]?.search(/\S/) ?? 0) < far) return undefined
    return { line: (text, end): RawLine[] => [[sideOf(text), end]], finish: () => [] }
  },
}

/** What stands on one of the sides, where the other has nothing. */
function sideOf(line: string): string {
  if (right.test(line)) return line.replace(right, '')
  // A run of blanks may be as long as the line.
  const told = line.trimEnd()
  return /^\S/.test(line) && bar.test(told) ? told.slice(0, -1).trimEnd() : line
}

const isTheirs = (line: string) => isCommand(line) || isFinal(line) || isAnswer(line)
