import { isAnswer, isCommand, isFinal } from '../import/line-kinds'
import type { LogRow } from '../row'
import { matches } from './matches'
import type { Span } from './span'

/** What a program puts before a line of the modem, up to the prompt: a time, a tag, an arrow to the left, a quote of JSON or Python. */
const before =
  /(?:^|[:\]|,[=\t{(]|\d\s|<-*|\b(?:rx|recv|received|read|response|resp))\s*(?:\(?b?["'`])?(?:\\[rnt])*$/i
/** It says that the line came from the modem. */
const received =
  /(?:<-*|\b(?:rx|recv|received|read|response|resp)\b)["'\s:\]=|[(]*(?:\(?b?["'`])?(?:\\[rnt])*$/i
/** What closes the line behind the text: quotes and brackets, line ends written out, the key that ended it. */
const closing = /(?:\\[rn]|\\x1a|\^Z|[\x1a"'`\])}]|<\/?\w+ *\/?>)*\s*$/i
const longestClosing = 200
/** A result, an answer or a command of the modem at the end of a program's own line. */
const ofModem =
  /(?:^|[^\w>])(?:OK|ERROR|AT[+#$^!%*&][A-Z]+\S*|[+#$^!%*][A-Z]{2,}[A-Z0-9]*[:=?].*)(?:\\r|\\n|<\/?\w+\s*\/?>|[\s"'|\])}])*$/
/** Whatever stands before, a line of the modem is no longer. */
const longestOfModem = 1_000
const isOfModem = (text: string) => ofModem.test(text.slice(-longestOfModem))
/** What a mail says above what it quotes, and the signs of Markdown in a quote. */
const attribution = /(?:\bwrote|\bwrites|schrieb|a écrit|escribió|ha scritto|書きました|写道)\W*$/
const markdown = /^(?:\[!|\*\*|#|```|[-*] )/
const quoteMarks = /^(?:> )*(?:>>(?!>)|>)/
/** The prompt of a shell, a program that sends, the prompt of Python. */
const otherPrompt = /(?:@[^\]]*\]\s*|[-=<>\]])$/
/** Lines of one text beyond its first; what a program prints is not all text. */
const mostLines = 10
/** So far from the last line of the modem a prompt is none of its own. */
const mostRowsBetween = 20

interface Prompt {
  /** Where the text behind it begins and ends; the same: it stands on the next line. */
  readonly start: number
  readonly end: number
  /** How many marks: all but the last quote. */
  readonly depth: number
  /** What stands before it says that it came from the modem. */
  readonly received: boolean
}

/**
 * The text behind a prompt (27.005, 3.5.1: `> `) where no command says that one comes: right behind a line of the modem,
 * or in an exchange that shows no commands at all. Asked for every row in its order.
 */
export class PromptedTexts {
  #previous: LogRow | undefined
  /** Rows since the last line of the modem. */
  #since = mostRowsBetween
  #commands = false
  /** How many of the same marks somebody quotes by. */
  #quotes = 0
  /** Lines of a text that may still come; those of one whose prompt stands alone begin behind it. */
  #lines = 0
  #alone = false
  /** The row at hand looks like a prompt: what it is depends on the rows before it. */
  #looks = false

  get idle(): boolean {
    return this.#lines === 0 && !this.#looks
  }

  /** A row that was seen, whatever it holds. */
  pass(row: LogRow): void {
    const { kind } = row
    if (kind === 'note') return
    if (kind === 'command') this.#commands = true
    this.#since = isExchange(row) ? 0 : this.#since + 1
    this.#previous = row
  }

  /** An empty line is one of the text, and begins none. */
  blank(): void {
    this.#looks = false
  }

  /** In a row that is no command and answers none. */
  spanOf({ kind, text }: LogRow): Span | undefined {
    const prompt = promptIn(text)
    this.#looks = prompt !== undefined
    if (!prompt) return this.#goesOn(text)
    // Nobody but the modem says what came over its port.
    const seen = kind === 'unknown' || prompt.received || this.#isPrompt(prompt)
    if (!seen && (this.#since >= mostRowsBetween || this.#saysWho())) this.#quoted(prompt.depth)
    const said = text.slice(prompt.start, prompt.end)
    this.#lines = seen && !isPlain(said) ? mostLines : 0
    this.#alone = seen && said === ''
    return this.#lines > 0 && said !== '' ? { kind: 'message', ...placeOf(prompt) } : undefined
  }

  /** Another row than one that could be text came in between. */
  cut(): void {
    // Nothing was typed behind it: a mark of a quotation.
    if (this.#alone && this.#lines > 0 && this.#previous?.kind === 'text') this.#quoted(1)
    this.#lines = 0
    this.#looks = this.#alone = false
  }

  #quoted(depth: number): void {
    this.#quotes = Math.max(this.#quotes, depth)
  }

  #isPrompt({ depth }: Prompt): boolean {
    const previous = this.#previous
    if (!previous || depth <= this.#quotes) return false
    if (this.#lines > 0 || isExchange(previous) || isOfModem(previous.text)) return true
    return !this.#commands && this.#since < mostRowsBetween && !this.#saysWho()
  }

  #saysWho(): boolean {
    return attribution.test(this.#previous?.text ?? '')
  }

  #goesOn(text: string): Span | undefined {
    if (this.#lines === 0) return undefined
    this.#lines = isPlain(text) || isOfModem(text) ? 0 : this.#lines - 1
    this.#alone = false
    return this.#lines === 0 ? undefined : { kind: 'message', start: 0, end: text.length }
  }
}

/** Texts behind a prompt in what octets say that were written out; each stands on a line of its own. */
export function promptedIn(octets: string): Span[] {
  if (!octets.includes('> ')) return []
  return matches(/(?:^|[\r\n])> ([^\r\n\x1a]+)/dg, octets).flatMap(({ 1: said = '', indices }) => {
    const place = indices?.[1]
    return place && !isPlain(said) ? [{ kind: 'message', start: place[0], end: place[1] }] : []
  })
}

/** A line of the modem or a command: what stands right behind it may be its prompt. */
function isExchange({ kind }: LogRow): boolean {
  return (
    kind === 'final' ||
    kind === 'answer' ||
    kind === 'unsolicited' ||
    kind === 'command' ||
    kind === 'echo' ||
    kind === 'prompt'
  )
}

function promptIn(text: string): Prompt | undefined {
  const sign = text.indexOf('>')
  const written = sign < 0 ? text.indexOf('&gt;') : sign
  if (written < 0) return undefined
  const head = text.slice(Math.max(0, written - 160), written)
  if (!before.test(head) || otherPrompt.test(head)) return undefined
  const marks = sign < 0 ? '&gt;' : (quoteMarks.exec(text.slice(written))?.[0] ?? '>')
  const behind = written + marks.length
  const tail = closed(text, behind, /["'`](?=(?:\\[rnt])*$)/.exec(head)?.[0])
  const said = text.slice(behind, tail)
  const blanks = said.length - said.trimStart().length
  // Programs that trim leave no blank behind a prompt that stands alone, and some none at all.
  if (said !== '' && blanks === 0 && (written > 0 || !/^[A-Za-z\d]/.test(said))) return undefined
  if (/^\s*(?:>|-->|\.\.\.|\.$)/.test(said) || markdown.test(said.trimStart())) return undefined
  return {
    start: behind + blanks,
    end: Math.max(tail, behind + blanks),
    depth: sign < 0 ? 1 : marks.replaceAll(' ', '').length,
    received: received.test(head),
  }
}

/** Where the text ends: at the quote that closes the one before the prompt, or before what closes the line. */
function closed(text: string, from: number, quote: string | undefined): number {
  const end = quote === undefined ? -1 : closingQuote(text, from, quote)
  const rest = end < 0 ? text.slice(from) : text.slice(from, end)
  return from + rest.length - (closing.exec(rest.slice(-longestClosing))?.[0].length ?? 0)
}

/** Two quotes of a table (CSV) and one behind a backslash close nothing. */
function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '\\') at++
    else if (letter !== quote) continue
    else if (text.charAt(at + 1) !== quote) return at
    else at++
  }
  return -1
}

const placeOf = ({ start, end }: Prompt) => ({ start, end })

function isPlain(said: string): boolean {
  const text = said.trim()
  return isFinal(text) || isAnswer(text) || isCommand(text) || /^(?:\W+|SEND OK)$/.test(text)
}
