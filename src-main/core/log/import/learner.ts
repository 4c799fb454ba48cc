import { isAnswer, isCommand } from './at-lines'
import { coreOf, type LineCore, unwrapped } from './line-core'
import { unaskedRow } from './line-kinds'
import { spelledOctets } from './spelled-octets'

/** What stands before the modem's lines, each time the same but for numbers, and what it says of them. */
export interface LearnedPrefix {
  readonly form: RegExp
  /** `any`: sent and received look alike, and the content must tell. `again`: it says again what another line said.
   * `says`: a program's own words, unless they are plainly the modem's. */
  readonly way: 'tx' | 'rx' | 'any' | 'again' | 'says'
  /** Line ends are written out, so that lines may come in pieces. */
  readonly escaped: boolean
  /** It says how many octets follow; those that are no letters stand there as `<FF>`. */
  readonly counted?: true
  /** Line ends are written out, but those at the end were taken off: each piece is a whole message. */
  readonly trimmed?: true
  /** Nearly each piece ends with its line end: one that does not goes on in the next. */
  readonly ends?: true
  /** The last character opens a quotation or a list. */
  readonly open: string
}

interface Seen {
  readonly shape: string
  /** What it said, each once. */
  readonly said: Set<string>
  commands: number
  answers: number
  finals: number
  /** Lines that a modem sends by itself. */
  unasked: number
  /** How often it repeated what another prefix had said just before. */
  repeats: number
  escaped: boolean
  /** How often a line end that was written out ended what it said. */
  ended: number
  /** How often all of it ended in `$`, which stands for a line end there. */
  dollars: number
}

/** `\r\n]`, `<cr><ln>`, `[LF]`: written out where the line ends, before what closes a quotation. */
const endedLine =
  /(?:\\[rn]|<(?:cr|lf|ln)>|[<[{]0[AD][>\]}]|[[(](?:CR|LF)[\])]|\^[MJ])['"\])}]*\s*$/i

const numberMark = '\u0001'
const nameMark = '\u0002'

/** The prefix with what changes from line to line left out. */
function shapeOf(prefix: string): string {
  return prefix
    .replace(/\w{3} +\d{1,2} (?=\d\d:)/, (day) => day.replace(/^\w{3}/, nameMark))
    .replace(/ *(?:0x[0-9a-f]+|\d+)/gi, numberMark)
    .replace(/[+*^%$#][A-Z][A-Z0-9]+/g, nameMark)
}

/**
 * The lines of a log decide what is in a shape, so nothing here may be matched in two ways: a number is taken whole, two
 * in a row have a blank between, and a name ends somewhere. Else a crafted log would hold the program up for hours.
 */
function formOf(shape: string): RegExp {
  const number = '(?:0x[0-9a-fA-F]+(?![0-9a-fA-F])|\\d+(?!\\d))'
  const source = shape
    .trimEnd()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    // The first of many is set off less than the others, or not at all.
    .replace(/^ {1,8}(?=\S)/, (indent) => ` {0,${indent.length}}`)
    .replaceAll(/(?<=\u0001)\u0001/g, ` +${number}`)
    .replaceAll(numberMark, ` *${number}`)
    .replaceAll(nameMark, '[+*^%$#\\w]{1,24}')
  // As many blanks as the columns have; more belong to the line, or to a dump's column of letters.
  const blanks = Math.min(shape.length - shape.trimEnd().length, 8)
  return new RegExp(`^${source}${blanks > 0 ? `(?:[ \\t\\u3000]{1,${blanks}}|$)` : ''}`)
}

/** Same but for the words and arrows in it: `SEND: "` and `RECV: "`. */
const skeleton = (shape: string) =>
  shape.replace(/[A-Za-z]+/g, 'A').replace(/<[-=]+|[-=]+>|[<>]+|[←→]/g, '>')

/** The last word of a prefix may say the direction. */
const sentWord = /\b(?:send(?:_[a-z]+)?|sent|sending|write|tx)\b[^A-Za-z]*$/i
const receivedWord = /\b(?:receive|received|recv|read|reply|response|answer|rx)\b[^A-Za-z]*$/i

const namesIn = (shape: string) => shape.split(nameMark).length - 1

/** Looks over the first lines of a log for what its program puts before each; the longest first. */
export function learnPrefixes(lines: readonly string[]): LearnedPrefix[] {
  const shapes = new Map<string, Seen>()
  let before: { shape: string; line: string } | undefined
  let answers: { shape: string; line: string }[] = []
  for (const line of lines) {
    const core = coreOf(line)
    if (!core) continue
    const shape = shapeOf(line.slice(0, core.at))
    const seen = shapes.get(shape) ?? newSeen(shape)
    shapes.set(shape, seen)
    if (seen.said.size < 2) seen.said.add(line)
    count(seen, core)
    if (endedLine.test(line)) seen.ended++
    if (line.endsWith('$')) seen.dollars++
    const [first = ''] = core.lines
    const again = (one: { shape: string; line: string }) =>
      one.shape !== shape && first.startsWith(one.line)
    if ((before && again(before)) || (isAnswer(first) && answers.some(again))) seen.repeats++
    before = { shape, line: core.lines.at(-1) ?? '' }
    answers = [...answers.slice(-2), ...(isAnswer(first) ? [{ shape, line: first }] : [])]
  }
  const all = [...shapes.values()]
  const kept = all.filter((one) => one.shape !== '' && namesIn(one.shape) <= 2 && trusted(one, all))
  const marks = kept.map((one) => inPieces(learned(one, all), lines))
  return [...marks, ...programsOwn(kept), ...otherWay(kept, lines)].sort(
    (a, b) => lengthOf(b) - lengthOf(a),
  )
}

/** Where answers come octet by octet no line of theirs is known as one; its mark is that of the commands with RX for TX. */
function otherWay(kept: readonly Seen[], lines: readonly string[]): LearnedPrefix[] {
  const sent = kept.find(({ shape, commands }) => commands > 0 && /\bTX\b/.test(shape))
  if (!sent || kept.some(({ shape }) => /\bRX\b/.test(shape))) return []
  const form = formOf(sent.shape.replace(/\bTX\b/, 'RX'))
  const prefix = inPieces({ form, way: 'rx', escaped: false, open: '' }, lines)
  return prefix.escaped ? [prefix] : []
}

/** What begins as others do comes behind them, whatever blanks its form allows at its end. */
function lengthOf({ form, way }: LearnedPrefix): number {
  const bare = form.source.replace(blanksAtEnd, '')
  const blank = bare.length < form.source.length && way !== 'says' ? 0.5 : 0
  return bare.length + blank
}
const blanksAtEnd = /\(\?:\[ \\t\\u3000\]\{1,\d\}\|\$\)$/

/** What the marks for both directions begin with, where words stand in it: its program says other things behind it, too. */
function programsOwn(kept: readonly Seen[]): LearnedPrefix[] {
  const sent = kept.find(({ shape }) => sentWord.test(shape))
  const received = kept.find(({ shape }) => receivedWord.test(shape))
  if (!sent || !received) return []
  let same = 0
  while (same < sent.shape.length && sent.shape[same] === received.shape[same]) same++
  const shape = /^.*[:>\]|]\s*/.exec(sent.shape.slice(0, same))?.[0] ?? ''
  if (!/[A-Za-z]{3}/.test(shape) || kept.some((one) => one.shape === shape)) return []
  return [{ form: formOf(shape), way: 'says', escaped: false, open: '' }]
}

/** `AT TX ( 9): ATD*99***`: where the prefix says how many octets follow, a line may come in pieces. */
function inPieces(prefix: LearnedPrefix, lines: readonly string[]): LearnedPrefix {
  let right = 0
  let wrong = 0
  for (const line of lines) {
    const found = prefix.form.exec(line)?.[0]
    if (found === undefined) continue
    const count = /(\d{1,6})[^\d\w]*$/.exec(found)?.[1]
    const { text } = unwrapped(line.slice(found.length), '')
    if (Number(count) === spelledOctets(text).length) right++
    else wrong++
  }
  const sure = right > 2 || (right > 1 && prefix.way === 'rx')
  return sure && right > 9 * wrong ? { ...prefix, escaped: true, counted: true } : prefix
}

function newSeen(shape: string): Seen {
  return {
    shape,
    said: new Set(),
    commands: 0,
    answers: 0,
    finals: 0,
    unasked: 0,
    repeats: 0,
    escaped: false,
    ended: 0,
    dollars: 0,
  }
}

function count(seen: Seen, { lines, escaped }: LineCore): void {
  const [first = '', ...more] = lines
  if (isCommand(first)) seen.commands++
  else if (/^[+*^%$#]/.test(first)) seen.answers++
  else seen.finals++
  if (isCommand(first) && more.length > 0) seen.answers++
  if (unaskedRow(first)) seen.unasked++
  seen.escaped ||= escaped
}

/** `ERROR: Timeout when calling AT+CSQ`, `begin() failed at +CPIN`, `Failed AT+CSQ`: somebody speaks of a command. */
const complaint =
  /\b(?:error|resp\w*|time-?out|timed out|fail\w*)\b.*\b(?:when|calling|for|at|in|while|to|cmd)\b|^\W*failed:? ?["'`]?$/i

const replies = ({ answers, finals }: Seen) => answers + finals

/** `URC already added with prefix: +CGEV`: a sentence, beside a prefix of another kind that shows what was sent. */
const sentence = /(?:\b[a-z]{2,} ){2}|\b[Pp]ars(?:ing|ed)\b|\b[Cc]hecking\b|_handle_response_/
function isSentence(one: Seen, all: readonly Seen[]): boolean {
  const marked = one.commands > 0 && !/handle_response/.test(one.shape)
  // What came stands nowhere else.
  const alone =
    /\breceived\b/i.test(one.shape) && !all.some((other) => other !== one && replies(other) > 0)
  if (alone || marked || !sentence.test(one.shape)) return false
  return all.some(
    (other) => other.commands > 0 && other.shape !== '' && !sentence.test(other.shape),
  )
}

/** `Activate Message Processing for: ATZ`, `{"timeout":9,"command":"AT+CSQ"`: beside what shows that it was sent. */
const mention = /\bfor:? ?["']?$|^\{.*"\w+": ?"$/i
function isMention(one: Seen, all: readonly Seen[]): boolean {
  if (one.commands === 0 || one.answers + one.finals > 0 || !mention.test(one.shape)) return false
  return all.some(
    ({ shape, commands }) => commands > 0 && sentWord.test(shape) && !mention.test(shape),
  )
}

/** mbed's ATCmdParser shows what it waits for and what of it came, beside what was sent and read: `AT? OK%n`, `AT= OK`, `AT< OK`. */
function isPattern(one: Seen, all: readonly Seen[]): boolean {
  const before = /^(.*\bAT)[?=] $/.exec(one.shape)?.[1]
  return (
    before !== undefined &&
    all.some(({ shape }) => shape === `${before}< ` || shape === `${before}> `)
  )
}

/** The same stands behind another prefix that is no sentence. */
function isComplaint(one: Seen, all: readonly Seen[]): boolean {
  if (!complaint.test(one.shape)) return false
  if (/^\W*failed/i.test(one.shape) && one.answers + one.finals === 0) return true
  const says = (other: Seen) =>
    one.commands > 0 ? other.commands > 0 : other.answers + other.finals > 0
  return all.some((other) => other !== one && !complaint.test(other.shape) && says(other))
}

/** A logger's level before it: no words of the moment. */
const logged = /\[(?:INFO|DEBUG|TRACE)\]/

/** Somebody's sentence, however often it stands there: `I verified that (AT+COPS?)`. */
const inSentence = /(?:\b[a-z]{2,} ){2}/

/** What a library says of what the modem answered or sent by itself, though it shows no command: `AT solicited Resp[`, `Next URC token to parse [`. */
const ofModem = /\bAT\b.*\bresp\w*\W*$|\bURC\b.*[[:]\s*$/i

/** A word before a single OK may be any program's; beside commands of the same look it is not. */
function trusted(one: Seen, all: readonly Seen[]): boolean {
  const sending = all.filter((other) => other.commands > 0)
  // Words that stand there once, among bare lines, are what the program said just then.
  const bare = all.some(({ shape, answers, finals }) => shape === '' && answers + finals > 0)
  const quoted = one.commands > 0 && /["']$/.test(one.shape)
  // A log of what came by itself holds no command at all.
  if (sending.length === 0 && one.unasked > 1 && one.said.size > 1) return true
  if (sending.length === 0 && ofModem.test(one.shape)) return true
  // `> OK`: answers set off from the commands, as people paste them.
  if (/^[<>←→|»]{1,3} ?$/.test(one.shape) && one.commands === 0 && one.answers + one.finals > 1)
    return sending.length > 0
  // A word for sending, as before other commands: `--> Sending: ATZ`, `--> Re-Sending: ATZ`.
  const again =
    one.commands === 1 &&
    sentWord.test(one.shape) &&
    sending.some((other) => other.commands > 1 && sentWord.test(other.shape))
  const count = one.commands + one.answers + one.finals
  const once = count === 1 || (one.said.size === 1 && inSentence.test(one.shape))
  const twin = sending.some((other) => isTwin(one.shape, other.shape))
  if (bare && !quoted && !again && !twin && !logged.test(one.shape) && once) return false
  if (one.commands > 0 || one.answers > 0 || one.finals > 2)
    return sending.length > 0 || isBareQuote(one)
  return sending.some(
    (other) =>
      skeleton(other.shape) === skeleton(one.shape) || isBefore(one, other) || isKin(one, other),
  )
}

/** The word for what came of it apart, the same mark: `ATC OK: ` and `ATC ERROR: `. */
const outcome = /\b(?:OK|ok|ERROR|error|FAIL|FAILED|fail|failed|TIMEOUT|timeout)\b/
function isTwin(one: string, other: string): boolean {
  const mark = one.replace(outcome, '')
  return one !== other && /[A-Za-z]{3}/.test(mark) && mark === other.replace(outcome, '')
}

/** A program that prints what came as its language writes it: `'\r\n+CEREG: 0,2\r\n'`. */
const isBareQuote = ({ shape }: Seen) => /^b?["']$/.test(shape)

/** The line goes on where another has its mark: `12:00:01 -> OK` beside `12:00:01 -> <--- +CSQ: 9,99`. */
function isBefore(one: Seen, other: Seen): boolean {
  if (one.shape.length <= 3 || other === one || !other.shape.startsWith(one.shape)) return false
  // Line ends behind it are what came, of which only the end was known: `AT RX (20): <cr><ln>M0B.8<cr><ln>OK`.
  return !/<(?:cr|lf|ln)>|\\[rn]/i.test(other.shape.slice(one.shape.length))
}

/** Another word in the same frame: `[PPPOS]: AT COMMAND: [` and `[PPPOS]: AT BAD RESPONSE: [`. */
function isKin(one: Seen, other: Seen): boolean {
  if (!one.escaped || !/["'`[({]$/.test(one.shape) || one.shape.at(-1) !== other.shape.at(-1))
    return false
  let same = 0
  while (same < one.shape.length && one.shape[same] === other.shape[same]) same++
  return same * 2 >= one.shape.length
}

function learned(one: Seen, all: readonly Seen[]): LearnedPrefix {
  const { shape, escaped } = one
  // Where one program writes line ends out, lines without are its comments.
  const comment =
    isComplaint(one, all) ||
    isSentence(one, all) ||
    isMention(one, all) ||
    isPattern(one, all) ||
    (!escaped &&
      one.commands === 0 &&
      all.some((other) => other.escaped && other.answers + other.finals > 0))
  const open = /["'`[({<|]$/.exec(shape)?.[0] ?? ''
  const way = comment || isPrinted(one, all) ? 'again' : wayOf(one, all)
  const trimmed = escaped && open !== '' && one.ended === 0 && one.answers + one.finals > 2
  const pieces = one.commands + one.answers + one.finals
  const ends = way === 'any' && escaped && open !== '' && pieces > 9 && one.ended > 0.8 * pieces
  return {
    form: formOf(shape),
    way,
    escaped,
    open,
    ...(trimmed ? { trimmed } : {}),
    ...(ends ? { ends } : {}),
  }
}

/** SMSLib shows the whole answer once more behind its lines, with `$` for each line end. */
function isPrinted(one: Seen, all: readonly Seen[]): boolean {
  const replies = one.answers + one.finals
  if (one.commands > 0 || replies === 0 || one.dollars < replies) return false
  return all.some((other) => other.dollars === 0 && other.answers + other.finals > 0)
}

function wayOf(one: Seen, all: readonly Seen[]): LearnedPrefix['way'] {
  const replies = one.answers + one.finals
  const repeating = one.repeats > 0 && one.repeats >= Math.max(one.commands, 1)
  if (one.commands === 0 && all.some((other) => isBefore(one, other))) return 'any'
  if (one.commands === 0) return one.repeats === replies ? 'again' : 'rx'
  if (receivedWord.test(one.shape) && all.some(({ shape }) => sentWord.test(shape))) return 'rx'
  if (repeating && all.some((other) => other !== one && other.commands > 0)) return 'rx'
  return replies === 0 ? 'tx' : 'any'
}
