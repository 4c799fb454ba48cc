import { bytesOf, latin1 } from '../../bytes'
import { isCommand } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'
import { pppdEvent } from './pppd'

const literal = /^b(['"])(.*)\1$/
const BACKSLASH = 0x5c
const command = /^\[CMD\] .*? -> (.+)$/
/** Typed at the prompt: `>>> uart.write('AT+CSQ\\r\\n')`; or a script with what came behind its lines: `uart.write('AT\\r')`. */
const typed = /^(?:>>> .*|[A-Za-z_]\w{0,30})\.write\(b?(['"])((?:AT|at)(?:[^\\]|\\.)*?)\1[,)]/
/** `print(uart.readline())    => b'OK\\r\\n'` */
const shown = /^(?:>>> )?[A-Za-z_]\S{0,60}\) *(?:=>|->|#) *(b(['"]).*\2)$/

const mostKnown = 1024
const longestKnown = 256

const escapes: { readonly [letter: string]: number } = { r: 13, n: 10, t: 9, 0: 0, a: 7, b: 8 }

/** The octets of a Python bytes literal. */
export function unescaped(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  let size = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code !== BACKSLASH) {
      bytes[size++] = code
      continue
    }
    const letter = text.charAt(++i)
    if (letter !== 'x') {
      bytes[size++] = escapes[letter] ?? letter.charCodeAt(0)
      continue
    }
    bytes[size++] = parseInt(text.slice(i + 1, i + 3), 16)
    i += 2
  }
  return bytes.slice(0, size)
}

/**
 * What `debug=True` prints: a command bare on its line (or behind `[CMD] label ->`), each read as `b'…'`. What the script
 * prints itself, such as its `[RESP]` lists, passes through.
 */
class MicroPythonParser implements LogParser {
  #exchange = false
  /** The script says what it sends; where it does not, the echo stands for it. */
  #sends = false
  /** Lines that were an exchange: the same few come again and again. */
  readonly #known = new Map<string, Piece>()
  /** The last read ended within a line. */
  #open = false
  /** An empty line was read last. */
  #blank = false

  line(text: string): ImportEvent[] {
    const known = this.#known.get(text)
    if (known) return this.#take(known)
    const event = eventOf(text)
    if (event) {
      this.#sends ||= event.dir === 'tx'
      const echoed = this.#sends ? undefined : echoOf(event)
      return this.#take(this.#keep(text, pieceOf(echoed ? [echoed, event] : [event], event)))
    }
    // Empty lines between the pieces of an exchange belong to the print-out, not to a text.
    if (text === '' && this.#exchange) return []
    this.#exchange = false
    return [pppdEvent(text) ?? { kind: 'text', text }]
  }
  finish(): ImportEvent[] {
    return []
  }

  #take(piece: Piece): ImportEvent[] {
    this.#exchange = true
    const { whole, sent } = piece
    if (sent) return piece.events
    const [open, blank] = [this.#open, this.#blank]
    this.#open = piece.open || (open && piece.empty && !piece.ends)
    this.#blank = piece.empty
    return whole && !open ? (blank ? whole.apart : whole.adjacent) : piece.events
  }

  #keep(text: string, piece: Piece): Piece {
    if (this.#known.size >= mostKnown) this.#known.clear()
    if (text.length <= longestKnown) this.#known.set(text, piece)
    return piece
  }
}

/** What a line of the log says was read or sent. */
interface Piece {
  readonly events: ImportEvent[]
  readonly sent: boolean
  /** All of one line, as events that need not be put together from octets: behind an empty line, and not. */
  readonly whole?: { readonly adjacent: ImportEvent[]; readonly apart: ImportEvent[] }
  /** It ends within a line. */
  readonly open: boolean
  readonly empty: boolean
  readonly ends: boolean
}

function pieceOf(events: ImportEvent[], { dir, bytes }: Octets): Piece {
  const text = latin1(bytes)
  const ends = text.endsWith('\n')
  const empty = /^[\r\n]*$/.test(text)
  const piece = { events, sent: dir === 'tx', open: !ends && !empty, empty, ends }
  if (dir === 'tx') {
    const sent = /^[\x20-\x7d]+(?=\r$)/.exec(text)?.[0]
    const line = sent === undefined ? undefined : lineEvent('tx', sent, true)
    return line ? { ...piece, events: [line] } : piece
  }
  const line = /^([\x20-\x7d]+)(\r+\n)$/.exec(text)
  const [, said = '', end = ''] = line ?? []
  // Content may be counted octet by octet, an echo never.
  if (!line || events.length > 1 || (end !== '\r\n' && !isCommand(said))) return piece
  return {
    ...piece,
    whole: { adjacent: [lineEvent('rx', said, true)], apart: [lineEvent('rx', said, false)] },
  }
}

const lineEvent = (dir: 'rx' | 'tx', text: string, adjacent: boolean): ImportEvent => ({
  kind: 'line',
  dir,
  text,
  adjacent,
})

type Octets = Extract<ImportEvent, { kind: 'bytes' }>

/** A read or a command; undefined for what the script prints itself. */
function eventOf(text: string): Octets | undefined {
  const read = literal.exec(shown.exec(text)?.[1] ?? text)
  if (read) return { kind: 'bytes', dir: 'rx', bytes: unescaped(read[2] ?? '') }
  const written = typed.exec(text)?.[2]
  if (written !== undefined) return { kind: 'bytes', dir: 'tx', bytes: unescaped(written) }
  const sent = command.exec(text)?.[1] ?? (isCommand(text) ? text : undefined)
  return sent === undefined ? undefined : { kind: 'bytes', dir: 'tx', bytes: bytesOf(`${sent}\r`) }
}

/** The command of a read that holds echo and answer. */
function echoOf(event: Octets): ImportEvent | undefined {
  const text = latin1(event.bytes)
  const [, echo = ''] = /^[\r\n]*(AT[^\r\n]*)\r\r?\n/i.exec(text) ?? []
  if (!isCommand(echo)) return undefined
  return { kind: 'bytes', dir: 'tx', bytes: bytesOf(`${echo}\r`) }
}

export const microPython: LogFormat = {
  id: 'micropython',
  name: { en: "MicroPython debug output (b'…')", ja: "MicroPython のデバッグ出力（b'…'）" },
  detect: (lines) => 3 * matching(lines, literal),
  parser: () => new MicroPythonParser(),
}
