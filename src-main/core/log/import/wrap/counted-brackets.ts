import type { RawLine, Wrapping } from './wrapping'

/** HylaFAX says how many octets it sent or read, and shows them: `<-- [11:ATE0V1Q0H0\r]`, `--> [2:OK]`. */
const form = /^(.{0,120}?(?:<--|-->) )\[\d{1,5}:(.*)\]$/
const lineEnds = /(?:\\[rn])+$/

export const countedBrackets: Wrapping = {
  open: (lines) => (lines.filter((line) => form.test(line)).length > 1 ? unwrapper : undefined),
}

const unwrapper = {
  line: (text: string, end: string): readonly RawLine[] => [[inside(text), end]],
  finish: (): readonly RawLine[] => [],
}

function inside(line: string): string {
  const [, before, content] = form.exec(line) ?? []
  if (before === undefined || content === undefined) return line
  return `${before}${content.replace(lineEnds, '')}`
}
