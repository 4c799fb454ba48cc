import { isAnswer, isCommand, isFinal } from '../line-kinds'
import { exchangeIn } from './json-exchange'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** `root@RUT241:~# `, `pi@raspberrypi:~ $ `, `[root@gateway ~]# `, `user@host % `. */
const prompt =
  /^(?:\([\w.-]{1,24}\) )?\[?[\w.-]{1,32}@[\w.-]{1,64}(?:[: ][^#$%>"']{0,80})?\]?[#$%] ?(?=\S)/
/** Of a shell without names, as that within a modem: `/ # `, `~ # `. */
const nameless = /^(?:~|\/)[\w/.-]{0,40} [#$] (?=\S)/
/** What stands for one in notes: only before programs that ask a modem. */
const bare = /^(?:[#$] )?(?:sudo )?(?=(?:gsmctl|atinout|sms_tool|gl_modem|sendat|modemcmd)\b)/
/** Its own reader knows what it prints. */
const mmcli = /\bmmcli\b.*--command/
/** They look for a command, edit it or pass on a script of several. */
const noQuestion =
  /^(?:sudo )?(?:grep|cat|less|vi|vim|nano|man|which|chat|pppd|wvdial|strace|python3?|timeout \d+ cat|expect)\b/
const words = /"((?:[^"\\]|\\.)*)"|'([^']*)'|((?:[^\s"'\\<>|]|\\.)+)/g
/** An object that a program prints for an answer is given up when it is longer. */
const mostHeld = 40

/** A session of a shell: programs that are given a command for the modem, and what they print. */
export const shellPrompt: Wrapping = {
  open(lines) {
    if (lines.some((line) => mmcli.test(line))) return undefined
    return lines.some((line) => commandOf(line) !== undefined) ? new ShellPrompt() : undefined
  },
}

class ShellPrompt implements Unwrapper {
  #asked = false
  #held: string[] = []

  line(text: string, end: string): readonly RawLine[] {
    if (this.#held.length > 0) return this.#hold(text, end)
    const command = commandOf(text)
    if (command !== undefined) {
      this.#asked = true
      return [[command, end]]
    }
    const behind = text.replace(nameless, '')
    // What came while the shell waited: `/ # +CPIN: READY`.
    if (this.#asked && behind !== text && (isAnswer(behind) || isFinal(behind)))
      return [[behind, end]]
    if (prompt.test(text)) this.#asked = false
    return this.#asked && text.trim() === '{' ? this.#hold(text, end) : [[text, end]]
  }

  finish(): readonly RawLine[] {
    return this.#held.map((line) => [line, '\n'])
  }

  /** ubus of OpenWrt prints an object: `{ "response": "+COPS: 0" }`. */
  #hold(text: string, end: string): readonly RawLine[] {
    const held = [...this.#held, text]
    const closed = text.trim() === '}'
    this.#held = closed || held.length > mostHeld ? [] : held
    if (this.#held.length > 0) return []
    const said = closed ? saidIn(held.join('\n')) : undefined
    const lines = said?.split(/[\r\n]+/).filter((line) => line.trim() !== '') ?? held
    return lines.map((line): RawLine => [line, end])
  }
}

function saidIn(object: string): string | undefined {
  try {
    const value: unknown = JSON.parse(object)
    return typeof value === 'object' && value !== null ? exchangeIn({ ...value })?.lines : undefined
  } catch {
    // No object of JSON after all: its lines are shown as they stood there.
    return undefined
  }
}

/** The one command for a modem among the arguments; a line with several is a script. */
function commandOf(line: string): string | undefined {
  const before = (prompt.exec(line) ?? nameless.exec(line) ?? bare.exec(line))?.[0]
  if (before === undefined || !/at/i.test(line)) return undefined
  const rest = line.slice(before.length)
  if (noQuestion.test(rest)) return undefined
  const [, ...args] = [...rest.matchAll(words)].map(argumentOf)
  const commands = args.flatMap((arg) => atIn(arg) ?? [])
  // `sms_tool at "AT+CSQ"`, `gl_modem AT AT+CSQ`: the first says what kind of argument follows.
  const [first, second = first, ...more] = commands
  const one = second === first || /^at$/i.test(first ?? '')
  return one && more.length === 0 ? second : undefined
}

function argumentOf([, double, single, plain]: RegExpMatchArray): string {
  return double !== undefined
    ? double.replace(/\\(["\\$`])/g, '$1')
    : (single ?? plain?.replace(/\\(?![rn])(.)/g, '$1') ?? '')
}

/** `AT+CSQ\r`, `{"command":"AT+COPS?"}` of ubus. */
function atIn(argument: string): string | undefined {
  const inside = /^\{.*"(?:command|cmd|at)" ?: ?"((?:[^"\\]|\\.)*)".*\}$/i.exec(argument)?.[1]
  const text = (inside?.replace(/\\(["\\])/g, '$1') ?? argument).replace(/(?:\\[rn])+$/, '').trim()
  return /^(?:AT|at)(?:$|[A-Z+*^%$#!&@\\\d])/.test(text) && isCommand(text) ? text : undefined
}
