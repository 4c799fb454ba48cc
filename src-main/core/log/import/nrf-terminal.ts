import { wholeLine } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'
import { takeStamp } from './stamps'
import { TerminalParser } from './terminal'

const line = /^(?:(?:DEBUG|INFO|ERROR|WARN)\s+)?modem (>>|<<) (.*)$/

const asked = /\bmodem >> AT/i
const askedBack = /\bmodem << AT/i

/** The level that the apps write behind the time: what follows it are their own words. */
const level = /^(?:DEBUG|INFO|ERROR|WARN)\s+\S/

/** What the terminal puts before a command that was typed. */
const typed = /^➤ ?((?:AT|at).*)$/

/** nRF Connect: the apps' log says `modem >> AT…` and `modem << …`; a saved terminal is what it showed. */
class NrfParser implements LogParser {
  readonly #terminal = new TerminalParser()

  line(text: string, end: string): ImportEvent[] {
    const { stamp, rest } = takeStamp(text)
    const command = typed.exec(rest)?.[1]
    if (command !== undefined) return this.#terminal.line(text.replace(/➤ ?/, ''), end)
    const match = line.exec(rest)
    if (!match && stamp && level.test(rest)) return [{ kind: 'text', text, stamp }]
    if (!match) return this.#terminal.line(text, end)
    const [, arrow, content = ''] = match
    const event: ImportEvent =
      arrow === '>>' ? wholeLine('tx', content, true) : wholeLine('rx', content, true)
    return [stamp ? { ...event, stamp } : event]
  }
  finish(): ImportEvent[] {
    return []
  }
}

export const nrfTerminal: LogFormat = {
  id: 'nrf',
  name: { en: 'nRF Connect log', ja: 'nRF Connect のログ' },
  detect(lines) {
    const rests = lines.map((one) => takeStamp(one).rest)
    // Another program's arrows: what it wrote into the modem came out of it.
    if (matching(rests, askedBack) > matching(rests, asked)) return 0
    const named = matching(lines, /nRF (Connect )?(Serial|LTE|Cellular|Link)/)
    return 2 * matching(rests, line, typed) + 100 * Math.min(1, named)
  },
  parser: () => new NrfParser(),
}
