import type { EndingsOf } from '../../at/endings'
import { AtLines } from './at-lines'
import type { ImportEvent, LogFormat, LogParser, Stamp } from './format'
import { remembered } from './remembered'
import { RepeatedCommands, type SeenLine } from './repeated-commands'
import { takeStamp } from './stamps'
import { isAnswer, isCommand, isFinal } from './at-lines'

// Colours, cursor movements, titles of the window (ECMA-48, 5.4 and 8.3.89); a terminal shows them as nothing.
const escapes =
  /\x1b(?:\[[\d;?=><!]*[A-Za-z@`]|[()][A-Z0-9]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|[=>78])/g
/** What is left of colours where a paste lost the character before them: `[32mAT+CSQ[0m`. */
const lostColours = /\[(?:\d{1,3}(?:;\d{1,3}){0,4})?m/g
const coloured = /^\[(?:[013]|[01;]*[34]\d|[019]\d?;\d{1,3})?m\S|\S\[0?m$/
/** All behind the cursor is erased. */
const eraseLine = /\x1b\[0?K/g
const erased = '\ue000'

/** The line that somebody wants others to look at, in a forum's bold letters: `**+CME ERROR: 50**`. */
const bold = /(?<![^\s>])\*\*([A-Z+^%$#\d][^*]*)\*\*$/

/** What a line that is switched on or runs at another speed puts before a command. */
const noise = /^[\0-\x08\x0e-\x1f\x7f-\xff\ufffd]{1,16}(?=AT(?:[+^%$#&*][A-Z]|[EIZ]?\d?\s*$))/i

/** The line as it was seen: without escape sequences and without the NULs of a UART at power-up. Frames stay whole. */
export function seen(text: string): string {
  if (text.includes('~') && /[\x80-\xff]/.test(text)) return text
  const plain = rubbedOut(
    text.includes('\x1b') || text.includes('\0') ? withoutEscapes(text).replaceAll('\0', '') : text,
  )
    .replace(noise, '')
    .replace(coloured.test(text) ? lostColours : '', '')
  if (wide.test(plain)) return plain.normalize('NFKC').replace(/[“”]/g, '"')
  if (theirs.test(plain)) return bare(typewritten(plain))
  return bare(plain)
}

/** All of it in full-width letters, with a mark and a word for the direction before it. */
const wide = /^(?:[^!-~]{1,8}[\u3000\s:：])?[\uff01-\uff5e\u3000“”]{2,}$/

function withoutEscapes(text: string): string {
  const marked = text.includes('\b') ? text.replace(eraseLine, erased) : text
  return marked.replace(escapes, '')
}

/** A line of theirs, or one that names a command behind words. */
const theirs = /^\W{0,40}(?:AT|[+*^%$#]|(?:OK|ERROR)\b)|: AT[+*^%$#][A-Z]/i

const seenAgain = remembered(seen)

/** Letters that somebody typed and took back: `AT+CSX\b \bQ`, `AT+CSQQ\b\x1b[K`. */
function rubbedOut(text: string): string {
  if (!text.includes('\b')) return text
  const kept: string[] = []
  let at = 0
  for (const letter of text) {
    if (letter === '\b') at = Math.max(0, at - 1)
    else if (letter === erased) kept.length = Math.min(kept.length, at)
    else kept[at++] = letter
  }
  // A blank that was written over a letter took it away.
  return kept.join('').trimEnd()
}

/** The bold letters began lines before. */
const boldEnd = /^(OK|ERROR|NO CARRIER|\+CM[ES] ERROR: [\w ]{1,40})\*\*$/

function bare(plain: string): string {
  return plain.endsWith('**') ? plain.replace(bold, '$1').replace(boldEnd, '$1') : plain
}

/** A forum, a chat or a word processor made other marks of quotation marks and minus signs, and blanks that do not break. */
export function typewritten(text: string): string {
  if (!/[“”„\u00a0\u202f]|[–—]>/.test(text)) return text
  return text
    .replace(/[“”„]/g, '"')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[–—]>/g, '->')
    .replace(/(?<=[,: ])[–−](?=\d)/g, '-')
}

/** What every terminal's capture is: lines as they were shown, with or without a time before each. */
export class TerminalParser implements LogParser {
  readonly #lines: AtLines
  readonly #repeated: RepeatedCommands | undefined
  readonly #stamped: boolean
  #stamp: Stamp | undefined
  #elapsedMs = 0

  constructor(
    options: { readonly stamped: boolean } = { stamped: true },
    endings?: EndingsOf,
    first?: readonly string[],
  ) {
    this.#stamped = options.stamped
    // Whether the log echoes may show behind its first commands only.
    this.#repeated = first && new RepeatedCommands(first.map(seenAgain))
    this.#lines = new AtLines(endings, this.#repeated?.thrice)
  }

  line(text: string, end: string): ImportEvent[] {
    const { stamp, rest } = this.#stamped ? takeStamp(text) : { rest: text }
    if (stamp) this.#stamp = stamp.sinceLast ? this.#after(stamp.ms) : stamp
    const line = { line: seenAgain(rest), end, raw: text }
    if (this.#stamp) {
      this.#lines.at(this.#stamp.ms)
      return [...this.finish(), ...this.#read(line)]
    }
    // A message may say whatever it likes.
    if (!this.#repeated || this.#lines.wantsText) return [...this.finish(), ...this.#read(line)]
    return this.#repeated.take(line).flatMap((one) => this.#read(one))
  }

  finish(): ImportEvent[] {
    return (this.#repeated?.finish() ?? []).flatMap((one) => this.#read(one))
  }

  #read({ line, end, raw, again }: SeenLine): ImportEvent[] {
    const sent = line.trimEnd()
    const repeats = again && sent !== ''
    const events = repeats ? [this.#lines.typed(sent)] : this.#lines.line(line, end)
    for (const event of events) {
      if (this.#stamp) event.stamp = this.#stamp
      // Untouched: with its time, as it stood there.
      if (event.kind === 'text' && events.length === 1) event.text = raw
    }
    return events
  }

  #after(ms: number): Stamp {
    this.#elapsedMs += ms
    return { ms: this.#elapsedMs, timed: 'elapsed' }
  }
}

/** A capture of minicom, picocom, screen or any other program that adds nothing of its own. */
export const terminal: LogFormat = {
  id: 'terminal',
  name: { en: 'terminal capture', ja: 'ターミナルのキャプチャー' },
  detect: (lines) =>
    lines
      .map((line) => seen(takeStamp(line).rest).trim())
      .filter((line) => isCommand(line) || isFinal(line) || isAnswer(line)).length * 0.5,
  parser: (endings, first) => new TerminalParser({ stamped: true }, endings, first),
}
