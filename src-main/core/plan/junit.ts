import { harmless } from '../log/formats/harmless'
import { seenIn, type Language } from '../words'
import { limitWords, valueWords } from './judge'
import { measuredLine } from './words'
import type { StepResult, TestState } from './test-state'

/**
 * The result in the XML that build servers read as JUnit's: a suite a board, a case a step. Only what every reader of it knows is
 * used: Jenkins refuses files with elements or attributes that its schema lacks.
 */
export function junitOf(test: TestState, language: Language): string {
  const { plan, serial, steps } = test
  const name = serial === '' ? plan : `${plan} ${serial}`
  const failures = steps.filter(({ state }) => state === 'failed').length
  const errors = steps.filter(({ state }) => state === 'error').length
  const skipped = steps.filter(({ state }) => !isTold(state)).length
  const seconds = ((test.endedMs ?? test.startedMs) - test.startedMs) / 1000
  const counts = `tests="${steps.length}" failures="${failures}" errors="${errors}"`
  const time = `time="${seconds.toFixed(3)}"`
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(name)}" ${counts} ${time}>`,
    `  <testsuite name="${xml(name)}" ${counts} skipped="${skipped}" ${time} timestamp="${new Date(test.startedMs).toISOString().slice(0, 19)}">`,
    '    <properties>',
    ...propertiesOf(test).map(
      ([key, value]) => `      <property name="${key}" value="${xml(value)}"/>`,
    ),
    '    </properties>',
    ...steps.map((step) => caseOf(step, name, language)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ]
  return harmless(lines.join('\n'))
}

const isTold = (state: StepResult['state']) =>
  state === 'passed' || state === 'failed' || state === 'error'

function propertiesOf({
  serial,
  unit,
  version,
  journal,
  pictures = {},
}: TestState): readonly [string, string][] {
  const all: readonly (readonly [string, string | null])[] = [
    ['serial', serial],
    ['imei', unit.imei],
    ['iccid', unit.iccid],
    ['model', unit.model],
    ['firmware', unit.firmware],
    ['operator', unit.operator],
    ['version', version],
    ['journal', journal],
    ...Object.entries(pictures).map(([name, sha256]) => ['picture', `${name} ${sha256}`] as const),
  ]
  return all.flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []))
}

function caseOf(step: StepResult, suite: string, language: Language): string {
  const open = `    <testcase name="${xml(step.name)}" classname="${xml(suite)}" time="${(step.ms / 1000).toFixed(3)}">`
  const words = seenIn(step.words, language)
  const values = step.measured.map((one) => {
    return measuredLine(one.title, valueWords(one), limitWords(one))[language]
  })
  const said =
    values.length === 0 ? [] : [`      <system-out>${xml(values.join('\n'))}</system-out>`]
  return [open, ...insideOf(step, words, values), ...said, '    </testcase>'].join('\n')
}

/** A failure is the board's; an error is of what tests it. */
function insideOf(
  { state, fault = 'limit' }: StepResult,
  words: string,
  values: readonly string[],
): readonly string[] {
  if (state === 'passed') return []
  if (state !== 'failed' && state !== 'error') return [`      <skipped message="${xml(words)}"/>`]
  const element = state === 'failed' ? 'failure' : 'error'
  const text = xml([words, ...values].join('\n'))
  return [`      <${element} message="${xml(words)}" type="${fault}">${text}</${element}>`]
}

/** Text as XML 1.0 takes it; control characters, which it cannot hold in any form, become their pictures. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (one) =>
      String.fromCharCode(0x2400 + one.charCodeAt(0)),
    )
    .replace(
      /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;')
}
