import { takesNextLine } from '../../at/unsolicited'
import { type Endings, type EndingsOf, isLast, isSecond } from '../../at/endings'
import { announcedOctets } from '../../at/prompt'
import { asksDigits } from '../../at/pending'
import { type CommandRule, ruleOf } from '../../at/timeouts'
import { bytesOf } from '../../bytes'
import { utf8Bytes } from '../../utf8'
import { reportOf } from '../listener-rows'
import type { ImportEvent } from './format'
import { asideIn, commandBehindWords, linesIn, timedOutBehind, withRemark } from './joined-lines'
import { isAnswer, isCommand, isFinal, unaskedRow } from './line-kinds'

export { isAnswer, isCommand, isFinal }

const digitsForm = /^[\dA-Fa-fxX*]{10,22}$/
/** Scripts that print a command only when it failed, with what came back below: `AT+CIPOPEN=0 back:`. */
const reported = /^(AT[+*^%$#&][^\s].{0,200}?) (?:ERROR|back:)\s*$/
/** As a row of it begins. */
const reportRow =
  /^(?:Reset Counter|System mode|WCDMA|LTE|GSM|MM \(CS\)|EMM state|RRC state|IMS|PCC|SCC|Rx[MD]|Tx Power|RSRQ|SINR|NR5G)\b.*:/
/** The recording began, or a port was opened, within the command: `T+CSQ`. */
const lostLetter = /^T[+*^%$#!][A-Z]{2,16}(?:\?|=\??.{0,100})?\s*$/
/** A comment, a prompt of a shell, a program's own complaint, a remark of a person. */
const notTheirs =
  /^(?:#|\/\/|>>>|\[[A-Z]\]-\[|\||\[[A-Z]+\] |\S+@\S+[:~$]|\[[^\]\s@]+@[^\]]+\]|\$ |\++ [a-z[']|ERROR: [a-z]|(?:WARN(?:ING)?|INFO|DEBUG|CRITICAL|NOTICE|ERROR):[\w ]|(?:failed|unable|could not|couldn't|trying|waiting) (?:to|for) [a-z]|time-?out\b|\([a-z][a-z ]{8,}\)$|Welcome to minicom|OPTIONS: I18n|Compiled on [A-Z]|Port \/dev\/|Press CTRL-A Z)/i
/** `Reply in 3 ms:`, `Response:`, behind which the echo and the answer stand on lines of their own. */
const showsReply =
  /^\W{0,4}(?:modem )?(?:reply|response|answer|received|got|output)\b[^:]{0,24}:\s*$/i
/** A command whose result never came must not take all that follows for its answer. */
const mostLines = 500
/** Where nothing waits for a result, the word is the level of a program's own line: `ERROR Could not register`. */
const levelled = /^ERROR {1,4}[A-Z]?[a-z]/
/** Logs may have times of whole seconds. */
const echoWithinMs = 1500

/** Octets of a line: UTF-8 where it holds more than Latin letters, as a modem would send it. */
export function lineBytes(text: string): Uint8Array {
  return /[^\x00-\xff]/.test(text) ? utf8Bytes(text) : bytesOf(text)
}

/**
 * Tells what a terminal showed apart: commands that were typed, what the modem wrote, and lines that have nothing to do
 * with it. A capture has one stream, so a command is its own echo unless it stands there twice.
 */
export class AtLines {
  #rule: CommandRule | undefined
  #typed: string | undefined
  /** The command whose answers come. */
  #sent: string | undefined
  readonly #endings: EndingsOf | undefined
  #ending: Endings | undefined
  /** That of the command before, whose own result may be late. */
  #before: Endings | undefined
  /** Their true result is a line that may come long after OK. */
  #owing: readonly Endings[] = []
  #since = 0
  /** The next line belongs to the one before, whatever it says. */
  #body = false
  #data = false
  /** The line before was of frames, of which the last may have no end. */
  #framed = false
  #report: string | undefined
  /** The prompt came; what is typed stands on the next line. */
  #typing = false
  #blank = false
  /** Its echo was the line before. */
  #again: string | undefined
  #thrice: boolean
  /** Behind a prompt lines without a name are no answer. */
  #asideOfPrompt = false
  #reporting = false
  #cut: string | undefined
  /** Results come in digits (ATV0). */
  #digits = false

  #nowMs: number | undefined
  #typedMs: number | undefined

  /** `endings`: what ends a command besides OK and its kin. `thrice`: each command stands there three times. */
  constructor(endings?: EndingsOf, thrice = false) {
    this.#endings = endings
    this.#thrice = thrice
  }

  /** The prompt came, and nothing has been typed yet. */
  get asksText(): boolean {
    return this.#typing
  }

  /** The next line is content, whatever it says: the text of a message under its header, or behind its prompt. */
  get wantsText(): boolean {
    return this.#body || this.#typing
  }

  /** The time of the lines to come, where the log has times. */
  at(ms: number | undefined): void {
    this.#nowMs = ms
  }

  /** Its result came by another way than through these lines. */
  settled(): void {
    this.#rule = this.#typed = undefined
  }

  /** A program waited in vain for it. */
  inVain(word: string): ImportEvent {
    return this.#told(word, 'TIMEOUT')
  }

  /** A command waits for its result. */
  get waits(): boolean {
    return this.#rule !== undefined
  }

  line(line: string, end = '\n'): ImportEvent[] {
    const text = resultBare(line)
    if (text !== this.#again) this.#again = undefined
    const vain = timedOutBehind(text)
    if (vain) return [...this.line(vain[0], end), this.#told(vain[1], 'TIMEOUT')]
    if (!this.#rule && levelled.test(text)) return [{ kind: 'text', text }]
    const several = linesIn(text)
    if (several) return several.flatMap((one) => this.line(one, end))
    const glued = gluedIn(text)
    if (glued) return glued.flatMap((one) => this.line(one, end))
    const named = this.#named(text)
    if (named !== undefined) return this.line(named, end)
    const cut = this.#cut
    this.#cut = undefined
    if (cut !== undefined) return this.#goesOn(cut, text, end)
    const aside = asideIn(text)
    if (aside) return this.#asideOf(aside, end)
    const body = this.#body
    this.#body = false
    // wvdial shows what the port says as well as it can.
    if (this.#data && text.startsWith('--> ')) return [{ kind: 'text', text }]
    if (this.#data && !isCommand(text) && /[^\t\x20-\x7e]/.test(text)) {
      this.#framed = true
      return [{ kind: 'bytes', dir: 'rx', bytes: bytesOf(text + end) }]
    }
    if (text === '' || text.trim() === '') {
      this.#blank = true
      return this.#rule || this.#data ? [] : [{ kind: 'text', text }]
    }
    if (body) return [this.#received(text)]
    const typing = this.#typing
    this.#typing = false
    if (
      typing &&
      !text.startsWith('-----') &&
      !isCommand(text) &&
      !isFinal(text) &&
      !isAnswer(text)
    )
      return [this.#typedText(text.replace(/\x1a$/, ''))]
    const result = this.#rule && saidResult(text)
    if (result) return [this.#told(text, result)]
    const told = toldResult(text)
    if (told !== undefined) return [{ kind: 'text', text }, this.#final(told)]
    if (this.#digits && this.#rule && /^[0-8]$/.test(text)) return [this.#final(text)]
    const report = reported.exec(text)?.[1]
    if (report !== undefined) return this.#reported(report, text)
    const remarked = withRemark(text)
    if (remarked) return [...this.line(remarked.said, end), { kind: 'text', text: remarked.words }]
    if (isCommand(text.trimEnd())) return [this.#command(text.trimEnd())]
    if (text.trimEnd() === '+++') return [this.#escape()]
    if (!this.#rule && lostLetter.test(text)) return [this.#command(`A${text.trimEnd()}`)]
    if (isFinal(text) || this.#ending?.final?.test(text)) return [this.#final(text)]
    // A program that did not wait for it asked something else meanwhile.
    if (this.#before?.final?.test(text)) return [this.#received(text)]
    if (this.#isSecond(text)) return [this.#received(text)]
    if (isAnswer(text)) return [this.#answer(text)]
    const prompt = this.#prompts(text) ? /^> ?(.*)$/.exec(text) : null
    if (prompt) return this.#prompt(prompt[1] ?? '')
    if (this.#rule && this.#ending?.prompt === '> ' && text.trim() === '>') return this.#prompted()
    const behind = commandBehindWords(text)
    if (behind) return [{ kind: 'text', text: behind.words }, ...this.line(behind.command, end)]
    if (this.#belongs(text) || this.#reports(text)) return [this.#received(text)]
    // A program says that it shows what came: the command below is its echo.
    if (!showsReply.test(text)) this.#typed = undefined
    return [{ kind: 'text', text }]
  }

  /** Sierra's modems answer in the letters of the question: `+csq: 18,99`; a person who types it off writes `=+CSQ : 18,99`. */
  #named(text: string): string | undefined {
    if (text.startsWith('+CM')) return shoutedError(text)
    const [said, name = ''] = /^=?([+*^%$#!][A-Za-z][A-Za-z0-9]*) ?:/.exec(text) ?? []
    const upper = `${name.toUpperCase()}:`
    if (said === undefined || said === upper || !this.#rule?.prefixes.includes(upper))
      return undefined
    return `${upper}${text.slice(said.length)}`
  }

  /** An error or an answer whose words come on the next line, since a program printed in its midst. */
  #asideOf({ said, words }: { said: string; words: string }, end: string): ImportEvent[] {
    if (/^\+[A-Z][A-Z0-9]*(?: ERROR)?:$/.test(said)) {
      this.#cut = said
      return [{ kind: 'text', text: words }]
    }
    return [...this.#said(said, end), { kind: 'text', text: words }]
  }

  #goesOn(cut: string, text: string, end: string): ImportEvent[] {
    if (/^ ?(?:[A-Za-z][A-Za-z /-]{2,60}|\d{1,4}(?:,[\w".-]{0,20}){0,8})$/.test(text))
      return this.line(`${cut} ${text.trim()}`, end)
    return [...this.line(cut, end), ...this.line(text, end)]
  }

  #said(text: string, end: string): ImportEvent[] {
    return text === '' ? [] : this.line(text, end)
  }

  /** It shows the command for the first time, or says again what failed. */
  #reported(command: string, text: string): ImportEvent[] {
    if (this.#report === command) return [{ kind: 'text', text }]
    this.#report = command
    return this.#rule && this.#typed === command ? [{ kind: 'text', text }] : [this.typed(command)]
  }

  /** An echo comes at once: the same command later is another try. */
  get #isLater(): boolean {
    const [now, typed] = [this.#nowMs, this.#typedMs]
    return now !== undefined && typed !== undefined && now - typed > echoWithinMs
  }

  #command(text: string): ImportEvent {
    if (this.#isLater) this.#typed = this.#again = undefined
    // What was typed with local echo comes back from the modem.
    if (this.#typed === text) {
      this.#typed = undefined
      // AT alone is asked again and again until the modem answers.
      this.#again = this.#thrice || text.length > 2 ? text : undefined
      return this.#received(text)
    }
    // A program that shows what it sends and what came, and prints the echo once more.
    const again = this.#again === text
    this.#again = undefined
    this.#thrice ||= again
    return again ? { kind: 'text', text } : this.typed(text)
  }

  /** A command that is known to have been sent; the same line again is its echo. */
  typed(text: string): ImportEvent {
    this.#typed = this.#sent = text
    this.#typedMs = this.#nowMs
    this.#rule = ruleOf(text)
    const ending = this.#endings?.(text)
    this.#before = this.#ending
    this.#ending = ending
    if (ending?.second) this.#owing = [...this.#owing.slice(-7), ending]
    this.#since = 0
    this.#data = this.#asideOfPrompt = false
    // Most commands of a log are of a standard or a maker, which say nothing of it.
    if (text.charCodeAt(2) !== 0x2b) {
      if (asksDigits(text)) this.#digits = true
      else if (/^AT[^+*^%$#!"]*(?:V1|Z|&F)/i.test(text)) this.#digits = false
    }
    return wholeLine('tx', text, true)
  }

  /** Typed to leave the data of a call; no line end belongs to it. */
  #escape(): ImportEvent {
    this.#rule = this.#typed = this.#ending = undefined
    this.#data = false
    return { kind: 'bytes', dir: 'tx', bytes: bytesOf('+++') }
  }

  #final(text: string): ImportEvent {
    this.#rule = this.#typed = undefined
    // As the modem wrote it; a file that has only line feeds holds no sign of where the frame broke off.
    if (this.#framed && !/^(?:OK|CONNECT)/.test(text)) {
      this.#data = this.#framed = false
      return { kind: 'bytes', dir: 'rx', bytes: bytesOf(`\r\n${text}\r\n`) }
    }
    this.#framed = false
    this.#data = text.startsWith('CONNECT')
    return this.#received(text)
  }

  #told(text: string, result: 'OK' | 'ERROR' | 'TIMEOUT'): ImportEvent {
    this.#rule = this.#typed = undefined
    this.#data = false
    this.#blank = false
    return { kind: 'told', text, result }
  }

  #isSecond(text: string): boolean {
    const found = this.#owing.find((ending) => isSecond(ending, text))
    if (found && isLast(found, text)) this.#owing = this.#owing.filter((other) => other !== found)
    return found !== undefined
  }

  #answer(text: string): ImportEvent {
    const row = unaskedRow(text)
    // What comes by itself may stand between a command and its echo.
    const unasked = row !== undefined && !this.#rule?.prefixes.some((one) => text.startsWith(one))
    this.#body = /^\+CMG(?:RD|[RL]):/.test(text) || (row !== undefined && takesNextLine(row, text))
    if (!unasked || row?.boot === 'restart') this.#typed = undefined
    this.#since++
    return this.#received(text)
  }

  #received(text: string): ImportEvent {
    const adjacent = !this.#blank
    this.#blank = false
    return wholeLine('rx', text, adjacent)
  }

  /**
   * The command asks for its payload so: as the engine knows, or as its decoder says. One that counts its octets must find
   * them on this line: what somebody blotted out or broke would take the lines below for the rest of it.
   */
  #prompts(text: string): boolean {
    if (this.#rule?.prompt === '> ') return true
    if (this.#rule === undefined || this.#ending?.prompt !== '> ') return false
    const counted = this.#counted()
    return counted === undefined || counted === text.replace(/^> ?/, '').length
  }

  /** What is typed is not known by its length: what stands below may be a program's own words. */
  #prompted(): ImportEvent[] {
    this.#asideOfPrompt = true
    return [{ kind: 'bytes', dir: 'rx', bytes: bytesOf('> ') }]
  }

  #counted(): number | undefined {
    if (this.#sent === undefined || this.#ending === undefined) return undefined
    return announcedOctets(this.#sent, this.#ending)
  }

  /** Ctrl-Z ends what was typed, unless the command said how many octets come. */
  #typedText(text: string): ImportEvent {
    const whole = this.#counted() === text.length ? text : `${text}\x1a`
    return { kind: 'bytes', dir: 'tx', bytes: lineBytes(whole) }
  }

  /** A message typed behind the prompt; the key that ended it is seldom in the capture. */
  #prompt(typed: string): ImportEvent[] {
    const text = typed.replace(/(\^Z|\x1a)$/, '')
    const waiting: ImportEvent = { kind: 'bytes', dir: 'rx', bytes: bytesOf('> ') }
    const printed = printedResult.exec(text)?.[2]
    if (printed !== undefined) return [waiting, this.#final(printed)]
    this.#typing = text === ''
    if (text === '') return [waiting]
    return [waiting, this.#typedText(text)]
  }

  /** The rows of Sierra's report, whose command somebody left out: `System mode: WCDMA   PS state: Attached`. */
  #reports(text: string): boolean {
    if (this.#rule) return false
    if (reportOf(text) !== undefined) this.#reporting = true
    else if (!reportRow.test(text)) this.#reporting = false
    return this.#reporting
  }

  /** Lines without a name, while a command waits that answers with such. */
  #belongs(text: string): boolean {
    if (!this.#rule || this.#asideOfPrompt || this.#since++ > mostLines) return false
    if (/[^\t\x20-\x7e]/.test(text)) return false
    if (text.trimEnd().endsWith(':')) return false
    if (notTheirs.test(text)) return false
    return this.#rule.free || digitsForm.test(text)
  }
}

/** The result as Python prints octets, in the place of what would be typed: `> b'\r\n+CMS ERROR: 304\r\n'`. */
const printedResult = /^b(['"])(?:\\[rn])*(OK|ERROR|\+CM[ES] ERROR: ?[\w ]{1,40}?)(?:\\[rn])*\1$/

/** A program printed the next command while the answer was still coming: `+NETOPEN: 0AT+NETOPEN?`. */
function gluedIn(text: string): readonly string[] | undefined {
  if (text.charCodeAt(0) !== 0x2b || !text.includes('AT')) return undefined
  return /^(\+[A-Z]{3,}: ?[-\d,.]*\d)(AT[+*^%$#!][A-Z].*)$/.exec(text)?.slice(1)
}

/** mpd of FreeBSD tells a result in a sentence: `The modem responded with "NO CARRIER"`. */
export function toldResult(text: string): string | undefined {
  if (!text.includes('responded with')) return undefined
  const told = /(?:^|CHAT: )The modem responded with "([^"]+)"/.exec(text)?.[1]
  return told !== undefined && isFinal(told) ? told : undefined
}

/** Read off a picture: a zero for the letter. */
const scanned = /^(0K|ERR0R)$/

/** A program says in a word of its own what came of the command that waits: `ok`, `fail`, `... failed!` */
function saidResult(text: string): 'OK' | 'ERROR' | undefined {
  const [, word] =
    /^(?:[.=>-]{1,6} ?)?(ok|fail(?:ed)?|FAIL(?:ED)?|error)[.!]?$/.exec(text.trim()) ??
    scanned.exec(text.trim()) ??
    []
  return word === undefined ? undefined : /^(?:ok|0K)$/.test(word) ? 'OK' : 'ERROR'
}

/** Programs and web pages leave blanks behind a result: `OK `. */
function resultBare(line: string): string {
  if (!/^ {2,4}\S|[ \t]$/.test(line)) return line
  const bare = line.trim()
  return isFinal(bare) ? bare : line
}

/** `+CME Error: no network service`, as Sierra's modems write it. */
function shoutedError(text: string): string | undefined {
  return /^\+CM[ES] Error:/.test(text) ? `${text.slice(0, 5)}ERROR${text.slice(10)}` : undefined
}

/** A line as an event; letters that take more than one octet come as their octets. */
export function wholeLine(dir: 'rx' | 'tx', text: string, adjacent: boolean): ImportEvent {
  if (!/[^\x00-\x7f]/.test(text)) return { kind: 'line', dir, text, adjacent }
  return { kind: 'bytes', dir, bytes: lineBytes(`${text}${dir === 'tx' ? '\r' : '\r\n'}`) }
}
