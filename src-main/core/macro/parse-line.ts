import { say } from '../at/parameter'
import type { Words } from '../words'
import { linePattern } from './pattern'
import type { MacroStep, MacroVariable } from './step'

/** What a line of a macro says; `undefined` for empty lines and comments. */
export type ParsedLine =
  | { readonly kind: 'step'; readonly step: MacroStep }
  | { readonly kind: 'variable'; readonly variable: MacroVariable }
  /** The text of the command before. */
  | { readonly kind: 'payload'; readonly text: string }
  | { readonly kind: 'problem'; readonly words: Words }
  | undefined

const longestMs = 3_600_000
const longestCommand = 3071

export function parseLine(written: string, line: number): ParsedLine {
  const text = written.trim()
  if (text === '' || text.startsWith('#')) return undefined
  if (isCommand(text)) return command(text, line)
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? []
  switch (word.toLowerCase()) {
    case 'wait':
      return wait(rest, line)
    case 'expect':
      return expect(rest, line)
    case 'set':
      return set(rest)
    case 'send':
      return rest === ''
        ? problem('`send` needs a text', 'send の後に送る文字列が必要です')
        : command(rest, line)
    case 'payload':
      return rest === ''
        ? problem('`payload` needs a text', 'payload の後に本文が必要です')
        : { kind: 'payload', text: rest }
    case 'on':
      return onError(rest, line)
    default:
      return problem(
        `"${shorten(text)}": expected an AT command, payload, wait, expect, set, send, on error, or a # comment`,
        `「${shorten(text)}」：AT コマンド、payload、wait、expect、set、send、on error、# コメントのいずれかで書いてください`,
      )
  }
}

const isCommand = (text: string) => /^at/i.test(text) || text === '+++' || /^a\/$/i.test(text)

function command(text: string, line: number): ParsedLine {
  if (text.length > longestCommand)
    return problem(
      `the command is longer than ${longestCommand} characters`,
      `コマンドが ${longestCommand} 文字を超えています`,
    )
  return { kind: 'step', step: { kind: 'send', line, command: text } }
}

function wait(rest: string, line: number): ParsedLine {
  const ms = spanMs(rest)
  if (ms === undefined)
    return problem(
      `wait "${shorten(rest)}": expected a time such as 2s, 500ms or 1min, at most one hour`,
      `wait「${shorten(rest)}」：2s、500ms、1min のように書いてください（最長 1 時間）`,
    )
  return { kind: 'step', step: { kind: 'wait', line, ms, text: rest } }
}

function expect(rest: string, line: number): ParsedLine {
  const [, pattern = '', within, every] =
    /^(.*?)(?:\s+within\s+(\S+))?(?:\s+every\s+(\S+))?$/i.exec(rest) ?? []
  if (pattern === '')
    return problem(
      '`expect` needs the line that is expected, such as +CEREG: 0,[15]',
      'expect の後に期待する行が必要です（例：+CEREG: 0,[15]）',
    )
  const withinMs = within === undefined ? 0 : spanMs(within)
  const everyMs = every === undefined ? undefined : spanMs(every)
  if (withinMs === undefined || (every !== undefined && !everyMs))
    return problem(
      'expected times such as `within 60s every 2s`, at most one hour',
      'within 60s every 2s のように書いてください（最長 1 時間）',
    )
  if (everyMs !== undefined && withinMs === 0)
    return problem('`every` needs `within`, too', 'every には within も必要です')
  const { problem: why } = linePattern(pattern)
  if (why)
    return problem(
      `"${shorten(pattern)}" is no pattern: ${why.en}`,
      `「${shorten(pattern)}」はパターンとして使えません（${why.ja}）`,
    )
  const step = { kind: 'expect', line, pattern, withinMs } as const
  return { kind: 'step', step: everyMs === undefined ? step : { ...step, everyMs } }
}

function set(rest: string): ParsedLine {
  const [, name, value] = /^([a-z][a-z0-9_]*)\s*=?\s*(.*)$/.exec(rest) ?? []
  if (name === undefined || value === undefined)
    return problem(
      '`set` needs a name in lower-case letters and a value: set apn soracom.io',
      'set には小文字の名前と値が必要です（例：set apn soracom.io）',
    )
  return { kind: 'variable', variable: { name, value } }
}

function onError(rest: string, line: number): ParsedLine {
  const way = /^error\s+(stop|continue)$/i.exec(rest)?.[1]?.toLowerCase()
  if (way === undefined)
    return problem(
      'expected `on error stop` or `on error continue`',
      'on error stop または on error continue と書いてください',
    )
  return { kind: 'step', step: { kind: 'on error', line, stop: way === 'stop' } }
}

const unitsMs: { readonly [unit: string]: number } = { ms: 1, s: 1000, min: 60_000, m: 60_000 }

/** `2s`, `500 ms`, `1.5min`, `2` (seconds); undefined for anything else, and above one hour. */
function spanMs(text: string): number | undefined {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)\s*(ms|s|min|m)?$/i.exec(text.trim()) ?? []
  if (number === undefined) return undefined
  const ms = Math.round(Number(number) * (unitsMs[unit.toLowerCase()] ?? 1000))
  return ms <= longestMs ? ms : undefined
}

function problem(en: string, ja: string): ParsedLine {
  return { kind: 'problem', words: say(en, ja) }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
