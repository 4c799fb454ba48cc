import type { RowDraft } from '../draft'
import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'
import { markedLine } from './marked'
import { takeStamp } from './stamps'
import { seen } from './terminal'
import { answerTold, commandTold, refused, type Told } from './xbee-words'

/** `ATAI`, `ATAN iot.example`, `ATANiot.example`: two letters, and a value when something is set. */
const typed = /^AT([A-Z][A-Z0-9]|S#|%[A-Z]) ?(\S.*)?$/
/** MicroPython on the XBee itself: `>>> xbee.atcmd('AI')`; numbers come in decimal. */
const called = /^>>> .*\batcmd\((['"])([A-Z][A-Z0-9]|S#|%[A-Z])\1(?:, ?(.+?))?\)+$/
/** The commands by which a cellular XBee is told from a modem’s own `ATI3` and `ATS0=1`. */
const own = /(?:^|[\s>:])AT(?:AI|DB|AN|MN|S#|CN|AM|OA|PN|CP|DO|IM|WR|PH)(?:$|[\s\w])/
const escape = /(?:^|[\s>:])\+\+\+(?:OK)?\s*$/
const asks = /(?:^|[\s>:])ATAI\s*$|\batcmd\((['"])AI\1\)/
const ofModem = /\bAT[+#^*$]\w{2}/i

interface Asked {
  readonly name: string
  readonly line: string
  readonly value: string | undefined
  readonly radix: 10 | 16
}

/** An XBee’s own command mode: two letters between `+++` and ATCN, each answered by one value without an OK. */
class XBeeParser implements LogParser {
  #asked: Asked | undefined

  line(whole: string): ImportEvent[] {
    const { stamp, rest } = takeStamp(whole)
    const marked = markedLine(seen(rest))
    const side = marked?.kind === 'line' ? marked.dir : undefined
    const row = this.#row((marked?.kind === 'line' ? marked.text : rest).trim(), side)
    const event: ImportEvent = row ? { kind: 'row', row } : { kind: 'text', text: whole }
    return [stamp ? { ...event, stamp } : event]
  }
  finish(): ImportEvent[] {
    return []
  }

  /** `side`: undefined where the log marks no direction. */
  #row(text: string, side: 'rx' | 'tx' | undefined): RowDraft | undefined {
    const asked = side === 'rx' ? undefined : askedBy(text)
    if (asked) {
      this.#asked = asked
      return explained(
        { dir: 'tx', kind: 'command', text },
        commandTold(asked.name, text, asked.value),
      )
    }
    if (side === 'tx' || text.startsWith('+++')) return { dir: 'tx', kind: 'command', text }
    return text === '' ? undefined : this.#answer(text)
  }

  #answer(text: string): RowDraft | undefined {
    const asked = this.#asked
    this.#asked = undefined
    const of = asked ? { command: asked.line } : {}
    if (text === 'OK') return { dir: 'rx', kind: 'final', text, ...of }
    if (text === 'ERROR') return explained({ dir: 'rx', kind: 'final', text, ...of }, refused)
    if (!asked) return undefined
    return explained(
      { dir: 'rx', kind: 'answer', text, ...of },
      answerTold(asked.name, text, asked.radix),
    )
  }
}

function askedBy(text: string): Asked | undefined {
  const [, , inner, set] = called.exec(text) ?? []
  if (inner !== undefined) return { name: inner, line: `AT${inner}`, value: set, radix: 10 }
  const [line, name, value] = typed.exec(text) ?? []
  return line === undefined || name === undefined ? undefined : { name, line, value, radix: 16 }
}

function explained(row: RowDraft, told: Told | undefined): RowDraft {
  if (!told) return row
  const { words, severity, rung, state = '', cause, secrets = [] } = told
  const name = rung ? 'manager' : 'xbee'
  const facts = rung ? { rung, state, ...(cause ? { cause } : {}) } : {}
  return { ...row, explanation: { name, facts, words, severity, secrets } }
}

export const xbee: LogFormat = {
  id: 'xbee',
  name: { en: 'command mode of an XBee Cellular', ja: 'XBee Cellular のコマンドモード' },
  detect: (lines) => {
    // A modem’s own commands between them mean bypass mode: those are read as in any terminal.
    const modem = lines.some((line) => ofModem.test(line))
    if (modem || !lines.some((line) => asks.test(line))) return 0
    return 20 * matching(lines, own, escape, called)
  },
  parser: () => new XBeeParser(),
}
