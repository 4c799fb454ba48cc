import { harmless } from '../log/formats/harmless'
import type { Language } from '../words'
import { limitWords, valueWords } from './judge'
import type { StepResult, TestState } from './test-state'

/** The result in the Test Anything Protocol, version 14 (testanything.org): a test point a step, the values as YAML below it. */
export function tapOf({ steps }: Pick<TestState, 'steps'>, language: Language): string {
  return harmless(
    [
      'TAP version 14',
      `1..${steps.length}`,
      ...steps.flatMap((step, index) => pointOf(step, index + 1, language)),
      '',
    ].join('\n'),
  )
}

/** Lines of one step. */
export function pointOf(step: StepResult, number: number, language: Language): readonly string[] {
  const { name, state, measured, words } = step
  const wrong = state === 'failed' || state === 'error'
  const head = `${wrong ? 'not ok' : 'ok'} ${number} - ${escaped(name)}`
  if (!wrong && state !== 'passed') return [`${head} # SKIP ${escaped(words[language])}`]
  const values = measured.map(
    (one) =>
      `    ${one.key}: { value: ${quoted(valueWords(one)[language])}, limit: ${quoted(limitWords(one)[language])}, ok: ${one.ok} }`,
  )
  const block = [
    ...(wrong ? [`  message: ${quoted(words[language])}`] : []),
    // `fail` is the board, `error` what tests it.
    ...(wrong ? [`  severity: ${state === 'failed' ? 'fail' : 'error'}`] : []),
    `  duration_ms: ${Math.round(step.ms)}`,
    ...(values.length > 0 ? ['  values:', ...values] : []),
  ]
  return [head, '  ---', ...block, '  ...']
}

/** `#` would begin a directive, a line break ends the point, and other control characters colour terminals. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('#', '\\#')
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
const quoted = (text: string): string => JSON.stringify(text)
