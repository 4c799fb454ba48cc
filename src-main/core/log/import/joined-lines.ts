import { answeredOnTheLine, answersOnOneLine } from './wrap/joined'
import { isAnswer, isCommand, isFinal } from './line-kinds'
import { remembered } from './remembered'

/** Nobody joins or comments lines that are longer, and the forms below need time with the length. */
const longest = 500

/** `AT+CPIN?（SIM の確認）`, `AT+CSQ ← 電波`, `AT+CREG?  // registered?`; never within quotation marks. */
const remark =
  /^(AT(?:[^"（※←⇐→⇒]|"[^"]*")*?)((?:（|[ \u3000]*[※←⇐→⇒]|[ \t\u3000]+(?:\/\/|\((?:[A-Z]|\d+ |)[a-z]|#(?![A-Z])|--|<[-–—]|;;|\*{2,3} (?=\S)))(?:[^"]|"[^"]*")*)$/i

/** The same behind a result or an answer; `OK (it took long)`, `+QIOPEN: 0,566 //Connection failed`. */
const answerWithRemark =
  /^((?:OK|ERROR)|\d{10,22}|[+*^%$#][A-Z][A-Z0-9]*(?: ERROR)?: ?(?=\S)(?:[^"（※←⇐→⇒]|"[^"]*")+?)([ \t\u3000]*(?:（|[※←⇐→⇒])(?:[^"]|"[^"]*")*|[ \t\u3000]+(?:\/\/|\((?:[A-Z]|\d+ |)[a-z]|\([^\x00-\x7f]|<-{1,2} ?(?=[^\s<]))[^"]*)$/

/** Somebody's own print-out, where only the name of the answer had come: `+CREG:______`. */
const rule = /^(\+[A-Z][A-Z0-9]+(?: ERROR)?:) ?([_=*-]{3,})$/

/**
 * TinyGSM's own words, also where a line of the modem was not ended: `POWER DOWN[6036] ### TinyGSM Version: 0.7.9`,
 * `+CME ERROR:[25814] < 3 > …`.
 */
export function asideIn(text: string): { said: string; words: string } | undefined {
  const drawn = text.charCodeAt(0) === 0x2b ? rule.exec(text) : null
  if (drawn) return { said: drawn[1] ?? '', words: drawn[2] ?? '' }
  const sign = text.indexOf('] ### ')
  const other = sign < 0 ? /\] < \d{1,4} > /.exec(text)?.index : sign
  const at = other === undefined ? -1 : text.lastIndexOf('[', other)
  if (at < 0 || !/^\d{1,12}$/.test(text.slice(at + 1, other))) return undefined
  return { said: text.slice(0, at).trimEnd(), words: text.slice(at) }
}

/** A level of Python's logging, with its thread and its module: `ERROR (MainThread) [homeassistant.components.sms]`. */
const levelOfThread = /^ERROR \([\w-]{1,40}\) \[/

const mayRemark = /[（※←⇐→⇒(#;]|\/\/|<[-–—]|--|\*\*/

/** A command, an answer or a result behind which somebody wrote what it is. */
export const withRemark = remembered(remarkIn)

function remarkIn(text: string): { said: string; words: string } | undefined {
  if (text.length > longest || !mayRemark.test(text) || levelOfThread.test(text)) return undefined
  const [, said = '', words = ''] = (/^at/i.test(text) ? remark : answerWithRemark).exec(text) ?? []
  return words === '' || words.trim() === '' ? undefined : { said: said.trimEnd(), words }
}

/** Behind words that end a sentence, or directly behind a name: `Checking signal...AT+CSQ`, `Connecting to iot.netAT+CIPSHUT`. */
const behindWords = [
  // ROOter: `Mon Jul  8 08:37:56 2024 : MBIM Connect 1 AT+CGDCONT?`
  /^(\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4} : .{1,60}? )(AT[+*^%$#][A-Z][A-Z0-9]*(?:\?|=.*)?)$/,
  // LilyGO's examples, where line ends became blanks.
  /^(Set network apn ?: ?\S{1,64} )(AT\+CGDCONT=.*)$/,
  /^( ?[A-Za-z-][^"'`[\]]*?(?:\.{2,} ?|[:>] ?| - |[a-z\d.)!]))(AT[+*^%$#][A-Z][A-Z0-9]*(?:\?|=.*)?)$/,
  // A sketch that says what is asked: `Check the 'signal strength' 18,0 - AT+CSQ`.
  /^( ?[A-Za-z][^[\]]{2,80} - )(AT[+*^%$#][A-Z][A-Z0-9]*(?:\?|=.*)?)$/,
  // Its echo was joined, too.
  /^([A-Za-z][a-z ]{1,80}\.)(AT[+*^%$#][A-Z][A-Z0-9]*\?) \2$/,
  // A dot for each time that was asked before: `.AT+CEREG?`
  /^(\.{1,80} ?)(AT[+*^%$#][A-Z][A-Z0-9]*(?:\?|=.*)?)$/,
  /^( ?[A-Za-z-][^"'`[\]]*?(?:\.{2,} ?| - ))(AT(?:[EVQ][01]|[ZIH]|&F)?)$/,
]

/** A program that prints without a line end before it asks. */
export function commandBehindWords(text: string): { words: string; command: string } | undefined {
  if (text.length > longest) return undefined
  for (const form of behindWords) {
    const [, words, command] = form.exec(text) ?? []
    if (words === undefined || command === undefined) continue
    if (/fail|time|error|no answer|no response|result|usage/i.test(words)) return undefined
    return { words, command }
  }
  return undefined
}

const spelledEnds =
  /(?:(?:\[(?:CR|LF)\]|<(?:cr|lf|ln)>|[<[{]0[AD][>\]}]|(?:\\r){1,3}\\n|\(\\[rn]\)|CRLF(?=$|[+A-Z]{1,16}:))\s*)+/i
/** The bars and tabs of a table, in Markdown with marks of code: `AT+CPIN? | +CPIN: READY | SIM`, `AT` | `OK`. */
const cells = /`?[ \t]\|[ \t]`?|\t|`[ \t]{1,4}`|`(?: ?\|)?$/

// Two lines of which the first lost its end: in a buffer that was too small, or before what a program printed.
const joinedToResult: readonly RegExp[] = [
  // `OKAT+CSQ`, `OK AT+CREG?`, `OKWait for the network...`, `OK Wait for it`
  /^((?:(?:SEND|SHUT|CLOSE) )?OK|(?:SEND )?FAIL|ERROR) ?(AT[+*^%$#][A-Z].*)$/,
  /^(OK|ERROR) ?(?!not |never |was |is |expected|missing)([A-Z]?[a-z]{2,}.*)$/,
  // `SMS DONESet network apn`: a program went on where the modem's line had not ended.
  /^(SMS DONE|PB DONE|SMS READY|CALL READY)([A-Z][a-z].*)$/,
  /^(SMS DONE|PB DONE|SMS READY|CALL READY) (AT[+*^%$#][A-Z].*)$/,
]
const joinedToCommand: readonly RegExp[] = [
  // `ATE0ATE0`: sent, and its echo.
  /^(AT(?:[EVQ][01]|[ZI]|&F))(\1)$/,
  // `+COPS: (2,"Bench","0010AT+COPS?`: the quotation never ended.
  /^([+*^%$#][A-Z]+: ?[^"]*(?:"[^"]*"[^"]*)*"[^"]*?)(AT[+*^%$#][A-Z]+(?:=?\?)?)$/,
  // `+CME ERROR:AT+CGATT=1`: the next command was printed in the middle.
  /^(\+CM[ES] ERROR:) ?(AT[+*^%$#][A-Z].*)$/,
  // Two commands in one line of a print-out: `AT+CREG? AT+CREG?`
  /^(AT[+*^%$#][A-Z]+\?) (AT[+*^%$#][A-Z]+\?.*)$/,
]

/** `AT+CSQ | response +CSQ: 20,0`, `AT+CSQ -> reply: OK` */
const responseNamed =
  /^(at\S+?) {0,4}(?:\||-{1,8}>|=>|→|,|;) {0,4}(?:response|reply|answer|result)\b[: ]{1,4}(\S.*)$/i

/** Somebody left out the name of the answer: `AT+HTTPACTION=0 | response 0,603,0`. */
function withName(command: string, response: string): string {
  const name = /^at([+*^%$#][a-z][a-z0-9]*)/i.exec(command)?.[1]
  return name !== undefined && /^-?\d{1,5}(?:, ?-?\d{1,10}){1,8}$/.test(response)
    ? `${name.toUpperCase()}: ${response}`
    : response
}

/** The answer behind an arrow, in the notes of a person: `AT+CREG? → +CREG: 0,2`. */
const arrowAnswered =
  /^(at(?:[^\s"]|"[^"]{0,60}"|(?<=,) ){0,80}?)[ \u3000]{0,4}(?:→|⇒|=>|-+>)[ \u3000]{0,4}(\S.*)$/i

/** A data logger writes the answer behind the command: `AT+CPIN?; +CPIN: READY;OK`. */
const loggedAnswer =
  /^(at[+*^%$#][^"]{1,80}?); *([+*^%$#][A-Z][A-Z0-9]*: ?[^;]{1,200})(?:; *(OK|ERROR|\+CME ERROR: [^;]+|[A-Z]{2,8}))?;?$/i

/** In a sentence: `AT+CPIN? gave "+CME ERROR: 10". Any hints?`, `AT+CGATT? returns +CGATT: 0` */
const spokenAnswer =
  /^(at[^\s"]{1,80}) (?:(?:just |only |always |still )?(?:gave|gives|returned|returns?|says|said|answers|answered|replies|replied|shows|showed)|responds with|responded with)(?: me| back)?:? ["'`“]?([+*^%$#][^"'`”]{1,80}|OK|ERROR|NO CARRIER)["'`”]?([.,;!?] .*|[.!]|)$/i

/** Both sides under their names on one line: `AT+CSQ, Rsp: +CSQ: 14,99, OK`. */
const sidesNamed =
  /^((?:AT|at).{1,120}?)[,;|]? {1,4}(?:(?:(?:at|modem)_(?:recv|rx|resp|response|reply|answer)|[Rr]sp|RSP|[Rr]esp|[Rr]esponse|[Rr]eply|[Aa]nswer|[Rr]esult|rx|RX|[Rr]ecv|rsp|resp|response|reply|answer|result|rx|recv)[:=] ?|(?:RSP|RESP|REPLY|RX) )(\S.*)$/

/** `+CSQ: 14,99, OK` */
const resultBehindAnswer = /^(.*[^\s,;|/]) ?(?:[,;|/] ?| +)(OK|ERROR)$/

function bySides(text: string): string[] | undefined {
  const [, asked = '', said = ''] = sidesNamed.exec(text) ?? []
  if (!isCommand(asked)) return undefined
  const list = /^\[(.{2,400}?)\](?: [a-z].*)?$/.exec(said)?.[1]
  if (list !== undefined) return listedBehind(asked, list)
  const [, first = said, result] = resultBehindAnswer.exec(said) ?? []
  const theirs = isAnswer(first) || isFinal(first)
  return theirs ? trimmed([asked, first, result ?? '']) : undefined
}

/** What came as a list of lines: `AT+CREG? rsp=["+CREG: 0,5","OK"] dt=12ms`. */
function listedBehind(asked: string, list: string): string[] | undefined {
  const lines = [...list.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(
    ([, double, single = '']) => double?.replaceAll('\\"', '"') ?? single,
  )
  const theirs = lines.some((one) => isFinal(one) || isAnswer(one))
  return theirs ? trimmed([asked, ...lines]) : undefined
}

/** The same in the words of any language: `AT+CREG? y me da +CREG: 0,2 todo el tiempo.` */
const inSentence =
  /^(at[^\s"]{1,80}) (?:\p{L}[\p{L}'’]{0,20},? ){1,6}["'`“]?([+*^%$#][A-Z][A-Z0-9]*: ?(?:"[^"]{0,60}"|[\w-]{1,40})(?:,(?:"[^"]{0,60}"|[\w-]{0,40}))*)["'`”]?(.*)$/iu

function inWords(text: string): string[] | undefined {
  const [, asked = '', said = '', more = ''] = inSentence.exec(text) ?? []
  const name = said.split(':')[0] ?? ''
  const own = name !== '' && asked.toUpperCase().startsWith(`AT${name.toUpperCase()}`)
  const answer = said.replace(/,$/, '')
  return own && isCommand(asked)
    ? trimmed([asked, answer, more.replace(/^[.,;!?]/, '')])
    : undefined
}

/** What a script of Python read, as it prints octets: `AT+CNACT? back:\tb'AT+CNACT?\r\r\n+CNACT: 0,0\r\n\r\nOK\r\n'`. */
const printedBack = /^(AT\S{0,200}?)(?: back)?: *\t? *b?(['"])(.{1,400})\2$/i

function behindBack(text: string): string[] | undefined {
  const [, asked = '', , said = ''] = printedBack.exec(text) ?? []
  if (!isCommand(asked)) return undefined
  // Its echo is the same line once more.
  return trimmed([asked, ...said.split(/(?:\\[rn])+/).filter((line) => line !== asked)])
}

function behindArrow(text: string): string[] | undefined {
  const [, asked = '', said = '', more = ''] =
    arrowAnswered.exec(text) ?? spokenAnswer.exec(text) ?? loggedAnswer.exec(text) ?? []
  const [, first = said, last = ''] = resultBehindAnswer.exec(said) ?? []
  const result = /^no carrier$/i.test(first) ? 'NO CARRIER' : first
  const answered = isCommand(asked) && (isFinal(result) || isAnswer(result))
  return answered ? trimmed([asked, result, last, more.replace(/^[.,;!?]/, '')]) : undefined
}

/** A program took the line ends out: `+CEREG: 2,0OK+CFUN: 1OKOK`. */
const glued = /^(?:[+^][A-Z]+: ?(?=\S)|OK|ERROR| ?\d+,).*[\d"KR](?:OK|ERROR)(?=$|[+^OE])/
const gluedResult = /(OK|ERROR)(?=$|[+^][A-Z]|OK|ERROR)/

/** The end of an answer that was cut may stand first. */
function gluedParts(text: string): string[] | undefined {
  if (text.length > longest || !glued.test(text)) return undefined
  const parts = text.split(gluedResult).filter((part) => part !== '')
  const theirs = parts.filter((part) => isFinal(part) || isAnswer(part))
  const cut = theirs.length + 1 === parts.length && theirs[0] === parts[1] && theirs.length > 2
  return parts.length > 1 && (theirs.length === parts.length || cut) ? parts : undefined
}

/** Rows of one answer, whose line ends were taken out: `+KBNDCFG: 0,0A0A188E+KBNDCFG: 1,0`; quotation marks may hold anything. */
function rowsOfOne(text: string): string[] | undefined {
  const name = /^[+^#%][A-Z][A-Z0-9]{1,15}: ?(?=\S)/.exec(text)?.[0].trimEnd()
  if (name === undefined || text.length > longest || text.indexOf(name, name.length) < 0)
    return undefined
  const [, ...rows] = text.split(name)
  const whole = rows.every(
    (row, at) =>
      /^ ?\S/.test(row) &&
      row.split('"').length % 2 === 1 &&
      (at + 1 === rows.length || !row.endsWith(' ')),
  )
  return whole ? rows.map((row) => `${name}${row}`) : undefined
}

/** Looked for in every line, so the first letter decides whether it needs to be. */
function joinedLines(text: string): string[] | undefined {
  const first = text.charAt(0)
  const parts = gluedParts(text) ?? rowsOfOne(text)
  if (parts) return parts
  const result = 'OESCFP'.includes(first)
  if (
    text.length < 4 ||
    first === '' ||
    text.length > longest ||
    (!result && !/[+*^%$#A]/.test(first))
  )
    return undefined
  if (!result && text.indexOf('AT', 1) < 0) return undefined
  for (const form of result ? joinedToResult : joinedToCommand) {
    const found = form.exec(text)
    if (found) return found.slice(1)
  }
  return undefined
}

/** A program prints what it sends, waits, and says behind it what came of it: `AT+CPIN? ... ok`. */
const resultBehind =
  /^(AT\S*(?: [^.]\S*)*?)(?: ?\.{2,} ?(?:OK|FAIL(?:ED)?|ERROR)|(?: ?\.{2,}| ->| =>|:) ?(?:ok|fail(?:ed)?|error))[.!]?$/
export function toldBehind(text: string): readonly [command: string, word: string] | undefined {
  if (!/[kKdDlLrR.!]$/.test(text) || text.length > longest) return undefined
  const command = resultBehind.exec(text)?.[1] ?? ''
  const word = /\w+[.!]?$/.exec(text)?.[0] ?? ''
  return isCommand(command) ? [command, word] : undefined
}

/** That it waited in vain, right behind the command: `AT+CGATT=1 timeout`, `AT+COPS=? ... no response`. */
const vainBehind =
  /^(AT(?:[^\s"]|"[^"]{0,80}")*)(?: ?\.{2,}| ->| =>|:|,)? {0,4}[([]?((?:time-?out|timed out|no (?:response|answer|reply))[.!]?)[)\]]?$/i
export function timedOutBehind(text: string): readonly [command: string, word: string] | undefined {
  if (!/(?:t|y|e)[.!)\]]{0,2}$/i.test(text) || text.length > longest) return undefined
  const [, command = '', word = ''] = vainBehind.exec(text) ?? []
  return isCommand(command) ? [command, word] : undefined
}

/** Lines that were joined, and line ends that a program wrote out: `OKAT+CSQ`, `OK[CR][LF]`. */
export const linesIn: (text: string) => readonly string[] | undefined = remembered(severalIn)

function severalIn(text: string): readonly string[] | undefined {
  const joined = joinedLines(text)
  if (joined) return joined
  const told = toldBehind(text)
  if (told) return told
  const [, asked = '', response = ''] = responseNamed.exec(text) ?? []
  if (isCommand(asked)) return trimmed([asked, withName(asked, response)])
  const noted = behindArrow(text) ?? behindBack(text) ?? bySides(text) ?? inWords(text)
  if (noted) return noted
  const answered = text.includes('|') ? undefined : answeredOnTheLine(text)
  if (answered) return answered
  const answers = /^[+*^%$#]/.test(text) ? answersOnOneLine(text) : undefined
  if (answers) return answers
  if (/^at/i.test(text) && cells.test(text) && isCommand((text.split(cells)[0] ?? '').trimEnd()))
    return trimmed(text.split(cells))
  if (!spelledEnds.test(text)) return undefined
  const lines = trimmed(text.split(spelledEnds))
  const [first = ''] = lines
  return isCommand(first) || isFinal(first) || isAnswer(first) ? lines : undefined
}

function trimmed(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
