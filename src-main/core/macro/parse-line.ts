import type { Words } from '../words'
import { slotNames } from '../modem/slot-names'
import { conditionIn } from './condition'
import { linePattern } from './pattern'
import type { MacroStep, MacroVariable } from './step'
import {
  askNeedsQuestion,
  captureNeedsGroup,
  commandTooLong,
  everyNeedsWithin,
  expectNeedsLine,
  noPattern,
  noTime,
  noTimes,
  onErrorNeedsWay,
  payloadNeedsText,
  repeatNeedsTimes,
  sendNeedsText,
  setNeedsName,
  slotNeedsName,
  standsAlone,
  unknownLine,
} from './words'

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
      return rest === '' ? problem(sendNeedsText) : command(rest, line)
    case 'payload':
      return rest === '' ? problem(payloadNeedsText) : { kind: 'payload', text: rest }
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
      return problem(unknownLine(shorten(text)))
  }
}

const isCommand = (text: string) => /^at/i.test(text) || text === '+++' || /^a\/$/i.test(text)

function command(text: string, line: number): ParsedLine {
  if (text.length > longestCommand) return problem(commandTooLong(longestCommand))
  return { kind: 'step', step: { kind: 'send', line, command: text } }
}

function wait(rest: string, line: number): ParsedLine {
  const ms = spanMs(rest)
  if (ms === undefined) return problem(noTime(shorten(rest)))
  return { kind: 'step', step: { kind: 'wait', line, ms, text: rest } }
}

function expect(rest: string, line: number): ParsedLine {
  const [, pattern = '', within, every] =
    /^(.*?)(?:\s+within\s+(\S+))?(?:\s+every\s+(\S+))?$/i.exec(rest) ?? []
  if (pattern === '') return problem(expectNeedsLine)
  const withinMs = within === undefined ? 0 : spanMs(within)
  const everyMs = every === undefined ? undefined : spanMs(every)
  if (withinMs === undefined || (every !== undefined && !everyMs)) return problem(noTimes)
  if (everyMs !== undefined && withinMs === 0) return problem(everyNeedsWithin)
  const { problem: why } = linePattern(pattern)
  if (why) return problem(noPattern(shorten(pattern), why))
  const step = { kind: 'expect', line, pattern, withinMs } as const
  return { kind: 'step', step: everyMs === undefined ? step : { ...step, everyMs } }
}

function set(rest: string): ParsedLine {
  const [, name, value] = /^([a-z][a-z0-9_]*)\s*=?\s*(.*)$/.exec(rest) ?? []
  if (name === undefined || value === undefined) return problem(setNeedsName)
  return { kind: 'variable', variable: { name, value } }
}

const alone = (word: string) => problem(standsAlone(word))

function condition(rest: string, line: number): ParsedLine {
  const read = conditionIn(rest)
  if (read.problem) return { kind: 'problem', words: read.problem }
  return { kind: 'block', block: { kind: 'if', line, text: rest, condition: read.condition } }
}

function repeat(rest: string, line: number): ParsedLine {
  const [, until, most] = /^until\s+(.+?)\s+at\s+most\s+(\d+)(?:\s+times)?$/is.exec(rest) ?? []
  const times = Number(most ?? /^(\d+)(?:\s+times)?$/i.exec(rest)?.[1] ?? 0)
  if (times < 1 || times > mostRounds) return problem(repeatNeedsTimes(mostRounds))
  const block = { kind: 'repeat', line, text: rest, times } as const
  if (until === undefined) return { kind: 'block', block }
  const read = conditionIn(until)
  if (read.problem) return { kind: 'problem', words: read.problem }
  return { kind: 'block', block: { ...block, until: read.condition } }
}

function capture(rest: string, line: number): ParsedLine {
  const [, name, written = ''] = /^([a-z][a-z0-9_]*)\s+(\/.+\/i?)$/.exec(rest) ?? []
  if (name === undefined || !/\((?!\?)/.test(written.replace(/\\./g, '')))
    return problem(captureNeedsGroup)
  const { problem: why } = linePattern(written)
  if (why) return problem(noPattern(shorten(written), why))
  return { kind: 'step', step: { kind: 'capture', line, name, pattern: written } }
}

function ask(rest: string, line: number): ParsedLine {
  const [, name, question = rest] = /^into\s+([a-z][a-z0-9_]*)\s+(.+)$/s.exec(rest) ?? []
  if (question === '' || question.length > longestQuestion)
    return problem(askNeedsQuestion(longestQuestion))
  const step = { kind: 'ask', line, question } as const
  return { kind: 'step', step: name === undefined ? step : { ...step, name } }
}

function slot(rest: string, line: number): ParsedLine {
  const found = slotNames.find((one) => one === rest.toLowerCase())
  return found === undefined
    ? problem(slotNeedsName)
    : { kind: 'step', step: { kind: 'slot', line, slot: found } }
}

function onError(rest: string, line: number): ParsedLine {
  const way = /^error\s+(stop|continue)$/i.exec(rest)?.[1]?.toLowerCase()
  if (way === undefined) return problem(onErrorNeedsWay)
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

function problem(words: Words): ParsedLine {
  return { kind: 'problem', words }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
