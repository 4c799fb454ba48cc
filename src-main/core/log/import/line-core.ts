import { isAnswer, isCommand, isFinal } from './at-lines'
import { hexColumn as octetsOf } from './hex-column'
import { toldBehind } from './joined-lines'
import { tellsOfCommand } from './line-kinds'

/** Where what was exchanged with the modem begins in a line, and the lines of it. */
export interface LineCore {
  readonly at: number
  readonly lines: readonly string[]
  readonly escaped: boolean
}

const escapes = /\(\\[rn]\)|\\[rn]|<(?:cr|lf|ln)>|[<[{]0[AD][>\]}]|\[(?:CR|LF)\]|\^[MJ]|[␍␊↵⏎]/gi
/** What ends the text of a message, written out where a quotation ends. */
const ctrlZ = /(?:\\x1[aA]|\\u001[aA]|<(?:SUB|1A|CTRL[+-]?Z)>)$/
/** No letter, no digit: what a prefix ends in, in any script. */
const boundary = /[^0-9A-Za-z]/
const closing: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '[': ']',
  '(': ')',
  '{': '}',
  '<': '>',
  '|': '|',
}
// Dumps say again in octets what stands in letters elsewhere.
const hexColumn =
  /(?:^|[\t ])(?:[0-9A-F]{2}.?\|){3}|^\s*(?:0x)?[0-9a-f]{4,16}:?\s+(?:[0-9a-f]{2,4}\s+){4}|(?:\b[0-9a-f]{2}\s{1,8}){2}\b[0-9a-f]{2}\s+\|.*\|\s*$|^\s*(?:[0-9a-f]{2} ){2,}\s*\| /i
/** Looked for no further into a line than this: a prefix is short. */
const furthest = 160

/** PowerShell writes line ends and quotes with an accent: `"AT+CPIN=`"0000`"`r"`. */
const accents = /`[rn](?:`[rn])*"/

/** All quotes are doubled. */
const doubled = /^[^"]*(?:""[^"]*)+$/

/** `write(3, "AT\\r", 3) = 3`, as strace writes it: the quotation ends before the line does. */
const quotedCall = /^((?:[^"\\]|\\.)*)"[\s,)}\]=\d.]+(?:\(0x[\da-f]+\))?$/
const singleCall = /^([^']*)'[\s,)}\]"]+$/
/** More arguments follow: `sendAt('AT+CNACT=0,1','OK',2)`. */
const moreArguments =
  /^([^'"]*)(['"])(?:, ?(?:'[^']*'|"[^"]*"|[\d.]{1,8}|[A-Z]\w{1,8})){1,4}\)\s*;?$/
/** The program goes on behind what it quotes: `write command 'AT+CSQ' expected response 'OK'`, `COMMAND='AT+CPIN?' gcom -d`. */
const quotedInWords =
  /^((?:AT|at)[+*^%$#!&][^'"]*?(?:"[^"]*"[^'"]*?)*)'(?: +[\w-].*)$|^((?:AT|at)[+*^%$#!&][^'"]*)"(?: +[a-z-].*|, ?"\w+":.*)$/
/** A line end that was written out ends a command: `"AT+CSQ\\r\\n" ----`, `"AT+CSQ\\r" | atinout - /dev/ttyUSB2 -`. */
const behindEnd = /^(AT(?:[^\\]|\\(?![rn]))*(?:\\[rn])+)["'](?!,).*$/i

/** What a program put around the octets, taken off: the closing quote, written-out line ends, the list of lines. */
export function unwrapped(whole: string, open: string): { text: string; escaped: boolean } {
  const raw = open === '"' && whole.endsWith(' times>') ? beforeZeros(whole) : whole
  const text =
    open !== '"'
      ? raw
      : accents.test(raw)
        ? spelledOut(raw)
        : luaEnds.test(raw)
          ? spelledInLua(raw)
          : raw
  const close = closing[open]
  const noted = open === '`' ? codeThenCode.exec(text) : null
  if (noted) return { text: `${noted[1]} → ${noted[2]}`, escaped: false }
  const ended = endedQuote(text, open)
  // `<OK>`; a line end in letters has brackets of its own.
  const closed =
    close !== undefined && text.endsWith(close) && (open !== '<' || !text.includes('<'))
  const inside = ended === text && closed ? text.slice(0, -1) : ended
  // RFC 4180, 2.7: a cell of a table doubles the quotes in it.
  if (open === '"' && ended === text && doubled.test(inside))
    return { text: inside.replaceAll('""', '"'), escaped: false }
  if (open === '[' && /\.\.$/.test(inside))
    return { text: inside.replace(/\.{2,}/g, dottedEnds), escaped: true }
  const plain = inside
    .replace(escapes, (token) => (/[nlj␊↵⏎a]/i.test(token) && !/cr/i.test(token) ? '\n' : '\r'))
    .replace(ctrlZ, '\x1a')
  const escaped = plain !== inside
  const quotes = escaped || (open === '"' && plain.includes('\\"'))
  const spelled = quotes ? plain.replace(/\\(["'\\])/g, '$1') : plain
  return { text: open === '"' ? withoutOuter(spelled) : spelled, escaped }
}

/** A dot for each octet of a line end; that of an echo has three: `ATE0...OK..`. */
const dottedEnds = (dots: string) =>
  `${dots.length % 2 === 1 ? '\r' : ''}${'\r\n'.repeat(dots.length >> 1)}`

/** Both sides in Markdown's marks of code: `` `AT+CEREG?` → `+CEREG: 0,2` ``. */
const codeThenCode =
  /^((?:AT|at)[^`]{0,120})` {0,2}(?:→|⇒|=>|-{1,2}>) {0,2}`([^`]{1,200})`(?:[.,;]|)$/

/** The debugger shows the whole of a buffer: `"AT+CSQ\\r\\000N?", '\\000' <repeats 51 times>`. */
function beforeZeros(text: string): string {
  const at = text.indexOf('\\000')
  const quoted = text.indexOf(`", '\\000'`)
  if (at < 0) return text
  return `${text.slice(0, quoted < 0 ? at : Math.min(at, quoted))}"`
}

/** A quotation within another ends twice: `"b"+CPIN: READY""`. */
function withoutOuter(text: string): string {
  const quotes = text.split('"').length - 1
  return text.endsWith('"') && quotes % 2 === 1 ? text.slice(0, -1) : text
}

/** Lua counts characters in decimal (5.1 manual, 2.1): `"AT+CSQ\\13\\10"`. */
const luaEnds = /\\1[03](?:\\1[03])*"/
const spelledInLua = (text: string) => text.replace(/\\13/g, '\\r').replace(/\\10/g, '\\n')
const spelledOut = (text: string) => text.replaceAll('`"', '\\"').replace(/`([rn])/g, '\\$1')

/** `>>>>>Start sending [AT+CPIN?]<<<<<`: a mark behind the bracket that ends it. */
const bracketed = /^([^[\]]*)\][<>=*-]+$/

/** Keenetic says behind it what it waits for: `"AT+CGDCONT=1,"IP","bench"" (expect "OK"). `, `"OK" (got it). `. */
const remarked = /^(.*)"(?: \((?:expect "[^"]{1,40}"|[a-z ]{2,30})\))?\. *$/

/** The sentence goes on behind what it quotes: `"+CREG: 0,2" Que parece dizer`. */
const quotedThenWords = /^([+*^%$#][A-Z][A-Z0-9]*: ?[^"]{1,120}|OK|ERROR|NO CARRIER)" {1,3}\p{L}/u

/** The sentence goes on behind the brackets: `execute command (AT+CPIN?) failed!`, `(AT+CSQ) ...`. */
const bracketedInWords = /^((?:AT|at)(?:[^()"]|"[^"]*")*)\)(?:[ .!]*|[ ,:-]{1,3}[a-z].*)$/

function endedQuote(text: string, open: string): string {
  if (open === '(') return bracketedInWords.exec(text)?.[1] ?? text
  if (open === '[') return bracketed.exec(text)?.[1] ?? text
  if (open !== '"' && open !== "'") return text
  const spokenOn = open === '"' ? quotedThenWords.exec(text)?.[1] : undefined
  if (spokenOn !== undefined) return spokenOn
  const said = open === '"' ? remarked.exec(text)?.[1] : undefined
  if (said !== undefined) return said
  const form = open === '"' ? quotedCall : singleCall
  const spoken = quotedInWords.exec(text)
  const more = moreArguments.exec(text)
  if (more?.[2] === open) return more[1] ?? text
  return (form.exec(text) ?? behindEnd.exec(text))?.[1] ?? spoken?.[open === '"' ? 2 : 1] ?? text
}

/** The lines of a list that a program printed: `['+CSQ: 1,99', 'OK']`. */
export function listed(text: string): string[] | undefined {
  if (!/^\[b?(['"]).*\1\]$/.test(text)) return undefined
  return [...text.matchAll(/b?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)].map(
    ([, single, double]) =>
      // A quote within needs its backslash no longer.
      unwrapped(single ?? double?.replaceAll('\\"', '"') ?? '', '').text.trim(),
  )
}

/** Several lines, each in quotes: `'+CGREG: 0,1' 'OK'`. */
export function quotedLines(text: string): string[] | undefined {
  if (!/^(?:(?:'[^']*'|"[^"]*")(?:,? +|$)){2,8}$/.test(text)) return undefined
  return [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map(
    ([, single, double]) => single ?? double ?? '',
  )
}

/** A library that puts AT in front itself: `Command: +CPIN?`. */
export const bareCommand = /^(?:[+*^%$#][A-Z][A-Z0-9]*(?:\?|=\S.*)|E[01])$/
const askedFor = /(?:\b(?:command|cmd|send(?:ing)?|sent|tx|write)|送信)\W*$/i

/** The first lines are looked at by every format in turn. */
const mostKnown = 1024
const known = new Map<string, LineCore | undefined>()

export function coreOf(line: string): LineCore | undefined {
  const before = known.get(line)
  if (before !== undefined || known.has(line)) return before
  if (known.size >= mostKnown) known.clear()
  const core = found(line)
  if (line.length <= furthest) known.set(line, core)
  return core
}

function found(line: string): LineCore | undefined {
  if (hexColumn.test(line) || isDump(line) || notSaid.test(line)) return undefined
  const escape = line.indexOf('+++')
  const last = Math.min(line.length, furthest)
  for (let at = 0; at < last; at++) {
    if (at > 0 && !boundary.test(line[at - 1] ?? '')) continue
    // `+++ATH`: the escape stands before it. One plus may be a mark: `++CPIN: READY` in a comparison of files.
    if (escape >= 0 && at > escape && at <= escape + 3) continue
    const first = line[at] ?? ''
    // Nothing of theirs begins so; most words of a sentence do.
    if (first === ' ' || first === '\t' || first === '\u3000' || (at > 0 && /[b-z0-9]/.test(first)))
      continue
    const rest = line.slice(at)
    const list = listed(rest)
    const { text, escaped } = unwrapped(rest, line[at - 1] ?? '')
    const parts = toldBehind(text) ?? list ?? text.split(/[\r\n]+/)
    const lines = parts.filter((part) => part.trim() !== '')
    const [head = ''] = lines
    const before = line.slice(0, at)
    if (head.trim() === 'AT' && setting.test(before) && !askedFor.test(before)) return undefined
    if (before.endsWith('(') && failedInBrackets.test(rest)) return undefined
    if (before.endsWith('`') && codeInSentence.test(rest)) return undefined
    if (before.endsWith('`') && codeEndsSentence.test(rest) && words.test(before)) return undefined
    if (tellsOfCommand(head)) return undefined
    if (isCommand(head.trim()) && (complaint.test(before) || request.test(before))) return undefined
    if (isTheirs(head.trim(), at > 0)) return { at, lines, escaped }
    if (bareCommand.test(head) && askedFor.test(before))
      return { at, lines: [`AT${head}`, ...lines.slice(1)], escaped }
  }
  return undefined
}

/** Its letters say the same as its octets, whichever marks stand between them: `4F 4B 0D 0A   OK..` (jpnevulator). */
const isDump = (line: string) =>
  /(?:^|[ \t])(?:[0-9a-f]{2} ){3}/i.test(line) && octetsOf(line) !== undefined

/** Of one piece, though OK stands in it: no prefix is in front of that. */
const socketResult = /^(?:\d{1,2}, ?)?(?:SEND|SHUT|CLOSE|CONNECT) (?:OK|FAIL)$/

/** `CommandError: AT+CUSD=1,"*100#"`: what was sent before, named once more; `Skip command: [AT`: what was not. */
const complaint =
  /(?:Error|Exception): *$|\bskip(?:ped|ping)?(?: command)?: ?[["'(]?$|\b(?:time-?out|timed out|succ?ess?full?y) (?:executing|executed) ['"]?$/i

/** Somebody asks somebody else for it: `Please run AT+CSQ`. */
const request =
  /\bplease (?:also |now |just )?(?:run|send|try|type|enter|issue|execute|check|use|give|show|post)(?: me| us| (?:the )?(?:output|answer|result) (?:of|to))? ["'`]?$/i

/** `AT+CREG?が+CREG: 0,3になっている`: a sentence that goes on behind a command. */
const spoken = /^AT[^"（※←⇐→⇒\s]*[\u3040-\u30ff\u4e00-\u9fff]/i

/** A setting of a program, not a command that was sent: `model = AT`. */
const setting = /^\W*[a-z_.]{2,24} = ?$/

/**
 * What a script waits for; a line of wvdial's configuration; a process that systemd lists by its command line; a statement
 * of C: `gsm.println("AT+CSQ");`, `if (!sendAT("AT", 500)) {`; one of Python, as a traceback shows it.
 */
const notSaid =
  /^E {3,}|^\s*self\.assert\w*\(|\bAssertionError: |^\+ [+*^%$#][A-Z]|^> {3,}(?:assert|await|raise|return|with)\b|^expect\w*: (?:does|set) |^\W*Init\d? *= *AT|^[│\s]*[├└]─ *\d+ |^\s*(?:(?:if|while|return)\b[ (!]*|[\w*]+ \*?\w+ ?= ?|\} ?)?[a-z_][\w.:>-]*\(.{0,160}\)[)\s]*(?:;\s*(?:\/[/*].*)?|\{)$|^\s*(?:if|elif|while|return|assert|raise)\b[^'"]{1,60}\(b?['"]AT/i

/** What was sent before, named once more: `execute command (AT+CPIN?) failed!`. */
const failedInBrackets =
  /^(?:AT|at)[^()]{0,120}\)[ ,:-]{1,3}(?:failed|failure|error|time-?out|timed out)\b/i

/** Code in a sentence, as Markdown marks it: `` `AT+CFUN=16` should return with `OK` ``. */
const codeInSentence = /^(?:AT|at)[^`]{0,80}` (?!OK|ERROR)\w+ [\w`]/

/** The sentence ends with it: `` I would expect `OK` from `AT+COPS=0`. `` */
const codeEndsSentence = /^(?:AT|at)[^`]{0,120}`[.?!]$/
const words = /[A-Za-z]{2,}[ ,][A-Za-z]{2,}/

/** Behind other words only what is written as modems and manuals do: `at home` is no command. */
function isTheirs(text: string, inside: boolean): boolean {
  if (inside && spoken.test(text)) return false
  if (isCommand(text))
    return !inside || /^(?:AT(?:$| ?[EV]\d|[DEHIOQSVXZ]\S*$)|(?:AT|at)[+*^%$#!&\\@])/.test(text)
  return isFinal(text) || isAnswer(text) || socketResult.test(text)
}
