import { bytesOf } from '../../bytes'
import { type ImportEvent, type LogFormat, type LogParser, matching, type Stamp } from './format'
import { syslogStamp, takeStamp } from './stamps'

// [modem0/ttyUSB2/at] --> 'AT<CR>', [ttyUSB2/at] --> …, (ttyUSB2): --> …
const exchange = /(?:\[(?:modem\d+\/)?([^\]\s/]+)(?:\/\w+)?\]|\(([^)\s]+)\):?) (-->|<--) '(.*)$/
/** A mail broke the line at the blank before the quotation. */
const brokenOff = /(?:\[[^\]\s]+\]|\([^)\s]+\):?) (?:-->|<--)\s*$/
const epoch = /\[(\d{9,10})\.(\d{1,6})\]/

/** Octets as ModemManager writes them: `<CR>`, `<LF>`, and any other that cannot be printed as `\` and its number. */
function octets(text: string): Uint8Array {
  const plain = text
    .replace(/<CR>/g, '\r')
    .replace(/<LF>/g, '\n')
    .replace(/\\(\d{1,3})/g, (_, code: string) => String.fromCharCode(Number(code) & 255))
  return bytesOf(plain)
}

function stampOf(text: string): Stamp | undefined {
  const match = epoch.exec(text)
  if (match) return { ms: Number(match[1]) * 1000 + Number(`0.${match[2]}`) * 1000 }
  return takeStamp(text).stamp ?? syslogStamp(text)
}

/** Mails break long lines at a blank; no quotation goes on over more of them. */
const mostPieces = 12

interface Begun {
  readonly text: string
  readonly lines: readonly string[]
}

class ModemManagerParser implements LogParser {
  /** A quotation that the line did not end. */
  #begun: Begun | undefined

  line(text: string): ImportEvent[] {
    const begun = this.#begun
    if (begun && !exchange.test(text) && !epoch.test(text)) return this.#goesOn(begun, text)
    const left = this.finish()
    const open = brokenOff.test(text) || (exchange.test(text) && !/'\s*$/.test(text))
    if (open) this.#begun = { text: text.trimEnd(), lines: [text] }
    else left.push(...this.#whole(text))
    return left
  }

  finish(): ImportEvent[] {
    const { lines = [] } = this.#begun ?? {}
    this.#begun = undefined
    return lines.flatMap((line) => this.#whole(line))
  }

  #goesOn(begun: Begun, line: string): ImportEvent[] {
    const text = `${begun.text} ${line.replace(/^(?:> ?)+/, '').trim()}`
    this.#begun = { text, lines: [...begun.lines, line] }
    if (/'\s*$/.test(line)) {
      this.#begun = undefined
      return this.#whole(text)
    }
    return begun.lines.length >= mostPieces ? this.finish() : []
  }

  #whole(text: string): ImportEvent[] {
    const stamp = stampOf(text)
    const when = stamp ? { stamp } : {}
    const match = exchange.exec(text)
    if (!match) return [{ kind: 'text', text, ...when }]
    const [, named, bracketed, arrow, content = ''] = match
    const bytes = octets(content.replace(/'\s*$/, ''))
    return [
      {
        kind: 'bytes',
        dir: arrow === '-->' ? 'tx' : 'rx',
        bytes,
        port: named ?? bracketed ?? '',
        ...when,
      },
    ]
  }
}

export const modemManager: LogFormat = {
  id: 'modem-manager',
  name: { en: 'ModemManager debug log', ja: 'ModemManager のデバッグログ' },
  detect: (lines) => 5 * matching(lines, exchange, brokenOff),
  parser: () => new ModemManagerParser(),
}
