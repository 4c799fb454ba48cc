import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** An answer whose line ends are shown as dots: `..+CGATT: 1....OK..`. */
const answer = /^(.{0,40}?)\.\.(\S.*)\.\.\.\.((?:OK|ERROR|\+CM[ES] ERROR: .{0,60}))\.\.$/
/** A command with its CR as a dot: `AT+CPSI?.` */
const command = /^(.{0,40}?AT[+*^%$#!&D][^.]{1,100})\.$/i

/** A program shows what is no letter as a dot. */
export const dotted: Wrapping = {
  open: (lines) =>
    lines.some((line) => answer.test(line)) && lines.some((line) => command.test(line))
      ? undotted
      : undefined,
}

const undotted: Unwrapper = {
  line(text, end): RawLine[] {
    const [, before = '', said = '', result = ''] = answer.exec(text) ?? []
    if (result === '') return [[command.exec(text)?.[1] ?? text, end]]
    return [...said.split(/\.{2,}/), result].map((line) => [`${before}${line}`, end])
  },
  finish: () => [],
}
