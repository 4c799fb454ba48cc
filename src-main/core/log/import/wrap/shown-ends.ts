import { isAnswer, isCommand, isFinal } from '../line-kinds'
import type { Wrapping } from './wrapping'

/** How `cat -A`, `cat -v` and `sed -n l` show the end of a line. */
const ends = /(?:\^M|\\r){1,4}\$?$|(?<!\$)\$$/
const fewest = 3

/** Line ends that a tool shows behind lines with nothing before them: `AT+CPIN?^M^M$`, `OK\r$`. */
export const shownEnds: Wrapping = {
  open(lines) {
    const shown = lines.filter((line) => /(?:\^M|\\r)\$?$/.test(line) && isTheirs(bare(line)))
    const whole = lines.filter((line) => line.trim() !== '' && !ends.test(line))
    if (shown.length < fewest || whole.length * 4 > shown.length) return undefined
    return { line: (text, end) => [[bare(text), end]], finish: () => [] }
  },
}

const bare = (line: string) => line.replace(ends, '')
const isTheirs = (line: string) => isCommand(line) || isFinal(line) || isAnswer(line)
