import { latin1 } from '../../bytes'
import { fromBase64 } from '../base64'
import { isAnswer, isCommand, isFinal } from './line-kinds'

/** Fields that say that they are Base64, and fields that hold anything. */
const told = /"(?:b64|base64|data_?b64)" ?: ?"([A-Za-z\d+/]{4,4000}={0,2})"/i
const open =
  /"(?:data|payload|bytes|octets|raw|buffer|chunk)" ?: ?"((?:[A-Za-z\d+/]{4}){0,1000}(?:[A-Za-z\d+/]{4}|[A-Za-z\d+/]{3}=|[A-Za-z\d+/]{2}==))"/i

/** The octets that a line of JSON holds as Base64. */
export function encodedOctets(line: string): Uint8Array | undefined {
  const text = told.exec(line)?.[1] ?? open.exec(line)?.[1]
  return text === undefined ? undefined : fromBase64(text)
}

/** Whether these lines are octets in Base64: words in such a field may look like it, but do not say AT once they are decoded. */
export function isEncodedLog(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  const octets = written.flatMap((line) => encodedOctets(line) ?? [])
  if (octets.length < 2 || octets.length * 10 < written.length * 9) return false
  const said = octets
    .map(latin1)
    .join('')
    .split(/[\r\n]+/)
  return said.some((line) => isCommand(line) || isFinal(line) || isAnswer(line))
}
