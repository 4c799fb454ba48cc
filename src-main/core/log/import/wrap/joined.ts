import { isAnswer, isCommand, isFinal } from '../line-kinds'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const longest = 20_000
const mostPieces = 1000
/** Where a line of theirs begins or a result ends, once the line ends became blanks. A run of blanks is looked at from its first alone. */
const seams = [
  /(?<!\s)\s+(?=(?:AT|at)(?:[+*^%$#&][A-Za-z]|[EVQ][01](?:\s|$)|[IZ]\d?(?:\s|$)|D[*T]|\s|$))/,
  /(?<!\s)\s+(?=[+*^%$#][A-Z][A-Z0-9]+: ?\S)/,
  /(?<!\s)\s+(?=(?:OK|ERROR|CONNECT|NO CARRIER|RDY|SMS Ready|Call Ready)(?:\s|$))/,
  /(?<=(?:^|\s)(?:OK|ERROR))\s+/,
  // The bare number that these answer.
  /(?<=AT\+(?:CIMI|CGSN|GSN|CCID|ICCID|QCCID))\s+(?=\d|[Xx*]{6})/,
  /(?<=^(?:AT|at)[Ii]\d?)\s+(?=[A-Z][\w-]{2,24}[: ])/,
  /(?<!\s)\s+(?=(?:Model|Revision|IMEI|IMSI|SVN|FSN|QCN|MEID): ?)(?=\S+ )/,
  /(?<=[a-z)]\.{3})\s*(?=AT[+*^%$#&][A-Z])/,
  // Letters that were broken where the modem started anew.
  /(?<!\s)\s+(?=\ufffd)/,
]
const seam = new RegExp(seams.map(({ source }) => source).join('|'))

/** Nothing was left between the lines: `RDYATOKAT+CPIN?+CPIN: READYOKAT+CREG?+CREG: 0,1OK`. */
const glued = /(?:[?\dA-Z"]OKAT.*){2}/
const gluedSeam = new RegExp(
  [
    /(?=AT(?:[+*^%$#][A-Z]|OK))/,
    /(?=(?:SEND )?OK(?:AT|[+*^%$#][A-Z]|$))(?<!SEND )/,
    /(?<=OK)(?=[+*^%$#][A-Z])/,
    /(?<!AT)(?=[+*^%$#][A-Z][A-Z0-9]{1,15}: )/,
    /(?=> )/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** minicom's first screen, where the line ends became blanks, and what came below it. */
const welcome = /^(Welcome to minicom .{1,200} special keys) +(?=OK |[+^]|AT)/

function piecesOf(line: string): string[] {
  if (line.length <= longest && line.includes('OKAT') && glued.test(line))
    return line.split(gluedSeam, mostPieces).filter((piece) => piece !== '')
  // A remark may name what it likes.
  if (line.length > longest || !/\bAT/i.test(line) || / \/\/ /.test(line)) return [line]
  return line.split(seam, mostPieces).filter((piece) => piece !== '')
}

/** A script of chat on the line of a program's options names commands and answers, too. */
const script = /\bABORT\b/

function isJoined(pieces: readonly string[]): boolean {
  if (pieces.length < 3 || pieces.some((piece) => script.test(piece))) return false
  const commands = pieces.filter(isCommand)
  const replies = pieces.filter((piece) => isFinal(piece) || isAnswer(piece))
  const [first = ''] = pieces
  const begins = isCommand(first) || isFinal(first) || isAnswer(first)
  return commands.length > 0 && replies.length > 0 && (begins || commands.length > 2)
}

/** In such a log `AT+X ERROR` is an exchange, too; elsewhere a script may say so of what stands below. */
function isRefused([command = '', result, ...more]: readonly string[]): boolean {
  return result === 'ERROR' && more.length === 0 && isCommand(command)
}

/** A log that was pasted where line ends become blanks: many lines on one. */
export const joined: Wrapping = {
  open: (lines) => (lines.some((line) => isJoined(piecesOf(line))) ? unwrapper : undefined),
}

/** The lines of one that begins with a command, behind which its answer stands; nothing for other lines. */
export function answeredOnTheLine(text: string): readonly string[] | undefined {
  if (!/^at/i.test(text) || !text.includes(' ')) return undefined
  const pieces = piecesOf(text)
  const [command = '', result] = pieces
  const carriedOut = pieces.length === 2 && result === 'OK' && isCommand(command)
  return carriedOut || isJoined(pieces) ? pieces : undefined
}

/** A program took the line ends out of what came: `+CREG: 1,0 OK`, `+CPIN: READY OK +CREG: 2`; nothing for other lines. */
export function answersOnOneLine(text: string): readonly string[] | undefined {
  if (text.length > longest || !/ (?:OK|ERROR|RDY)\b/.test(text)) return undefined
  const pieces = text
    .split(seam, mostPieces)
    .map((piece) => piece.replace(/ [/|;]$/, ''))
    .filter((piece) => piece !== '')
  const all = pieces.every((piece) => isAnswer(piece) || isFinal(piece) || /^\ufffd+$/.test(piece))
  // Text between quotation marks may say anything.
  const whole = pieces.every((piece) => piece.split('"').length % 2 === 1)
  return pieces.length > 1 && all && whole ? pieces : undefined
}

const unwrapper: Unwrapper = {
  line: (text, end) => {
    const [greeting = '', opening] = welcome.exec(text) ?? []
    if (opening !== undefined) {
      const rest = text.slice(greeting.length)
      return [opening, ...(answersOnOneLine(rest) ?? [rest])].map((one): RawLine => [one, end])
    }
    const pieces = piecesOf(text)
    return isJoined(pieces) || isRefused(pieces)
      ? pieces.map((piece): RawLine => [piece, end])
      : [[text, end]]
  },
  finish: () => [],
}
