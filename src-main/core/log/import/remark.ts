import { coreOf } from './line-core'

/** Set off from the line, and with a sign that no line of a modem ends with: `AT+CPIN?   ← the card`. */
const remarked = /^(.*\S)((?:[ \t]{2,}|\u3000+[ \t]*)[←⇐※].*)$/

/** MediaTek's RIL names its thread behind what it sends: `AT+EGREG? (RIL_CMD_READER_1, tid:1300)`. */
const ofThread = /^(.*\bAT[^(]*\S) (\(\w+, ?tid:\d+\))$/

/** A line of an exchange, and what a person wrote behind it; an arrow before the modem's words is no remark. */
export function withoutRemark(line: string): readonly [said: string, remark?: string] {
  const thread = line.endsWith(')') ? ofThread.exec(line) : undefined
  if (thread?.[1] !== undefined && thread[2] !== undefined) return [thread[1], thread[2]]
  if (!/[←⇐※]/.test(line)) return [line]
  const [, said = '', remark = ''] = remarked.exec(line) ?? []
  return said !== '' && coreOf(said) && !coreOf(remark) ? [said, remark] : [line]
}
