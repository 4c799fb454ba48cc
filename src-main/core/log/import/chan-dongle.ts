import type { EndingsOf } from '../../at/endings'
import { bytesOf } from '../../bytes'
import { AtLines, isCommand, wholeLine } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching, type Stamp } from './format'
import { prefixStamp } from './prefix-stamp'

/** The CR that ended the command took what follows to the start of the line: `]2020-08-23 …`. */
const prefix =
  /^\]?\[?(.{0,40}?\d\d:\d\d:\d\d.{0,8}?\]? ?)(?:DEBUG|ERROR|WARNING|NOTICE|VERBOSE)\[\d+\].*?: /
const moved = /\bat_(write|read): \[([^\]]+)\] \[(.*)$/

/**
 * chan_dongle of Asterisk and what was made from it: what was sent and what came stand in brackets, over several lines.
 * What its queue says of the same commands is no exchange.
 */
class ChanDongleParser implements LogParser {
  readonly #endings: EndingsOf | undefined
  readonly #devices = new Map<string, AtLines>()
  #stamp: Stamp | undefined
  /** The bracket that has not been closed. */
  #open: { readonly dir: 'rx' | 'tx'; readonly device: string } | undefined

  constructor(endings?: EndingsOf) {
    this.#endings = endings
  }

  line(text: string): ImportEvent[] {
    const head = prefix.exec(text)?.[1]
    const open = this.#open
    if (head === undefined && open) return this.#inside(open, text)
    this.#open = undefined
    this.#stamp = (head === undefined ? undefined : prefixStamp(head)) ?? this.#stamp
    const [, way, device = '', content = ''] = moved.exec(text) ?? []
    if (way === undefined) return this.#placed('', [{ kind: 'text', text }])
    const dir = way === 'write' ? 'tx' : 'rx'
    this.#open = { dir, device }
    return this.#inside({ dir, device }, content)
  }

  finish(): ImportEvent[] {
    return []
  }

  #inside({ dir, device }: { dir: 'rx' | 'tx'; device: string }, text: string): ImportEvent[] {
    const closed = text.endsWith(']')
    if (closed) this.#open = undefined
    const content = (closed ? text.slice(0, -1) : text).replace(/\r$/, '')
    const lines = this.#linesOf(device)
    if (content === '') return []
    if (dir === 'rx') return this.#placed(device, lines.line(content))
    if (isCommand(content)) return this.#placed(device, [lines.typed(content)])
    // Only what was sent behind a prompt is no command; the key that ends it is not shown.
    return this.#placed(device, [
      lines.wantsText
        ? { kind: 'bytes', dir: 'tx', bytes: bytesOf(`${content.replace(/\x1a$/, '')}\x1a`) }
        : wholeLine('tx', content, true),
    ])
  }

  #linesOf(device: string): AtLines {
    let lines = this.#devices.get(device)
    if (!lines) this.#devices.set(device, (lines = new AtLines(this.#endings)))
    return lines
  }

  #placed(port: string, events: readonly ImportEvent[]): ImportEvent[] {
    const stamp = this.#stamp
    const first = this.#devices.keys().next().value ?? ''
    // The words of the program are told in the order in which they stand there: with the first device.
    return events.map((event) => ({ ...event, port: port || first, ...(stamp ? { stamp } : {}) }))
  }
}

export const chanDongle: LogFormat = {
  id: 'chan-dongle',
  name: { en: 'debug log of chan_dongle (Asterisk)', ja: 'chan_dongle（Asterisk）のデバッグログ' },
  detect: (lines) => 5 * matching(lines, moved),
  parser: (endings) => new ChanDongleParser(endings),
}
