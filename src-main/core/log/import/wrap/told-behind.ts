import { isCommand } from '../line-kinds'
import type { RawLine, Wrapping } from './wrapping'

/** `AT+CPIN? ok`, `AT+CGACT=1,1 timeout` */
const form = /^(AT\S*(?: \S+)*?) ((?:ok|fail(?:ed)?|error|time-?out|timed out)[.!]?)$/
const longest = 500
const fewest = 2

/** A program's word for what came of a command directly behind it, where most commands of the log stand so. */
export const toldDirectly: Wrapping = {
  open(lines) {
    const told = lines.filter((line) => partsOf(line)).length
    const others = lines.filter((line) => isCommand(line.trim()) && !partsOf(line)).length
    if (told < fewest || told <= others) return undefined
    return {
      line: (text, end) => partsOf(text)?.map((part): RawLine => [part, end]) ?? [[text, end]],
      finish: () => [],
    }
  },
}

function partsOf(line: string): readonly [command: string, word: string] | undefined {
  if (line.length > longest) return undefined
  const [, command = '', word = ''] = form.exec(line.trim()) ?? []
  // A sentence goes on in small letters: `AT+CPIN? is not ok`.
  const spoken = / [a-z]/.test(command.replace(/"[^"]*"/g, '""'))
  return isCommand(command) && !spoken ? [command, word] : undefined
}
