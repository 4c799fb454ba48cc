import { say } from '../at/parameter'
import { Fault } from '../fault'
import { parseLine } from './parse-line'
import type { MacroProblem, MacroScript, MacroStep, MacroVariable } from './step'
import { namesIn } from './variables'
import { listed } from '../words'
import { andMore, macroTooLong, ofLine } from './words'

/** As much as a person writes; more is most likely the wrong file. */
export const longestMacro = 65_536

/** A macro read from its text: what it does, and every line that cannot be understood. */
export interface ParsedMacro extends MacroScript {
  readonly problems: readonly MacroProblem[]
}

/** Reads a macro: one command a line, `# comment`, `payload`, `wait`, `expect`, `set`, `send`, `on error` (docs/macros.md). */
export function parseMacro(text: string): ParsedMacro {
  const steps: MacroStep[] = []
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
      if (parsed?.kind === 'step') steps.push(parsed.step)
      if (parsed?.kind === 'payload' && !givePayload(steps, parsed.text))
        problems.push({ line, words: noCommandBefore })
    })
  problems.push(...order(steps), ...unknownNames(steps, variables))
  if (problems.length === 0 && steps.every((step) => step.kind !== 'send'))
    problems.push({
      line: 1,
      words: say('there is no command in it', 'コマンドが 1 つもありません'),
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

const noCommandBefore = say(
  '`payload` is the text of the command on the line before, and there is none',
  'payload は直前の行のコマンドの本文です。直前にコマンドがありません',
)

/** The text belongs to the command just before it. */
function givePayload(steps: MacroStep[], payload: string): boolean {
  const last = steps.at(-1)
  if (last?.kind !== 'send' || last.payload !== undefined) return false
  steps[steps.length - 1] = { ...last, payload }
  return true
}

/** An answer can be expected only of something that was sent. */
function order(steps: readonly MacroStep[]): MacroProblem[] {
  const first = steps.findIndex((step) => step.kind === 'send')
  return steps.flatMap((step, index) =>
    step.kind === 'expect' && step.everyMs !== undefined && (first < 0 || index < first)
      ? [
          {
            line: step.line,
            words: say(
              '`every` repeats the command before it, and there is none',
              'every で繰り返すコマンドが前にありません',
            ),
          },
        ]
      : [],
  )
}

/** What may hold variables. */
function textsOf(step: MacroStep): readonly string[] {
  if (step.kind === 'send') return [step.command, step.payload ?? '']
  return step.kind === 'expect' ? [step.pattern] : []
}

function unknownNames(
  steps: readonly MacroStep[],
  variables: ReadonlyMap<string, MacroVariable>,
): MacroProblem[] {
  return steps.flatMap((step) => {
    const unknown = textsOf(step)
      .flatMap(namesIn)
      .find((name) => !variables.has(name))
    if (unknown === undefined) return []
    const words = say(
      `{${unknown}} has no value; add a line: set ${unknown} …`,
      `{${unknown}} の値がありません。set ${unknown} … の行を追加してください`,
    )
    return [{ line: step.line, words }]
  })
}
