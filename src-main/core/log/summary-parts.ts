import { cardOfErrorLine } from '../card/card-state'
import type { RungId } from '../modem/rungs'
import type { LogRow } from './row'
import { shortest } from './shortest'
import type { SlotSummary, Stage } from './slot-summary'

/** A link without an address carries nothing. */
export const carrying = new Set<RungId>(['ip', 'internet'])

/** The lowest layer that did not come up; where one above it failed, it did not come up later either. */
export function stoppedAt(stages: readonly Stage[]): Stage | undefined {
  // What came up came through the port, whether or not its answers were recorded.
  const through = stages.some(({ id, state }) => carrying.has(id) && state === 'fine')
  const stopped = stages.find(
    ({ id, state }) => state === 'failure' || (state === 'busy' && !(through && id === 'port')),
  )
  const failed = stages.some(({ state }) => state === 'failure')
  return stopped && failed && stopped.id !== 'port' ? { ...stopped, state: 'failure' } : stopped
}

/** The modem that a row is of: that of a slot, or one of several of which a log tells there. */
export const whose = ({ slot, unit }: Pick<LogRow, 'slot' | 'unit'>): string =>
  unit === undefined ? slot : `${slot} ${unit}`

export const makers =
  /^(?:quectel|u-?blox|simcom|telit|cinterion|sierra|huawei|fibocom|nordic|sequans|zte|neoway|meig|lierda|gosuncn|longsung|mobiletek|thales|gemalto)\b/i

export const cardCommands = /^AT\+(CPIN|CIMI|CICCID|CCID|QCCID)(?=[=?;]|$)/i

/** Without it nothing that goes through the modem's own MQTT, HTTP or TLS can be tried. */
export const startsService =
  /^AT(?:\+CMQTTSTART|\+CMQTTACCQ=|\+HTTPINIT|\+CHTTPSSTART|\+CCHSTART|\+QHTTPURL=|\+SHCONF=|\+SMCONF=|#XMQTTCFG=)/i

export function failureOf(row: Spelled): NonNullable<SlotSummary['failed']> {
  const text = row.said ?? row.text
  const line = row.command === undefined ? text : `${row.command}: ${text}`
  const words = row.explanation?.words
  return {
    line: shortest(line),
    ...(words ? { words } : {}),
    ...(row.command === undefined ? ({ unasked: true } as const) : {}),
    ...(row.said === undefined ? {} : ({ said: true } as const)),
  }
}

/** `said`: the word that stands in the log. */
export type Spelled = LogRow & { readonly said?: string }

/**
 * A result in digits (ATV0), or in a program's own word, as in words: the row as those read it who look for `NO CARRIER`.
 */
export function spelled(row: LogRow): Spelled {
  const result = row.kind === 'final' && row.dir === 'note' && row.explanation?.facts['result']
  if (typeof result === 'string') return { ...row, dir: 'rx', text: result, said: row.text }
  const name = row.kind === 'final' && /^\d$/.test(row.text) ? row.explanation?.name : undefined
  return name === undefined ? row : { ...row, text: name }
}

/** What an error says of the card, as +CPIN would. */
export function cardIn({ explanation }: LogRow): string | undefined {
  return explanation && cardOfErrorLine(explanation.name, explanation.facts)
}

export function cardOf(row: LogRow): SlotSummary['sim'][number] {
  const words = row.explanation?.words
  const line = shortest(row.text.replace(/^.*: */, ''))
  return words ? { line, words } : { line }
}

/** What the network said of the context (27.007, 9.2.2; 24.008, 10.5.6.6). */
export const networkCauses = /^\+CME ERROR: (?:26|27|32|33|34|132|133|134|148|149)$/

export const wrongSecret = /^\+CME ERROR: (?:16|incorrect password)$/i

/** What makers answer where there is no service: ZTE, SIMCom, Quectel and Huawei. */
export const noServiceTold =
  /^\+ZPASR?: *"No Service|^\+CPSI: *NO SERVICE|^\+QNWINFO: *"?No Service|^\+QCSQ: *"NOSERVICE|^\+QENG: *"servingcell", *"(?:SEARCH|LIMSRV)"|^\^SYSINFO(?:EX)?: *[01],|^\^HCSQ: *"?NOSERVICE/i

/** Sierra's own words for a modem whose radio is off. */
export const lowPower = ({ text, explanation }: LogRow) =>
  explanation?.name === '!PCINFO' && /^State: *Low ?Power/i.test(text)

export function severe(row: LogRow): 'busy' | 'failure' {
  return row.explanation?.severity === 'failure' ? 'failure' : 'busy'
}
