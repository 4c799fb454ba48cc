import { bytesOf, concat } from '../../bytes'
import { isAnswer, isCommand, isFinal, wholeLine } from './at-lines'
import type { ImportEvent, LogFormat, LogParser, Stamp } from './format'
import { hexColumn } from './hex-column'
import { coreOf } from './line-core'
import { prefixStamp } from './prefix-stamp'
import { takeStamp } from './stamps'
import { seen } from './terminal'

const longest = 120
const sentWord =
  /(?:^|[^a-z])(?:send(?:ing|line)?|sent|written|write|tx)(?![a-z])|送信|发送|傳送|>>>|-->/i
const gotWord =
  /(?:^|[^a-z])(?:recv(?:line)?|received?|receiving|read|rx|response)(?![a-z])|受信|接收|<<<|<--/i
/** What may stand between the word and the end of the line. */
const ends =
  /(?:[\s>:：)\]=-]|ascii|hex|data|at command|response|command|size|bytes?|octets|\(?com\d+\)?|[,(@]|\d)*$/i

/** A line drawn below what a heading stood over, also where the modem's own line was not ended: `+GCAP: =====`. */
const rule = /^([=_~*#-])\1{5,}$/
const ruleBehind = /={8,}$/

type Dir = 'tx' | 'rx'

/** Milliseconds since the start: `=== SENT@4254 ===`. */
function countedStamp(text: string): Stamp | undefined {
  const ms = /@(\d{1,12})\b/.exec(text)?.[1]
  return ms === undefined ? undefined : { ms: Number(ms), timed: 'elapsed' }
}

/** The direction that a line alone says, of what stands in the lines below: `# SEND ASCII>`, `Read data (COM4)`. */
function headingOf(text: string): Dir | undefined {
  if (text.length > longest || coreOf(text)) return undefined
  const [sent, got] = [sentWord.exec(text), gotWord.exec(text)]
  const found = sent ?? got
  if (!found || (sent && got && sent.index === got.index)) return undefined
  // `<<< Send AT Command`: the word counts, not the arrow.
  const last = sent && got ? (sent.index > got.index ? sent : got) : found
  if (!ends.test(text)) return undefined
  const tail = text.slice(last.index + last[0].length)
  return ends.exec(tail)?.index === 0 ? (last === sent ? 'tx' : 'rx') : undefined
}

const isTheirs = (text: string) => isCommand(text) || isFinal(text) || isAnswer(text)

/** How many headings stand over what their direction promises. */
function promised(lines: readonly string[]): number {
  const kept: Record<Dir, number> = { tx: 0, rx: 0 }
  let dir: Dir | undefined
  for (const raw of lines) {
    const line = seen(raw).trim()
    if (line === '') continue
    const heading = headingOf(line)
    const octets = heading ? undefined : hexColumn(line)?.octets
    const text = octets ? String.fromCharCode(...octets).trim() : line
    const [first = ''] = text.split(/[\r\n]+/)
    if (dir === 'tx' && isCommand(first)) kept.tx++
    if (dir === 'rx' && isTheirs(first)) kept.rx++
    dir = heading
  }
  return kept.tx > 0 && kept.rx > 0 ? kept.tx + kept.rx : 0
}

/** A line says in which direction the lines below it went. */
class HeadingsParser implements LogParser {
  #dir: Dir | undefined
  #stamp: Stamp | undefined
  #octets: Uint8Array[] = []

  line(raw: string): ImportEvent[] {
    const text = seen(raw)
    const heading = headingOf(text)
    if (heading) {
      const before = this.finish()
      this.#dir = heading
      this.#stamp = prefixStamp(text) ?? countedStamp(text) ?? this.#stamp
      return [...before, ...this.#stamped([{ kind: 'text', text: raw }])]
    }
    const dir = this.#dir
    const octets = dir && hexColumn(text)?.octets
    if (octets) {
      this.#octets.push(octets)
      return []
    }
    return [...this.finish(), ...this.#stamped(this.#content(dir, text, raw))]
  }

  finish(): ImportEvent[] {
    const bytes = concat(this.#octets)
    this.#octets = []
    if (bytes.length === 0 || !this.#dir) return []
    return this.#stamped([{ kind: 'bytes', dir: this.#dir, bytes }])
  }

  #content(dir: Dir | undefined, text: string, raw: string): ImportEvent[] {
    const whole = text.trim()
    if (whole === '') return dir ? [] : [{ kind: 'text', text: raw }]
    if (rule.test(whole)) {
      this.#dir = undefined
      return [{ kind: 'text', text: raw }]
    }
    const line = dir ? whole.replace(ruleBehind, '') : whole
    // A line with a time of its own is the program's.
    if (!dir || takeStamp(line).stamp) {
      this.#dir = undefined
      return [{ kind: 'text', text: raw }]
    }
    const inside = line.replace(/<(CR|LF)>/gi, (_, end: string) => (/c/i.test(end) ? '\r' : '\n'))
    const lines = inside.split(/[\r\n]+/).filter((part) => part !== '')
    if (dir === 'rx') return lines.map((part) => wholeLine('rx', part, true))
    return lines.map((part) =>
      isCommand(part)
        ? wholeLine('tx', part, true)
        : { kind: 'bytes', dir: 'tx', bytes: bytesOf(`${part}\r`) },
    )
  }

  #stamped(events: readonly ImportEvent[]): ImportEvent[] {
    const stamp = this.#stamp
    return stamp ? events.map((event) => ({ ...event, stamp })) : [...events]
  }
}

export const headings: LogFormat = {
  id: 'headings',
  name: {
    en: 'log with the direction on a line of its own',
    ja: '送受信の方向が行で示されたログ',
  },
  detect: (lines) => 1.5 * promised(lines),
  parser: () => new HeadingsParser(),
}
