/** How a command is put: `AT+X?`, `AT+X=?`, `AT+X=1`, `AT+X`. */
export type Form = 'read' | 'test' | 'set' | 'action'

/** One command of a command line (V.250 lets several share a line). */
export interface Command {
  /** Upper case: `+CEREG`, `ATI`, `AT&D`, `ATS`, `ATD`, `+++`, or `AT` alone. */
  readonly name: string
  readonly form: Form
  /** What follows the name: `1,"IP"` of `AT+CGDCONT=1,"IP"`, `0` of `ATE0`, `7=30` of `ATS7=30`. */
  readonly args: string
  /** Where `args` starts in the text that was parsed. */
  readonly argsStart: number
}

/** Reads a command line as it was typed or echoed; empty when it does not begin with AT (or is not +++ or A/). */
export function parseCommands(text: string): Command[] {
  const trimmed = text.replace(/(?<![\s\0])[\s\0]+$/, '')
  if (trimmed === '+++') return [{ name: '+++', form: 'action', args: '', argsStart: 3 }]
  const start = /^[\s\0]*(?=at)/i.exec(trimmed)?.[0].length
  if (start === undefined) return []
  const commands: Command[] = []
  let at = start + 2
  while (at < trimmed.length) {
    const next = commandAt(trimmed, at)
    if (next.command) commands.push(next.command)
    at = Math.max(next.end, at + 1)
    if (next.command && !goesOn(next.command, trimmed, at)) break
  }
  return commands.length > 0 ? commands : [{ name: 'AT', form: 'action', args: '', argsStart: at }]
}

/** Behind an extended command only a semicolon leads on (V.250, 5.2.1): words behind it are no commands. */
function goesOn({ name }: Command, text: string, at: number): boolean {
  return /^AT/.test(name) || !/^\s*[A-Za-z]/.test(text.slice(at, at + 16))
}

interface Step {
  readonly command?: Command
  readonly end: number
}

function commandAt(text: string, at: number): Step {
  const char = text[at] ?? ''
  if (/[\s;]/.test(char)) return { end: at + 1 }
  if (char === '&') return basic(text, at, /&([A-Za-z])(\d*)/y)
  if (/[A-Za-z]/.test(char)) return letter(text, at)
  return extended(text, at)
}

function letter(text: string, at: number): Step {
  const char = (text[at] ?? '').toUpperCase()
  // SIMCom prints and takes this one without the plus sign of an extended command.
  if (/^SIMCOMATI/i.test(text.slice(at))) return extended(text, at)
  if (char === 'D') return take('ATD', 'action', text, at + 1, text.length)
  if (char === 'S') return register(text, at)
  return basic(text, at, /([A-Za-z])(\d*)/y)
}

function basic(text: string, at: number, pattern: RegExp): Step {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  if (!found) return { end: at + 1 }
  const end = at + found[0].length
  const name = `AT${found[0].slice(0, found[0].length - (found[2] ?? '').length)}`.toUpperCase()
  if (text[end] === '?') return { ...take(name, 'read', text, end, end), end: end + 1 }
  const form = found[2] ? 'set' : 'action'
  return take(name, form, text, end - (found[2] ?? '').length, end)
}

function register(text: string, at: number): Step {
  const found = /^S(\d+)(\?|=[^;]*)?/i.exec(text.slice(at))
  if (!found) return basic(text, at, /([A-Za-z])(\d*)/y)
  const form = found[2] === '?' ? 'read' : found[2] ? 'set' : 'action'
  return take('ATS', form, text, at + 1, at + found[0].length)
}

function extended(text: string, at: number): Step {
  const found = /^[^A-Za-z0-9\s;=?,"]?[A-Za-z0-9_.\-/:!%]*/.exec(text.slice(at))
  const name = (found?.[0] ?? '').toUpperCase()
  if (name.length < 2) return { end: at + 1 }
  const after = at + name.length
  if (text.startsWith('=?', after)) return close(take(name, 'test', text, after, after), after + 2)
  if (text[after] === '?') return close(take(name, 'read', text, after, after), after + 1)
  if (text[after] !== '=') return take(name, 'action', text, after, after)
  return take(name, 'set', text, after + 1, endOfArguments(text, after + 1))
}

/** A command ends at a semicolon that is not inside quotes. */
function endOfArguments(text: string, from: number): number {
  let quoted = false
  for (let i = from; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted
    else if (text[i] === ';' && !quoted) return i
  }
  return text.length
}

function take(name: string, form: Form, text: string, from: number, to: number): Step {
  return { command: { name, form, args: text.slice(from, to), argsStart: from }, end: to }
}

function close(step: Step, end: number): Step {
  return { ...step, end }
}
