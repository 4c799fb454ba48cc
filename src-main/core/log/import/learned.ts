import type { EndingsOf } from '../../at/endings'
import { bytesOf } from '../../bytes'
import { AtLines, isAnswer, isCommand, isFinal, toldResult, wholeLine } from './at-lines'
import type { ImportEvent, LogFormat, LogParser, Stamp } from './format'
import { withoutArrow } from './line-kinds'
import { linesIn, timedOutBehind } from './joined-lines'
import { type LearnedPrefix, learnPrefixes } from './learner'
import { bareCommand, listed, quotedLines, unwrapped } from './line-core'
import { pppdFrameEvent } from './pppd'
import { prefixStamp } from './prefix-stamp'
import { spelledOctets } from './spelled-octets'
import { seen, typewritten } from './terminal'

/** A line without a learned prefix tells its time where it begins, if at all. */
const begins = /^(?:[^A-Za-z]{0,12}\d|\w{3} +\d{1,2} \d\d:)/

/** A line of ESP-IDF's log: what its programs say is no answer, whatever waits for one. */
const ofEspIdf = /^[EWIDV] \(\d{1,12}\) [\w.-]{1,40}: /

/** LuatOS's tag of who says it: `[I]-[SIM.subscribe] nil RDY`. */
const ofLuat = /^\[[IDWE]\]-\[/

/** What somebody writes where nothing came: `BG96: (nothing came)`, `modem: (no response)`. */
const inBrackets = /^[(（](?:[^\x00-\x7f]+|no (?:answer|response|reply)|nothing|silence)[)）]$/i

/** A letter, a digit, or the prompt. */
const saysSomething = /[\p{L}\p{N}>]/u
const isTheirs = (line: string) => isCommand(line) || isFinal(line) || isAnswer(line)

/** An editor took the blank of the prompt off the line's end. */
const barePrompt = /(?<=^|[\r\n])>$/

/** In words, or in digits (ATV0). */
const isResult = (line: string) => isFinal(line) || /^[0-8]$/.test(line)

/** ESPHome writes the state that its program is in behind what it sends and reads: `Unhandled: OK - 0`, `S: AT+CREG? - 6`. */
const withState = /(?:Unhandled|\bsim800l:\d+\]: [SR]): ?$/
/** A script that names what it shows: `Output from AT+CSQ? command:`. */
const outputOf = /\boutput (?:from|of) (?:the )?$/i
function toldTail(prefix: string, content: string): string {
  if (outputOf.test(prefix)) return content.replace(/ command: ?$/, '')
  return withState.test(prefix) ? content.replace(/ - \d{1,2}$/, '') : content
}

/** All of the line is one quotation, and nothing in it was written out: its ends were taken off. */
function isWhole({ form, open }: LearnedPrefix, content: string): boolean {
  if (!/^\^b?["']/.test(form.source)) return false
  const { text, escaped } = unwrapped(content, open)
  return !escaped && (text.trim() === '' || linesIn(text) !== undefined || isTheirs(text))
}

/** Reads lines whose prefixes were learned from the first of them; a line without one is read as a terminal shows it. */
class LearnedParser implements LogParser {
  readonly #prefixes: readonly LearnedPrefix[]
  readonly #lines: AtLines
  #sent: string | undefined
  #sentLately: readonly string[] = []
  #stamp: Stamp | undefined
  /** What came of a line whose end comes with the next piece. */
  #piece = ''

  constructor(prefixes: readonly LearnedPrefix[], endings?: EndingsOf) {
    this.#lines = new AtLines(endings)
    this.#prefixes = prefixes
  }

  line(raw: string, end: string): ImportEvent[] {
    const text = seen(raw)
    const frame = pppdFrameEvent(text)
    if (frame) {
      this.#dated(prefixStamp(text))
      return this.#stamped([frame], raw)
    }
    for (const prefix of this.#prefixes) {
      const found = prefix.form.exec(text)?.[0]
      if (found === undefined) continue
      this.#dated(prefixStamp(found))
      const content = withoutArrow(typewritten(toldTail(found, text.slice(found.length))))
      return this.#stamped(this.#content(prefix, content, raw), raw)
    }
    // The echo, even when the program said something of its own in between.
    if (text.trim() === this.#sent) return this.#echo(this.#sent)
    const own = begins.test(text) ? prefixStamp(text) : undefined
    this.#dated(own)
    // Dated as the program dates its lines, it is no message that was typed behind the prompt.
    if ((own || ofEspIdf.test(text)) && !isTheirs(text))
      return this.#stamped([{ kind: 'text', text }], raw)
    return this.#stamped(this.#lines.line(text, end), raw)
  }

  finish(): ImportEvent[] {
    const piece = this.#piece
    this.#piece = ''
    return piece === '' ? [] : this.#stamped(this.#lines.line(piece), piece)
  }

  #dated(stamp: Stamp | undefined): void {
    this.#stamp = stamp ?? this.#stamp
    this.#lines.at(this.#stamp?.ms)
  }

  #echo(sent: string): ImportEvent[] {
    this.#sent = undefined
    return this.#stamped([wholeLine('rx', sent, true)], sent)
  }

  #stamped(events: readonly ImportEvent[], raw: string): ImportEvent[] {
    for (const event of events) {
      if (this.#stamp) event.stamp = this.#stamp
      // The only thing of its line: untouched, with what stood before it.
      if (event.kind === 'text' && events.length === 1) event.text = raw
    }
    return [...events]
  }

  #content(prefix: LearnedPrefix, content: string, raw: string): ImportEvent[] {
    const { way } = prefix
    const told = toldResult(content)
    if (told !== undefined) return [{ kind: 'text', text: raw }, ...this.#lines.line(told)]
    if (way === 'again' || (way === 'says' && !isTheirs(content) && !this.#lines.wantsText))
      return [{ kind: 'text', text: raw }]
    const list = listed(content) ?? quotedLines(prefix.open + content)
    if (prefix.escaped && !list && !isWhole(prefix, content)) return this.#octets(prefix, content)
    const lines = list ?? [unwrapped(content, prefix.open).text]
    return lines.flatMap((line) => this.#one(way, line.trimEnd()))
  }

  #one(way: 'tx' | 'rx' | 'any' | 'says', line: string): ImportEvent[] {
    if (way === 'any' || way === 'says') return this.#lines.line(line)
    if (way === 'tx') {
      if (bareCommand.test(line)) return this.#one(way, `AT${line}`)
      const [vain, word] = timedOutBehind(line) ?? []
      if (vain !== undefined && word !== undefined)
        return [this.#lines.typed(vain), this.#lines.inVain(word)]
      const [first = '', ...answered] = linesIn(line) ?? []
      if (answered.length > 0 && isCommand(first))
        return [this.#lines.typed(first), ...answered.flatMap((one) => this.#lines.line(one))]
      if (!isCommand(line) && line !== '+++')
        return this.#lines.asksText ? this.#lines.line(line) : [{ kind: 'text', text: line }]
      this.#sent = line
      this.#sentLately = [...this.#sentLately.slice(-7), line]
      return [this.#lines.typed(line)]
    }
    // A note behind the echo is the program's: `AT+CEREG? ... 12[ms]`.
    const sent = this.#sent
    if (sent !== undefined && (line === sent || line.startsWith(`${sent} `)))
      return [wholeLine('rx', sent, true), ...this.#behindEcho(sent, line)]
    // Its echo alone was recorded.
    if (isCommand(line) && !this.#lines.waits && !this.#sentLately.includes(line))
      return [this.#lines.typed(line)]
    const prompt = this.#lines.waits && /^> ?$/.test(line)
    const known = prompt || isFinal(line) || isAnswer(line) || linesIn(line) !== undefined
    return known ? this.#lines.line(line) : this.#free(line)
  }

  /** Where the line ends became blanks, the answer stands behind the echo: `AT+CSQ +CSQ: 29,99 OK`. */
  #behindEcho(sent: string, line: string): ImportEvent[] {
    const [echo, ...answered] = linesIn(line) ?? []
    return echo === sent ? answered.flatMap((one) => this.#lines.line(one)) : []
  }

  /** Marked as received, it came from the modem, whatever it says. */
  #free(line: string): ImportEvent[] {
    if (line === '') return []
    if (ofLuat.test(line) || inBrackets.test(line)) return [{ kind: 'text', text: line }]
    if (isResult(line)) this.#lines.settled()
    // The quotation's end, a rule, a bar.
    return saysSomething.test(line) ? [wholeLine('rx', line, true)] : [{ kind: 'text', text: line }]
  }

  #octets(prefix: LearnedPrefix, content: string): ImportEvent[] {
    const { way, open, counted, trimmed, ends } = prefix
    const plain = unwrapped(content, open).text
    // What stands behind the last line end is the program's.
    const said = counted ? spelledOctets(plain) : plain.replace(/([\r\n])[ \t'"`)\]}]+$/, '$1')
    const text = trimmed ? `${said}\r\n` : said
    if (way === 'tx') return [this.#written(text.replace(/\r\n/g, '\r'))]
    if (way === 'rx') {
      if (text.split(/[\r\n]+/).some(isResult)) this.#lines.settled()
      return [{ kind: 'bytes', dir: way, bytes: bytesOf(text.replace(barePrompt, '> ')) }]
    }
    const whole = this.#piece + text
    this.#piece = ends && !/[\r\n]$/.test(whole) ? whole : ''
    if (this.#piece !== '') return []
    const lines = whole.split(/[\r\n]+/).filter((line) => line !== '')
    return lines.flatMap((line) => this.#lines.line(line))
  }

  /** A whole command: the same line without a prefix is its echo. */
  #written(text: string): ImportEvent {
    const [, line = ''] = /^([^\r]+)\r+$/.exec(text) ?? []
    if (isCommand(line)) {
      this.#lines.typed(line)
      this.#sent = line
    }
    return { kind: 'bytes', dir: 'tx', bytes: bytesOf(text) }
  }
}

/** What these lines have in common, as a format; nothing when they have no prefix of their own. */
export function learnedFormat(lines: readonly string[]): LogFormat | undefined {
  const prefixes = learnPrefixes(lines.map(seen))
  if (prefixes.every(({ way }) => way === 'again')) return undefined
  return {
    id: 'learned',
    name: {
      en: 'log with a prefix before each line, learned from it',
      ja: '行頭の形式を読み取ったログ',
    },
    detect: (those) => exchangesOf(new LearnedParser(prefixes), those),
    parser: (endings) => new LearnedParser(prefixes, endings),
  }
}

/** How many of these lines it reads as an exchange with a modem. */
export function exchangesOf(parser: LogParser, lines: readonly string[]): number {
  // Words before a command on its line are a guess; a prefix is none.
  const read = lines.map((line) => parser.line(line, '\n')).filter(([first]) => isExchange(first))
  return read.length + parser.finish().length
}

/** Free words count for nothing here: behind a command that is not known any line may be its answer. */
function isExchange(event: ImportEvent | undefined): boolean {
  if (event?.kind !== 'line') return event !== undefined && !['text', 'told'].includes(event.kind)
  const { text } = event
  return isTheirs(text)
}
