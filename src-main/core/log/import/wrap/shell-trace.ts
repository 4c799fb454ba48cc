import { isAnswer, isCommand, isFinal } from '../line-kinds'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** `+ sms_tool -d /dev/ttyUSB2 at 'AT+CSQ'`: how scripts of routers ask the modem. */
const asks =
  /^\++ (?:\S+=\S+ )?(?:sms_tool|atinout|gcom|comgt|picocom)\b.*?(?:["'](at[^"']?.*?)["']|\b(at\S*))\s*$/i
const assigned = /^\++ [A-Za-z_]\w*=(['"]?)(.*)$/
const printed = /^\++ echo '([^']*)$/

/** What a shell prints with `set -x`: the answer of a command is in the variable it was put into, and printed again and again. */
export const shellTrace: Wrapping = {
  open(lines) {
    const told = lines.filter((line) => line.trim() !== '')
    const traced = told.filter((line) => /^\++ \S/.test(line)).length
    const asked = told.some((line) => commandOf(line) !== undefined)
    return asked && traced * 4 > told.length ? new ShellTrace() : undefined
  },
}

class ShellTrace implements Unwrapper {
  #waits = false
  /** Within quotation marks that go on: what was asked for, or what is only printed again. */
  #inside: 'answer' | 'again' | undefined

  line(text: string, end: string): readonly RawLine[] {
    if (this.#inside) return this.#goOn(this.#inside, text, end)
    const command = commandOf(text)
    if (command !== undefined) {
      this.#waits = true
      return [[command, end]]
    }
    const [, quote = '', value = ''] = assigned.exec(text) ?? []
    if (this.#waits && (isTheirs(value) || (quote !== '' && isCommand(value))))
      return this.#answer(quote, value, end)
    if (printed.test(text)) this.#inside = 'again'
    return [[text, end]]
  }

  finish(): readonly RawLine[] {
    return []
  }

  #answer(quote: string, value: string, end: string): readonly RawLine[] {
    this.#waits = false
    const closed = quote === '' || value.endsWith(quote)
    if (!closed) this.#inside = 'answer'
    return [[closed && quote !== '' ? value.slice(0, -1) : value, end]]
  }

  #goOn(inside: 'answer' | 'again', text: string, end: string): readonly RawLine[] {
    const closed = text.trimEnd().endsWith("'")
    if (closed) this.#inside = undefined
    if (inside === 'again') return []
    const line = closed ? text.trimEnd().slice(0, -1) : text
    return line === '' && closed ? [] : [[line, end]]
  }
}

const isTheirs = (text: string) => isFinal(text.replace(/['"]$/, '')) || isAnswer(text)

function commandOf(line: string): string | undefined {
  const [, quoted, bare] = asks.exec(line) ?? []
  const command = quoted ?? bare
  return command !== undefined && isCommand(command) ? command : undefined
}
