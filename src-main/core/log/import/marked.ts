import { isAnswer, isFinal, wholeLine } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching, type Stamp } from './format'
import { pppdFrameEvent } from './pppd'
import { prefixStamp } from './prefix-stamp'
import { logcatStamp, takeStamp } from './stamps'
import { seen } from './terminal'
import { answersOnOneLine } from './wrap/joined'

const sent =
  /(?:^|\s)(?:modem ?>>|>>>?|-->|->|=>|AT>|TX[:>]|\[TX\]|SEND:|Sent:|→)\s*((?:AT|at|\+\+\+).*)$/
const received = /(?:^|\s)(?:modem ?<<|<<<?|<--|<-|<=|AT<|RX[:<]|\[RX\]|RECV:|Received:|←)\s*(.+)$/

// One bracket alone is a mark only where the line, or what a program says behind its name, begins: `TRACE: > AT`.
const sentThin = /(?:^|: )[>➤]\s*((?:AT|at|\+\+\+).*)$/
const receivedThin = /(?:^|: )<\s+(.+)$|^!\s+(?=[+*^%$#][A-Z])(.+)$/

/** A line with its direction in front, as many programs write it. */
export function markedLine(text: string): ImportEvent | undefined {
  const command = sent.exec(text)?.[1] ?? sentThin.exec(text)?.[1]
  if (command !== undefined) return wholeLine('tx', bare(command), true)
  const thin = receivedThin.exec(text)
  const answer = received.exec(text)?.[1] ?? thin?.[1] ?? thin?.[2]
  if (answer !== undefined) return wholeLine('rx', bare(answer), true)
  return undefined
}

/** Line ends that were written out, and quotes around the whole. */
function bare(text: string): string {
  const open = text.replace(/^"(.*)"$/, '$1').replace(/^'(.*)'$/, '$1')
  return open.replace(/(\\r|\\n|<CR>|<LF>|\r|\n)+$/g, '').replace(/^(\\r|\\n|<CR>|<LF>)+/g, '')
}

// smstools writes an answer of several lines on one: `<- +CREG: 0,1 OK`.
const withResult = /^((?:AT\S+ )?[+*^%$#][A-Z][A-Z0-9]*: ?\S.*?) (OK|ERROR|\+CM[ES] ERROR: .*)$/

const lineEnds = /(?:\\r|\\n|<CR>|<LF>)+/

function inLines(event: ImportEvent): ImportEvent[] {
  if (event.kind === 'line' && lineEnds.test(event.text))
    return event.text.split(lineEnds).flatMap((text) => (text === '' ? [] : [{ ...event, text }]))
  const [, answer = '', result = ''] = (event.kind === 'line' && withResult.exec(event.text)) || []
  if (event.kind !== 'line' || event.dir !== 'rx' || answer === '') return [event]
  const [, echo, rest = answer] = /^(AT\S+) (.*)$/.exec(answer) ?? []
  const answers = answersOnOneLine(`${rest} ${result}`) ?? [rest, result]
  return [...(echo === undefined ? [] : [echo]), ...answers].map((text) => ({ ...event, text }))
}

/** A system log's time, which begins with letters, or that of Android's, whose date has no year. */
function datedStamp(text: string): Stamp | undefined {
  const log = logcatStamp(text)
  if (log) return log
  // `[Logs]    [2024-5-6 07:08:10] [modem] >> AT`
  const head = /^\[\w{2,12}\] {1,8}(?=\[\d)/.exec(text)?.[0] ?? ''
  const dated = head !== '' || /^\w{3} (?:\w{3} +)?\d/.test(text)
  return dated ? prefixStamp(text.slice(head.length)) : undefined
}

class MarkedParser implements LogParser {
  /** The line before was received: what stands below without a mark may go on with it. */
  #receiving = false

  line(text: string): ImportEvent[] {
    const { stamp = datedStamp(text), rest } = takeStamp(text)
    const event: ImportEvent = pppdFrameEvent(rest) ??
      markedLine(seen(rest)) ??
      this.#goesOn(text) ?? { kind: 'text', text }
    this.#receiving = (event.kind === 'line' || event.kind === 'bytes') && event.dir === 'rx'
    return inLines(event).map((one) => (stamp ? { ...one, stamp } : one))
  }

  /** An answer of several lines of which only the first was given a mark. */
  #goesOn(text: string): ImportEvent | undefined {
    const theirs = this.#receiving && (isFinal(text) || isAnswer(text))
    return theirs ? wholeLine('rx', text, true) : undefined
  }

  finish(): ImportEvent[] {
    return []
  }
}

export const marked: LogFormat = {
  id: 'marked',
  name: { en: 'log with marked directions', ja: '送受信の印が付いたログ' },
  detect(lines) {
    if (lines.some((line) => sent.test(line))) return 2 * matching(lines, sent, received)
    const bare = lines.map((line) => takeStamp(line).rest)
    const both = matching(bare, sentThin) > 0 && matching(bare, receivedThin) > 0
    return both ? 2 * matching(bare, sentThin, receivedThin) : 0
  },
  parser: () => new MarkedParser(),
}
