import { listed } from '../line-core'
import type { RawLine, Wrapping } from './wrapping'

/** Sixfab’s Pico LTE: `{'status': 0, 'response': ['+CEREG: 0,3', 'OK'], 'value': '3'}`. */
const dict =
  /^\s{0,8}\{(?:'\w{1,20}': [^[\]]{0,80}, )?'(?:response|result|reply|lines)': (\[(?:'.*'|".*")\])(?:, '\w{1,20}': .{0,200})?\}$/

/** What a call of a library gave back, as Python prints it: the lines stand in it as the modem said them. */
export const pythonDict: Wrapping = {
  open: (lines) => (lines.some((line) => linesOf(line)) ? unwrapper : undefined),
}

const unwrapper = {
  line: (text: string, end: string): readonly RawLine[] =>
    (linesOf(text) ?? [text]).map((line) => [line, end] as const),
  finish: (): readonly RawLine[] => [],
}

function linesOf(line: string): readonly string[] | undefined {
  const list = dict.exec(line)?.[1]
  return list === undefined ? undefined : listed(list)?.filter((one) => one !== '')
}
