import { Fault } from '../fault'
import { Blocks } from './blocks'
import { conditionTexts } from './condition'
import { parseLine } from './parse-line'
import {
  flattened,
  namedBy,
  type MacroProblem,
  type MacroScript,
  type MacroStep,
  type MacroVariable,
} from './step'
import { namesIn } from './variables'
import { listed } from '../words'
import { andMore, macroTooLong, noCommand, noValue, nothingToRepeat, ofLine } from './words'

/** As much as a person writes; more is most likely the wrong file. */
export const longestMacro = 65_536

/** A macro read from its text: what it does, and every line that cannot be understood. */
export interface ParsedMacro extends MacroScript {
  readonly problems: readonly MacroProblem[]
}

/** Reads a macro: one command a line, `# comment`, `payload`, `wait`, `expect`, `set`, `send`, `if`, `repeat`, … (docs/macros.md). */
export function parseMacro(text: string): ParsedMacro {
  const blocks = new Blocks()
  const variables = new Map<string, MacroVariable>()
  const problems: MacroProblem[] = []
  let about = ''
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .forEach((written, index) => {
      const line = index + 1
      about ||= /^\s*#\s*(.+?)\s*$/.exec(written)?.[1] ?? ''
      const parsed = parseLine(written, line)
      if (parsed?.kind === 'problem') problems.push({ line, words: parsed.words })
      if (parsed?.kind === 'variable') variables.set(parsed.variable.name, parsed.variable)
      const words = blocks.take(parsed)
      if (words) problems.push({ line, words })
    })
  const steps = blocks.all()
  problems.push(...blocks.open())
  const all = flattened(steps)
  problems.push(...order(all), ...unknownNames(all, variables))
  if (problems.length === 0 && all.every((step) => step.kind !== 'send'))
    problems.push({
      line: 1,
      words: noCommand,
    })
  problems.sort((a, b) => a.line - b.line)
  return { steps, variables: [...variables.values()], about, problems }
}

/** The macro, or `macro-syntax` with every line that is wrong. */
export function macroFrom(text: string): MacroScript {
  if (text.length > longestMacro)
    throw new Fault('macro-syntax', macroTooLong(text.length, longestMacro))
  const { problems, ...script } = parseMacro(text)
  if (problems.length === 0) return script
  const told = problems.slice(0, 10).map(({ line, words: { en, ja } }) => ofLine(line, { en, ja }))
  const more = problems.length - told.length
  if (more > 0) told.push(andMore(more))
  const { en, ja } = listed(told)
  throw new Fault('macro-syntax', { en: `${en}.`, ja: `${ja}。` })
}

/** An answer can be expected only of something that was sent. */
function order(steps: readonly MacroStep[]): MacroProblem[] {
  const first = steps.findIndex((step) => step.kind === 'send')
  return steps.flatMap((step, index) =>
    step.kind === 'expect' && step.everyMs !== undefined && (first < 0 || index < first)
      ? [
          {
            line: step.line,
            words: nothingToRepeat,
          },
        ]
      : [],
  )
}

/** What may hold variables. */
function textsOf(step: MacroStep): readonly string[] {
  switch (step.kind) {
    case 'send':
      return [step.command, step.payload ?? '']
    case 'expect':
    case 'capture':
      return [step.pattern]
    case 'ask':
      return [step.question]
    case 'if':
      return conditionTexts(step.condition)
    case 'repeat':
      return step.until ? conditionTexts(step.until) : []
    case 'wait':
    case 'on error':
    case 'beep':
    case 'slot':
      return []
  }
}

function unknownNames(
  steps: readonly MacroStep[],
  variables: ReadonlyMap<string, MacroVariable>,
): MacroProblem[] {
  const known = new Set([...variables.keys(), ...steps.flatMap(namedBy)])
  return steps.flatMap((step) => {
    const unknown = textsOf(step)
      .flatMap(namesIn)
      .find((name) => !known.has(name))
    if (unknown === undefined) return []
    const words = noValue(unknown)
    return [{ line: step.line, words }]
  })
}
