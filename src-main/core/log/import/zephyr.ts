import { latin1 } from '../../bytes'
import { AtLines, isAnswer, isCommand, isFinal, lineBytes, wholeLine } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching, type Stamp } from './format'
import { HexDump } from './hex-dump'
import { markedLine } from './marked'
import { takeStamp } from './stamps'
import { seen } from './terminal'

const prefix =
  /^(?:\d+> )?(?:[\w:~-]+\$ ?|\w+: )*\[(?:(\d+) days?, )?(\d\d):(\d\d):(\d\d)\.(\d{3}),(\d{3})\]\s*<(?:err|wrn|inf|dbg)>\s*([\w.]+): ?(.*)$/

/** Zephyr's modem modules (modem_chat, modem_cmd_handler) and programs on top that log what they send and get. */
class ZephyrParser implements LogParser {
  readonly #lines = new AtLines()
  readonly #dump = new HexDump()
  #stamp: Stamp | undefined
  #dumped = ''

  line(raw: string): ImportEvent[] {
    const text = seen(raw)
    if (this.#dump.take(text)) return []
    const before = this.#dump.finish()
    for (const event of before)
      if (event.kind === 'bytes') this.#dumped = latin1(event.bytes).trim()
    const { stamp, inside } = outerStamp(text)
    const match = prefix.exec(inside)
    if (!match) return [...before, ...this.#stamped(this.#bare(text, raw))]
    const [, days = '0', h, m, s, ms, , name = '', said = ''] = match
    // `modem_chat.modem_chat_script_next: …` is how older releases name the function.
    const content = name.includes('.') ? `${name.slice(name.indexOf('.') + 1)}: ${said}` : said
    const hours = Number(days) * 24 + Number(h)
    const at = ((hours * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(ms)
    this.#stamp = stamp ?? { ms: at, timed: 'elapsed' }
    return [...before, ...this.#stamped(this.#content(content, raw))]
  }
  finish(): ImportEvent[] {
    return this.#dump.finish()
  }

  #stamped(events: readonly ImportEvent[]): ImportEvent[] {
    const stamp = this.#stamp
    return stamp ? events.map((event) => ({ stamp, ...event })) : [...events]
  }

  #content(content: string, raw: string): ImportEvent[] {
    const sent = /\bsending: (.+)$/.exec(content)?.[1]
    if (sent !== undefined) return [this.#lines.typed(sent)]
    const received =
      /\bmodem_chat_(?:log_received_command|on_unknown_command_received): (.*)$/.exec(content)?.[1]
    if (received !== undefined)
      return [{ kind: 'bytes', dir: 'rx', bytes: lineBytes(`${rejoined(received)}\r\n`) }]
    // Before 3.4 the handler named only what it recognised; the length tells whether that is the whole line.
    const [, matched = '', length] =
      /\bmatch (?:direct )?cmd \[(.*)\] \(len:(\d+)\)/.exec(content) ?? []
    // Where all octets are dumped as well, that is the same line once more.
    if (matched !== '' && matched === this.#dumped) {
      this.#dumped = ''
      return [{ kind: 'text', text: raw }]
    }
    if (matched !== '' && Number(length) === matched.length)
      return [{ kind: 'bytes', dir: 'rx', bytes: lineBytes(`${matched}\r\n`) }]
    const told = /^(?:notif\w*|urc|unsolicited|indication|event)[: ]+(?=[+%#*^])(.+)$/i.exec(
      content,
    )?.[1]
    if (told !== undefined && isAnswer(told)) return [wholeLine('rx', told, true)]
    const dump = /\b(SENT DATA|TX|RECV|RX)\s*$/.exec(content)?.[1]
    if (dump !== undefined)
      return this.#dump.begin(/^(SENT|TX)/.test(dump) ? 'tx' : 'rx', this.#stamp)
    const event = markedLine(content)
    return event ? [event] : this.#bare(content, raw)
  }

  #bare(text: string, raw: string): ImportEvent[] {
    // The shell of nRF Connect SDK and of Zephyr's modem samples: `uart:~$ at "AT+CPIN?"`, `modem send AT+CSQ`.
    const asked = /^\S+:~\$ (?:.* )?(?:at|modem send) (["']?)(at\S.*)\1$/i.exec(text.trim())?.[2]
    if (asked !== undefined && isCommand(asked)) return [this.#lines.typed(asked)]
    const line = text.trim()
    const theirs = line === '' || isCommand(line) || isFinal(line) || isAnswer(line)
    return theirs ? this.#lines.line(line) : [{ kind: 'text', text: raw }]
  }
}

/** A terminal may write its own time before the modem's: `[2025-09-29 16:56:36.593][00:04:43.677,000] <dbg>`. */
function outerStamp(text: string): { stamp?: Stamp; inside: string } {
  if (!/^\[?\d[^<]{0,40}\] ?\[/.test(text)) return { inside: text }
  const { stamp, rest } = takeStamp(text)
  return { inside: rest, ...(stamp ? { stamp } : {}) }
}

/** modem_chat shows an answer split at its separators: `+CREG:  1 0` was `+CREG: 1,0`. */
function rejoined(text: string): string {
  const parts = /^(\S+:) {2}(.*)$/.exec(text)
  return parts ? `${parts[1]} ${(parts[2] ?? '').trimEnd().replaceAll(' ', ',')}` : text.trim()
}

export const zephyr: LogFormat = {
  id: 'zephyr',
  name: { en: 'Zephyr log', ja: 'Zephyr のログ' },
  detect: (lines) =>
    2 *
    matching(
      lines.map((line) => outerStamp(seen(line)).inside),
      prefix,
    ),
  parser: () => new ZephyrParser(),
}
