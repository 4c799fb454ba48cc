import type { LogRow } from '../row'
import { BehindSecret } from './behind-secret'
import type { Span } from './span'
import { closesUssd, opensUssd } from './ussd'
import { hasRun, isBase64 } from './long-run'
import { matches } from './matches'
import { Columns } from './columns'
import { PromptedTexts } from './prompted'

const textOfMessage = /\+(?:C(?:MT|MGR|MGL|DS|BM)|QCMGR): /
const prompted = /\bAT\+Q?CMG(?:SEX|[SWC])\b|\bAT\+C?Q?SMTPS?(?:SUB|BODY)\b|\bAT\+C[MN]GC\b/i
/** A command line that asks for a text; one that stands in the words behind another command does not. */
const asksText = /^\s*AT(?:[^'"]*;)?(?:\+Q?CMG(?:SEX|[SWC])|\+C?Q?SMTPS?(?:SUB|BODY)|\+C[MN]GC)\b/i
/** What stands where a message could stand and is none: a result, an answer, a command, nothing at all. */
const plain =
  /(?:^|[^\w])(?:OK|ERROR|AT[+#$^!%*&][A-Z]+|[+#$^!%*][A-Z]{2,}[A-Z0-9]*[:=?].*)(?:\\r|\\n|<\/?\w+\s*\/?>|[\s"'|])*$|^\W*$/
const begin = /-----BEGIN [A-Z ]+-----/
const end = /-----END [A-Z ]+-----/
/** Base64 as PEM has it (RFC 7468, 3). */
const base64 = /(?<![\w+/=])[A-Za-z\d+/]{4,76}={0,2}(?![\w+/=])/g
const longestKey = 200
/** Lines of one message beyond its first; a program that prints on is not all message. */
const mostMessageLines = 10
const shortestAlone = 40
/** 182 characters (22.090) are rarely more lines. */
const mostUssdLines = 40
/** A program's own object of a message, over several lines: what it is for, whom it goes to, and its text. */
const ofSms = /\bsms|recipient|phone_?number|[a-z]sms\b/i
const textInObject =
  /\b(?:message|text|body|content|msg)["']?\s*[:=]\s*(["'`])((?:(?!\1).){1,1000})\1/di
const mostSmsLines = 8
/** Asked first: few lines hold so long a word. */
const longestWord = 37

/**
 * What is secret for what stands before it: the text of a message in a file whose exchange was not understood, and the
 * lines of a key. Asked for every row in its order.
 */
export class Following {
  #message = false
  /** Lines of a message that were hidden so far. */
  #messageLines = 0
  /** Lines of a text of USSD that are still to come, at the most; 0: none. */
  #ussdLines = 0
  /** Lines of a key so far; undefined outside of one. */
  #key: number | undefined

  /** Lines of an object that tells of a message, still to come at the most. */
  #smsLines = 0

  readonly #prompted = new PromptedTexts()
  readonly #columns = new Columns()
  readonly #behindSecret = new BehindSecret()

  /** What comes next is not secret for what came so far. */
  get idle(): boolean {
    return (
      !this.#message &&
      this.#key === undefined &&
      this.#ussdLines === 0 &&
      this.#smsLines === 0 &&
      this.#columns.idle &&
      this.#behindSecret.idle &&
      this.#prompted.idle
    )
  }

  /** A row that holds nothing for what came before it. */
  pass(row: LogRow): void {
    if (row.text !== '') this.#prompted.pass(row)
  }

  spansOf(row: LogRow): Span[] {
    const behind = this.#behindSecret.spansOf(row)
    const found = this.#spansOf(row)
    return behind.length > 0 ? [...behind, ...found] : found
  }

  #spansOf(row: LogRow): Span[] {
    const { kind, text, header } = row
    if (text.trim() === '') {
      this.#prompted.blank()
      return []
    }
    const ours = kind === 'command' || kind === 'echo' || header !== undefined
    const key = ours ? undefined : this.#keyLine(text)
    const loose = !ours && (kind === 'text' || kind === 'unknown' || kind === 'answer')
    const prompted = this.#behindPrompt(row, !ours && (kind === 'text' || kind === 'unknown'))
    const ussd = loose ? this.#ussdLine(text) : []
    if (!ours && opensUssd(text)) this.#ussdLines = mostUssdLines
    const waits = this.#message
    const message = waits && loose && !plain.test(text)
    // What a program notes meanwhile may come between a message and what announces it.
    if (kind !== 'note') this.#afterLine(row, message, loose)
    if (key) return [key]
    const inObject = loose && kind !== 'answer' ? this.#objectLine(text) : undefined
    if (inObject) return [inObject]
    if (ussd.length > 0) return ussd
    if (message) return [{ kind: 'message', start: 0, end: text.length }]
    if (prompted) return [prompted]
    return [...(waits && loose ? listedIn(text) : []), ...this.#columns.spansOf(row)]
  }

  #behindPrompt(row: LogRow, loose: boolean): Span | undefined {
    const found = loose ? this.#prompted.spanOf(row) : undefined
    if (!loose && row.kind !== 'note') this.#prompted.cut()
    this.#prompted.pass(row)
    return found
  }

  /** Whether the next line may be one of a message. */
  #afterLine(row: LogRow, message: boolean, loose: boolean): void {
    const { kind, text } = row
    this.#messageLines = message ? this.#messageLines + 1 : 0
    const begun = loose && (textOfMessage.test(text) || (kind !== 'answer' && prompted.test(text)))
    this.#message = begun || typing(row) || (message && this.#messageLines < mostMessageLines)
  }

  #objectLine(text: string): Span | undefined {
    const told = ofSms.test(text)
    if (!told && this.#smsLines === 0) return undefined
    this.#smsLines = told ? mostSmsLines : this.#smsLines - 1
    const place = textInObject.exec(text)?.indices?.[2]
    return place && { kind: 'message', start: place[0], end: place[1] }
  }

  #ussdLine(text: string): Span[] {
    if (this.#ussdLines === 0) return []
    const ends = closesUssd(text)
    this.#ussdLines = ends || plain.test(text) ? 0 : this.#ussdLines - 1
    if (plain.test(text)) return []
    return [{ kind: 'ussd', start: 0, end: ends ? text.lastIndexOf('"') : text.length }]
  }

  #keyLine(text: string): Span | undefined {
    if (text.includes('-----')) {
      if (begin.test(text)) this.#key = 0
      if (end.test(text)) this.#key = undefined
      return undefined
    }
    if (this.#key !== undefined && ++this.#key > longestKey) this.#key = undefined
    if (this.#key === undefined && text.length < shortestAlone) return undefined
    const inside = this.#key !== undefined
    if (!inside && !hasRun(text, longestWord, isBase64)) return undefined
    const [found] = [...matches(base64, text)]
      .filter(([run]) => inside || isKey(run))
      .sort((a, b) => weight(b[0]) - weight(a[0]))
    return found && { kind: 'key', start: found.index, end: found.index + found[0].length }
  }
}

/** The prompt and the text behind it in a list of what was read: `['> Hello', '+CMGS: 5', 'OK']`. */
function listedIn(text: string): Span[] {
  return matches(/(["'])> ?((?:(?!\1).){2,400})\1/dg, text).flatMap(({ indices }) => {
    const place = indices?.[2]
    return place ? [{ kind: 'message', start: place[0], end: place[1] }] : []
  })
}

/** The text of a message is being typed or shown; what else the log says of it may stand on lines of their own. */
function typing({ kind, text, command, header }: LogRow): boolean {
  if (header !== undefined) return textOfMessage.test(header) || prompted.test(header)
  if (kind === 'answer' || kind === 'unsolicited') return textOfMessage.test(text)
  if (kind === 'command') return asksText.test(text)
  return (kind === 'echo' || kind === 'prompt') && command !== undefined && prompted.test(command)
}

/** The longest is the key's; its last line is short, and ends with a sign of its own. */
const weight = (run: string) => run.length + (run.endsWith('=') ? 100 : 0)

/** Also without its first line, as it is sent to a modem's files. Capital, small letter and digit: no name, no hash. */
function isKey(text: string): boolean {
  return text.length >= shortestAlone && /[A-Z]/.test(text) && /[g-z]/.test(text) && /\d/.test(text)
}

/** The text under a header, where both stand in one text. */
export function messagesIn(text: string): Span[] {
  if (!textOfMessage.test(text)) return []
  return [...inNextItem(text), ...inNextLine(text)]
}

/** In lists of what was read, in quotes of either kind: `['+CMGR: …', 'text', 'OK']`. */
function inNextItem(text: string): Span[] {
  return matches(
    /\+C(?:MT|MGR|MGL|DS|BM): [^\n']{0,200}', ?'((?:[^'\\]|\\.){1,400})'/dg,
    text,
  ).flatMap(({ 1: said = '', indices }) => {
    const place = indices?.[1]
    return place && !plain.test(said) ? [{ kind: 'message', start: place[0], end: place[1] }] : []
  })
}

function inNextLine(text: string): Span[] {
  return matches(/\+C(?:MT|MGR|MGL|DS|BM): [^\n]*\n+([^\n"]+)/dg, text).flatMap(({ indices }) => {
    const place = indices?.[1]
    return place ? [{ kind: 'message', start: place[0], end: place[1] }] : []
  })
}
