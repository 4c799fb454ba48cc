import { say } from '../at/parameter'
import type { Words } from '../words'
import { slotNames } from '../modem/slot-state'
import { conditionIn } from './condition'
import { linePattern } from './pattern'
import type { MacroStep, MacroVariable } from './step'

/** What a line of a macro says; `undefined` for empty lines and comments. */
export type ParsedLine =
  | { readonly kind: 'step'; readonly step: MacroStep }
  | { readonly kind: 'variable'; readonly variable: MacroVariable }
  /** The text of the command before. */
  | { readonly kind: 'payload'; readonly text: string }
  /** Lines up to its `end` are inside. */
  | { readonly kind: 'block'; readonly block: MacroBlock }
  | { readonly kind: 'else' | 'end' }
  | { readonly kind: 'problem'; readonly words: Words }
  | undefined

type Inside<S> = S extends { readonly kind: 'if' } | { readonly kind: 'repeat' }
  ? Omit<S, 'then' | 'otherwise' | 'body'>
  : never
/** A condition or a loop whose lines are yet to come. */
export type MacroBlock = Inside<MacroStep>

const longestMs = 3_600_000
const longestCommand = 3071
const longestQuestion = 500
const mostRounds = 10_000

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
    case 'if':
      return condition(rest, line)
    case 'else':
    case 'end':
      return rest === '' ? { kind: word.toLowerCase() === 'end' ? 'end' : 'else' } : alone(word)
    case 'repeat':
      return repeat(rest, line)
    case 'capture':
      return capture(rest, line)
    case 'ask':
      return ask(rest, line)
    case 'beep':
      return rest === '' ? { kind: 'step', step: { kind: 'beep', line } } : alone(word)
    case 'slot':
      return slot(rest, line)
    case 'on':
      return onError(rest, line)
    default:
      return problem(
        `"${shorten(text)}": expected an AT command, payload, wait, expect, set, send, if, else, repeat, end, capture, ask, beep, slot, on error, or a # comment`,
        `「${shorten(text)}」：AT コマンド、payload、wait、expect、set、send、if、else、repeat、end、capture、ask、beep、slot、on error、# コメントのいずれかで書いてください`,
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

const alone = (word: string) =>
  problem(`\`${word}\` stands alone on its line`, `${word} は 1 行に単独で書いてください`)

function condition(rest: string, line: number): ParsedLine {
  const read = conditionIn(rest)
  if (read.problem) return { kind: 'problem', words: read.problem }
  return { kind: 'block', block: { kind: 'if', line, text: rest, condition: read.condition } }
}

function repeat(rest: string, line: number): ParsedLine {
  const [, until, most] = /^until\s+(.+?)\s+at\s+most\s+(\d+)(?:\s+times)?$/is.exec(rest) ?? []
  const times = Number(most ?? /^(\d+)(?:\s+times)?$/i.exec(rest)?.[1] ?? 0)
  if (times < 1 || times > mostRounds)
    return problem(
      `expected \`repeat 10 times\` or \`repeat until CONDITION at most 10 times\`, 1 to ${mostRounds}`,
      `repeat 10 times または repeat until 条件 at most 10 times のように書いてください（1～${mostRounds} 回）`,
    )
  const block = { kind: 'repeat', line, text: rest, times } as const
  if (until === undefined) return { kind: 'block', block }
  const read = conditionIn(until)
  if (read.problem) return { kind: 'problem', words: read.problem }
  return { kind: 'block', block: { ...block, until: read.condition } }
}

function capture(rest: string, line: number): ParsedLine {
  const [, name, written = ''] = /^([a-z][a-z0-9_]*)\s+(\/.+\/i?)$/.exec(rest) ?? []
  if (name === undefined || !/\((?!\?)/.test(written.replace(/\\./g, '')))
    return problem(
      '`capture` needs a name and a regular expression with a group around the value: capture level /\\+CSQ: (\\d+)/',
      'capture には小文字の名前と、値をグループで囲んだ正規表現が必要です（例：capture level /\\+CSQ: (\\d+)/）',
    )
  const { problem: why } = linePattern(written)
  if (why)
    return problem(
      `"${shorten(written)}" is no pattern: ${why.en}`,
      `「${shorten(written)}」はパターンとして使えません（${why.ja}）`,
    )
  return { kind: 'step', step: { kind: 'capture', line, name, pattern: written } }
}

function ask(rest: string, line: number): ParsedLine {
  const [, name, question = rest] = /^into\s+([a-z][a-z0-9_]*)\s+(.+)$/s.exec(rest) ?? []
  if (question === '' || question.length > longestQuestion)
    return problem(
      `\`ask\` needs a question that is answered yes or no, of at most ${longestQuestion} characters: ask Is the LED green?`,
      `ask には「はい」「いいえ」で答えられる質問が必要です（${longestQuestion} 文字まで。例：ask LED は緑ですか？）`,
    )
  const step = { kind: 'ask', line, question } as const
  return { kind: 'step', step: name === undefined ? step : { ...step, name } }
}

function slot(rest: string, line: number): ParsedLine {
  const found = slotNames.find((one) => one === rest.toLowerCase())
  return found === undefined
    ? problem('expected `slot a` or `slot b`', 'slot a または slot b と書いてください')
    : { kind: 'step', step: { kind: 'slot', line, slot: found } }
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
