import { isAnswer, isCommand, isFinal } from '../line-kinds'
import type { RawLine, Wrapping } from './wrapping'

/** `modemd: [AT+CGATT?] -> [+CGATT: 0][OK]` */
const bracketed = /^(.{0,80}?)\[(AT[^\]]{0,200})\] ?(?:->|=>|→|:) ?((?:\[[^\]]{0,400}\] ?)+)$/i
/** `12.05.2024 08:01:02;GSM;TX="AT+CPIN?";RX="+CPIN: SIM PUK"` */
const named = /^(.{0,80}?)\bTX ?[=:] ?"(AT[^;]{0,200}?)"[;, ] ?RX ?[=:] ?"(.{0,400})"$/i
/** Line ends that were written as a bar, or out. */
const ends = /\||\\r\\n|\\[rn]|<CR><LF>|\r?\n/

interface Pair {
  readonly head: string
  readonly asked: string
  readonly answers: readonly string[]
}

/** A program that writes the command and what came on one line, each in brackets or in quotes. */
export const pairs: Wrapping = {
  open(lines) {
    if (!lines.some((line) => pairOf(line))) return undefined
    return {
      line: (text, end) => {
        const pair = pairOf(text)
        if (!pair) return [[text, end]]
        const { head, asked, answers } = pair
        return [`${head}TX: ${asked}`, ...answers.map((one) => `${head}RX: ${one}`)].map(
          (line): RawLine => [line, end],
        )
      },
      finish: () => [],
    }
  },
}

function pairOf(line: string): Pair | undefined {
  const inBrackets = bracketed.exec(line)
  const [, head = '', asked = '', said = ''] = inBrackets ?? named.exec(line) ?? []
  if (!isCommand(asked)) return undefined
  const parts = inBrackets ? [...said.matchAll(/\[([^\]]*)\]/g)].map(([, one = '']) => one) : [said]
  const answers = parts.flatMap((one) => one.split(ends)).filter((one) => one.trim() !== '')
  const theirs = answers.some((one) => isFinal(one) || isAnswer(one))
  return theirs ? { head, asked, answers } : undefined
}
