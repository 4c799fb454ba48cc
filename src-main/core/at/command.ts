import { Fault } from '../fault'
import { characterNotSent, commandEmpty, commandTooLong } from './words'

/** One command of a command line. `read` is `AT+X?`, `test` is `AT+X=?`, `run` is `AT+X` and every basic command. */
export interface Part {
  /** `+CEREG`, `D`, `&F`, or empty for a bare AT. */
  readonly name: string
  readonly op: 'run' | 'read' | 'test' | 'set'
  /** What follows the `=`, or the digits of a basic command, or the number dialled. */
  readonly value: string
}

/** SIMCom's command buffer (A76xx AT manual). */
export const longestCommand = 3071

/** Commands come again and again, and each line of an answer asks for the parts of its command. */
const split = new Map<string, readonly Part[]>()
const mostSplit = 512

/** The commands of a line as V.250 5.2 splits them: basic ones run together, extended ones stand between semicolons. */
export function partsOf(command: string): readonly Part[] {
  const known = split.get(command)
  if (known) return known
  const parts = splitParts(command)
  if (split.size >= mostSplit) split.clear()
  if (command.length <= 512) split.set(command, parts)
  return parts
}

function splitParts(command: string): Part[] {
  const body = /^at/i.test(command) ? command.slice(2) : command
  const parts: Part[] = []
  let rest = body.trim()
  while (rest !== '') {
    const [part, used] = firstPart(rest)
    parts.push(part)
    rest = rest.slice(used).replace(/^[; ]+/, '')
  }
  return parts.length > 0 ? parts : [{ name: '', op: 'run', value: '' }]
}

function firstPart(text: string): [Part, number] {
  // A dial string runs to the end of the line (V.250 6.3.1).
  if (/^d/i.test(text)) return [{ name: 'D', op: 'run', value: text.slice(1) }, text.length]
  const register = /^(s\d+)(\?|=\d*)/i.exec(text)
  if (register)
    return [assignment((register[1] ?? '').toUpperCase(), register[2] ?? ''), register[0].length]
  const basic = /^(&?[a-z])(\d*)/i.exec(text)
  if (basic) {
    const name = (basic[1] ?? '').toUpperCase()
    return [{ name, op: 'run', value: basic[2] ?? '' }, basic[0].length]
  }
  const length = extendedLength(text)
  const extended = /^([^=?]*)(.*)$/.exec(text.slice(0, length))
  return [assignment((extended?.[1] ?? '').trim().toUpperCase(), extended?.[2] ?? ''), length]
}

function extendedLength(text: string): number {
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted
    else if (text[i] === ';' && !quoted) return i
  }
  return text.length
}

function assignment(name: string, tail: string): Part {
  if (tail === '?') return { name, op: 'read', value: '' }
  if (tail === '=?') return { name, op: 'test', value: '' }
  if (tail.startsWith('=')) return { name, op: 'set', value: tail.slice(1) }
  return { name, op: 'run', value: tail }
}

/** Throws `at-bad-command` for text that cannot travel as one command line. */
export function assertSendable(command: string): void {
  if (command.trim() === '') throw new Fault('at-bad-command', commandEmpty)
  if (command.length > longestCommand)
    throw new Fault('at-bad-command', commandTooLong(command.length, longestCommand))
  const bad = /[^\x20-\x7e\xa0-\xff]/.exec(command)
  if (bad) {
    const code = bad[0].charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()
    throw new Fault('at-bad-command', characterNotSent(bad.index, code))
  }
}

/** The command as faults and notes may show it: what follows `=` is hidden when it is secret. */
export function shown(command: string, secret: boolean): string {
  return secret ? command.replace(/=.*$/, '=…') : command
}
