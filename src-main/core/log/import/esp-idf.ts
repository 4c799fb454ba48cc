import { latin1 } from '../../bytes'
import { AtLines, isAnswer, isCommand, isFinal, wholeLine } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching, type Stamp } from './format'
import { dumpedOctets, HexDump } from './hex-dump'
import { markedLine } from './marked'
import { pppdEvent } from './pppd'
import { seen } from './terminal'

const prefix =
  /^(?:.*?\[esp-idf:\d+\](?:\[\w+\])?: )?([EWIDV]) \((\d+|\d\d:\d\d:\d\d\.\d{3})\) ([\w.-]+): (.*)$/

/** `0x3fcc726c   41 54 0d   |AT.|` */
const addressed = /^0x[0-9a-f]{8} {3}(?:[0-9a-f]{2} {1,2}){1,16} *\|/i

/** ESP-IDF and esp_modem: tokens of answers, commands with their time-out, dumps of the UART, and the modem console. */
class EspParser implements LogParser {
  readonly #lines = new AtLines()
  readonly #dump = new HexDump()
  #stamp: Stamp | undefined
  #dumped: string[] = []
  #answered: string[] = []
  /** The command that the program said it sends; a dump may show the same. */
  #said: string | undefined
  /** Lines say which way the dumps below them went. */
  #headed = false
  /** The command that a dump without a way showed last. */
  #dumpedCommand: string | undefined
  /** Who wrote the line before, and who writes this one. */
  #tagBefore = ''
  #tag = ''

  line(raw: string): ImportEvent[] {
    const text = seen(raw)
    const match = prefix.exec(text)
    if (!match) {
      if (this.#dump.take(text)) return []
      return [...this.#finished(), ...this.#stamped(this.#bare(text, raw))]
    }
    const [, , time = '', tag = '', content = ''] = match
    this.#stamp = stampOf(time)
    this.#tagBefore = this.#tag
    this.#tag = tag
    return this.#stamped(this.#content(tag, content, raw))
  }
  finish(): ImportEvent[] {
    return this.#finished()
  }

  #stamped(events: readonly ImportEvent[]): ImportEvent[] {
    const stamp = this.#stamp
    return stamp ? events.map((event) => ({ stamp, ...event })) : [...events]
  }

  #content(tag: string, content: string, raw: string): ImportEvent[] {
    const way = /tx$/i.test(tag) ? 'tx' : /rx$/i.test(tag) ? 'rx' : undefined
    if (!way && !this.#headed && addressed.test(content)) return this.#dumpedBy(content)
    if (!way && this.#dump.take(content)) return []
    // esp_modem of IDF 4: what woke the reader, told once more as a line below.
    const woke = /^pattern-detection: (0x.*)$/.exec(content)?.[1]
    if (woke !== undefined) {
      if (this.#dump.open) return this.#dump.take(woke) ? [] : this.#finished()
      const before = this.#noted(this.#dump.begin('rx', this.#stamp))
      this.#dump.take(woke)
      return before
    }
    const dumping = /^(writing|reading):\s*$/.exec(content)?.[1]
    if (dumping !== undefined) this.#headed = true
    if (dumping !== undefined)
      return this.#noted(this.#dump.begin(dumping === 'writing' ? 'tx' : 'rx', this.#stamp))
    if (way) {
      if (this.#dump.goOn(way, content, this.#stamp)) return []
      const before = this.#noted(this.#dump.begin(way, this.#stamp))
      if (this.#dump.take(content)) return before
      return [...before, ...this.#told(content, raw)]
    }
    const dumped = this.#finished()
    return [...dumped, ...this.#told(content, raw)]
  }

  /** A dump of a port that shows both ways alike: what begins with AT was sent, and is the echo where it comes again. */
  #dumpedBy(content: string): ImportEvent[] {
    const text = latin1(dumpedOctets(content) ?? new Uint8Array())
    const command = isCommand(text.replace(/[\r\n]+$/, ''))
    const echo = command && text === this.#dumpedCommand
    this.#dumpedCommand = command && !echo ? text : undefined
    const way = command && !echo ? 'tx' : 'rx'
    if (this.#dump.goOn(way, content, this.#stamp)) return []
    const before = this.#noted(this.#dump.begin(way, this.#stamp))
    this.#dump.take(content)
    return before
  }

  /** What was dumped, remembered: the program may say it again as lines. */
  #finished(): ImportEvent[] {
    return this.#noted(this.#dump.finish())
  }

  #noted(events: readonly ImportEvent[]): ImportEvent[] {
    return events.filter((event) => {
      if (event.kind !== 'bytes') return true
      const lines = latin1(event.bytes).split(/[\r\n]+/)
      if (event.dir === 'rx')
        this.#dumped = this.#headed ? lines : [...this.#dumped.slice(-31), ...lines]
      const again = event.dir === 'tx' && this.#said !== undefined && lines[0] === this.#said
      if (event.dir === 'tx') this.#said = undefined
      return !again
    })
  }

  /** What a dump showed, and the program prints once more. */
  #printed(line: string): boolean {
    const at = this.#dumped.indexOf(line)
    if (at < 0) return false
    this.#dumped.splice(0, at + 1)
    return true
  }

  #told(content: string, raw: string): ImportEvent[] {
    const token = /^Token: \{(.*)\}$/.exec(content)?.[1]
    // The echo is a token like any other; without a line for the command it stands for it.
    if (token !== undefined && (this.#repeats(token) || this.#printed(token)))
      return [{ kind: 'text', text: raw }]
    if (token !== undefined && isCommand(token)) return this.#lines.line(token)
    if (token !== undefined) return token === '' ? [] : [received(token)]
    const sent =
      /(?:Sending command:? ?|generic_command(?:_common)?(?: command)?:? |DTE command) ?'?((?:AT|at).*?)(?:\\r)?'?(?: with timeout.*)?$/.exec(
        content,
      )?.[1]
    if (sent !== undefined) {
      this.#said = sent
      return [this.#lines.typed(sent)]
    }
    // The answer begins on this line, with the echo as a rule, and goes on in bare lines.
    const answer = /^Response: ?(.*)$/.exec(content)?.[1]
    if (answer !== undefined) {
      this.#answered = []
      return this.#bare(answer, raw)
    }
    const handled = /^Handling line: >>(.*)$/.exec(content)?.[1]
    if (handled !== undefined) {
      if (handled === '' || this.#dumped.includes(handled)) return [{ kind: 'text', text: raw }]
      return [received(handled)]
    }
    const event = markedLine(content)
    return event ? [event] : this.#bare(content, raw)
  }

  /** The tokens of an answer that was logged as a whole are the same lines once more. */
  #repeats(token: string): boolean {
    const at = this.#answered.indexOf(token)
    if (at < 0) return false
    this.#answered.splice(0, at + 1)
    return true
  }

  #bare(text: string, raw: string): ImportEvent[] {
    const line = text.trim()
    const said = pppdEvent(line)
    if (said) return [said]
    if (line !== '' && this.#printed(line)) return [{ kind: 'text', text: raw }]
    if (line !== '') this.#answered = [...this.#answered.slice(-63), line]
    const content = this.#lines.wantsText && this.#tag === this.#tagBefore
    const theirs = content || line === '' || isCommand(line) || isFinal(line) || isAnswer(line)
    return theirs ? this.#lines.line(line) : [{ kind: 'text', text: raw }]
  }
}

function received(text: string): ImportEvent {
  return wholeLine('rx', text, true)
}

function stampOf(time: string): Stamp {
  const clock = /^(\d\d):(\d\d):(\d\d)\.(\d{3})$/.exec(time)
  if (!clock) return { ms: Number(time), timed: 'elapsed' }
  const [, h, m, s, ms] = clock
  return { ms: ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(ms), timed: 'day' }
}

export const espIdf: LogFormat = {
  id: 'esp-idf',
  name: { en: 'ESP-IDF log', ja: 'ESP-IDF のログ' },
  detect: (lines) => 2 * matching(lines.map(seen), prefix),
  parser: () => new EspParser(),
}
