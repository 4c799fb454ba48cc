import { parseFinal } from '../../../at/final'
import type { RawLine, Wrapping } from './wrapping'

/**
 * atat, the AT library of Rust: `Received response: Ok(b"+CPIN: READY")`, `Ok(b"")`, `Err(CmeError(11))`; other programs
 * write `recv: Ok("")`.
 */
const carriedOut = /^(.*\bOk\(b?)"((?:[^"\\]|\\.)*)"\)$/
const refused = /^(.*(?:^|[^\w.]))Err\((?:\w+::)*C(m[es])(?:Error|Err)?\((\d{1,3})\)\)$/i

/** It shows what an exchange came to: the result is written back as the modem said it. */
export const rustResult: Wrapping = {
  open: (lines) => (lines.some((line) => resultsIn(line)) ? unwrapper : undefined),
}

const unwrapper = {
  line: (text: string, end: string): readonly RawLine[] =>
    (resultsIn(text) ?? [text]).map((line) => [line, end] as const),
  finish: (): readonly RawLine[] => [],
}

function resultsIn(line: string): readonly string[] | undefined {
  const [, before = '', said] = carriedOut.exec(line) ?? []
  if (said !== undefined) {
    const lines = said.split(/(?:\\[rn])+/).filter((one) => one !== '')
    const ended = parseFinal(lines.at(-1) ?? '') !== undefined
    return [...lines, ...(ended ? [] : ['OK'])].map((one) => `${before}"${one}")`)
  }
  const [, lead, kind, number] = refused.exec(line) ?? []
  if (lead === undefined || kind === undefined) return undefined
  return [`${lead}Ok(b"+C${kind.toUpperCase()} ERROR: ${number}")`]
}
