import { bytesOf, latin1 } from '../../bytes'
import { isCommand } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'

const literal = /^b(['"])(.*)\1$/
const BACKSLASH = 0x5c
const command = /^\[CMD\] .*? -> (.+)$/
/** Typed at the prompt: `>>> uart.write('AT+CSQ\\r\\n')`. */
const typed = /^>>> .*\.write\(b?(['"])((?:AT|at)(?:[^\\]|\\.)*?)\1[,)]/

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
  readonly #known = new Map<string, ImportEvent[]>()

  line(text: string): ImportEvent[] {
    const known = this.#known.get(text)
    if (known) {
      this.#exchange = true
      return known
    }
    const event = eventOf(text)
    if (event) {
      this.#exchange = true
      this.#sends ||= event.kind === 'bytes' && event.dir === 'tx'
      const echoed = this.#sends ? undefined : echoOf(event)
      return this.#keep(text, echoed ? [echoed, event] : [event])
    }
    // Empty lines between the pieces of an exchange belong to the print-out, not to a text.
    if (text === '' && this.#exchange) return []
    this.#exchange = false
    return [{ kind: 'text', text }]
  }
  finish(): ImportEvent[] {
    return []
  }

  #keep(text: string, events: ImportEvent[]): ImportEvent[] {
    if (this.#known.size >= mostKnown) this.#known.clear()
    if (text.length <= longestKnown) this.#known.set(text, events)
    return events
  }
}

/** A read or a command; undefined for what the script prints itself. */
function eventOf(text: string): ImportEvent | undefined {
  const read = literal.exec(text)
  if (read) return { kind: 'bytes', dir: 'rx', bytes: unescaped(read[2] ?? '') }
  const written = typed.exec(text)?.[2]
  if (written !== undefined) return { kind: 'bytes', dir: 'tx', bytes: unescaped(written) }
  const sent = command.exec(text)?.[1] ?? (isCommand(text) ? text : undefined)
  return sent === undefined ? undefined : { kind: 'bytes', dir: 'tx', bytes: bytesOf(`${sent}\r`) }
}

/** The command of a read that holds echo and answer. */
function echoOf(event: ImportEvent): ImportEvent | undefined {
  const text = event.kind === 'bytes' ? latin1(event.bytes) : ''
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
