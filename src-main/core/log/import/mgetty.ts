import type { EndingsOf } from '../../at/endings'
import { AtLines, isCommand } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching, type Stamp } from './format'
import { prefixStamp } from './prefix-stamp'

/** `04/25 16:00:32 yS2  send: \dATQ0V1H0[0d]` */
const head = /^\d\d\/\d\d \d\d:\d\d:\d\d \S{1,8} {1,4}/
const sent = /^(?:send: (.*)|mdm_send: '(.*)')$/
/** What was waited for came, with what stood around it or alone. */
const got = /^got: (.*?)( \*\* found \*\*)?$/
const found = /^waiting for ``(.+?)''(?:, (?:then )?got:.*)? \*\* found \*\*$/
const read = /^mdm_\w{2,16}: string (?:\d: )?'([^']*)'/
const silent = /^(?:timeout in chat script, waiting for|mdm_get_line: cannot read byte)/
/** Octets that are no letters, and pauses of the chat script. */
const octet = /\[([0-9a-f]{2})\]/gi
const pause = /\\[dc]/g

/** mgetty: its chat script, and the commands by which it looks whether the modem is still there. */
class MgettyParser implements LogParser {
  readonly #lines: AtLines
  #stamp: Stamp | undefined

  constructor(endings?: EndingsOf) {
    this.#lines = new AtLines(endings)
  }

  line(text: string): ImportEvent[] {
    const before = head.exec(text)?.[0]
    if (before === undefined) return [{ kind: 'text', text }]
    this.#stamp = prefixStamp(before) ?? this.#stamp
    const stamp = this.#stamp
    const events = this.#said(text.slice(before.length).trimEnd(), text)
    return stamp ? events.map((event) => ({ ...event, stamp })) : events
  }
  finish(): ImportEvent[] {
    return []
  }

  #said(content: string, text: string): ImportEvent[] {
    const [whole, script, typed] = sent.exec(content) ?? []
    if (whole !== undefined) return this.#sent(linesOf(script ?? typed ?? ''), text)
    const word = found.exec(content)?.[1]
    if (word !== undefined) return this.#lines.line(word)
    const came = got.exec(content)?.[1] ?? read.exec(content)?.[1]
    const lines = came === undefined ? [] : linesOf(came)
    if (lines.length > 0) return lines.flatMap((line) => this.#lines.line(line))
    if (silent.test(content)) return [{ kind: 'told', text, result: 'TIMEOUT' }]
    return [{ kind: 'text', text }]
  }

  #sent(lines: readonly string[], text: string): ImportEvent[] {
    const commands = lines.filter(isCommand)
    if (commands.length === 0) return [{ kind: 'text', text }]
    return commands.map((line) => this.#lines.typed(line))
  }
}

const linesOf = (content: string) =>
  content
    .replace(pause, '')
    .replace(octet, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const mgetty: LogFormat = {
  id: 'mgetty',
  name: { en: 'log of mgetty', ja: 'mgetty のログ' },
  detect: (lines) =>
    lines.some((line) => head.test(line))
      ? 4 * matching(lines, /^\d\d\/\d\d [\d:]{8} \S{1,8} {1,4}(?:mdm_send: '|send: .*\[0d\]$)/)
      : 0,
  parser: (endings) => new MgettyParser(endings),
}
