import { isAnswer, isCommand, isFinal } from '../at-lines'
import { listed } from '../line-core'
import type { RawLine, Wrapping } from './wrapping'

/** A program that prints the lines it read as a list: `['AT+CSQ', '+CSQ: 9,99', '', 'OK']`. */
export const listWrap: Wrapping = {
  open(lines) {
    const theirs = lines.filter((line) => listed(line.trim())?.some(isTheirs)).length
    if (theirs === 0) return undefined
    return {
      line: (text, end) => {
        const list = listed(text.trim())
        if (!list?.some(isTheirs)) return [[text, end]]
        return list.filter((line) => line !== '').map((line): RawLine => [line, end])
      },
      finish: () => [],
    }
  },
}

function isTheirs(line: string): boolean {
  return isCommand(line) || isFinal(line) || isAnswer(line)
}
