import { bytesOf } from '../../bytes'
import { isCommand } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'

const literal = /^b(['"])(.*)\1$/
const command = /^\[CMD\] .*? -> (.+)$/

/** The octets of a Python bytes literal. */
export function unescaped(text: string): Uint8Array {
  const plain = text.replace(/\\(x[0-9a-f]{2}|.)/gi, (_, code: string) => {
    if (/^x/i.test(code)) return String.fromCharCode(parseInt(code.slice(1), 16))
    return { r: '\r', n: '\n', t: '\t', 0: '\0' }[code] ?? code
  })
  return bytesOf(plain)
}

/**
 * What `debug=True` prints: a command bare on its line (or behind `[CMD] label ->`), each read as `b'…'`. What the script
 * prints itself, such as its `[RESP]` lists, passes through.
 */
class MicroPythonParser implements LogParser {
  #exchange = false

  line(text: string): ImportEvent[] {
    const read = literal.exec(text)
    if (read) {
      this.#exchange = true
      return [{ kind: 'bytes', dir: 'rx', bytes: unescaped(read[2] ?? '') }]
    }
    const sent = command.exec(text)?.[1] ?? (isCommand(text) ? text : undefined)
    if (sent !== undefined) {
      this.#exchange = true
      return [{ kind: 'bytes', dir: 'tx', bytes: bytesOf(`${sent}\r`) }]
    }
    // Empty lines between the pieces of an exchange belong to the print-out, not to a text.
    if (text === '' && this.#exchange) return []
    this.#exchange = false
    return [{ kind: 'text', text }]
  }
  finish(): ImportEvent[] {
    return []
  }
}

export const microPython: LogFormat = {
  id: 'micropython',
  name: { en: "MicroPython debug output (b'…')", ja: "MicroPython のデバッグ出力（b'…'）" },
  detect: (lines) => 3 * matching(lines, literal),
  parser: () => new MicroPythonParser(),
}
