import type { RawLine, Wrapping } from './wrapping'

/** Espruino's AT module: `["AT+CPIN?\r\n"` was sent; `] "AT\r" --> "OK"` is what had come, and the line that it took from it. */
const sent = /^\["((?:[^"\\]|\\.)*)"$/
const came = /^\] "(?:[^"\\]|\\.)*" --> "((?:[^"\\]|\\.)*)"$/

export const espruino: Wrapping = {
  open: (lines) =>
    lines.some((line) => came.test(line)) && lines.some((line) => sent.test(line))
      ? unwrapper
      : undefined,
}

const unwrapper = {
  line: (text: string, end: string): readonly RawLine[] =>
    marked(text).map((line) => [line, end] as const),
  finish: (): readonly RawLine[] => [],
}

function marked(line: string): readonly string[] {
  const [way, content] = [sent.exec(line)?.[1], came.exec(line)?.[1]]
  const said = way ?? content
  if (said === undefined) return [line]
  const spoken = said.replace(/\\(["\\])/g, '$1')
  const lines = spoken.split(/(?:\\[rn])+/).filter((one) => one !== '')
  return lines.map((one) => `${way === undefined ? 'RX' : 'TX'}: ${one}`)
}
