import { expect, test } from 'vitest'
import { stepKindOf } from '@bench/board-test/steps/index'
import { hasCheckDigit, judge } from '@core/plan/judge'
import { junitOf } from '@core/plan/junit'
import { labelText, labelZpl } from '@core/plan/label'
import { tapOf } from '@core/plan/tap'
import { noFacts, type StepResult, type TestState } from '@core/plan/test-state'
import { isRigFault, verdictOf } from '@core/plan/verdict'
import { batchHtml } from '@core/plan/batch-html'
import { histogramOf, trendOf } from '@core/plan/spread-chart'
import { batchCsv, batchOf, recordFrom, recordOf } from '@core/plan/units'

const words = (text: string) => ({ en: text, ja: text })
const step = (name: string, change: Partial<StepResult>): StepResult => ({
  name,
  kind: 'at',
  title: words('AT'),
  state: 'passed',
  tries: 1,
  ms: 1500,
  measured: [],
  words: words('fine'),
  ...change,
})
const supply = (volts: number) =>
  judge(stepKindOf('supply').limits({ min: 3.5, max: 4.3 }), [
    { key: 'lowest', value: volts },
    { key: 'highest', value: volts },
  ])
const state = (change: Partial<TestState> = {}): TestState => ({
  slot: 'a',
  plan: 'p',
  serial: 'A"1<&',
  state: 'failed',
  startedMs: 0,
  endedMs: 4000,
  steps: [
    step('one', { measured: supply(3.9) }),
    step('two # 2', {
      state: 'failed',
      words: words('<bad> \u0007 & "worse"'),
      fault: 'test-late',
    }),
    step('three', { state: 'skipped', words: words('Not tried') }),
    step('four', { state: 'error', words: words('The port is gone'), fault: 'port-gone' }),
  ],
  question: null,
  unit: noFacts,
  journal: null,
  version: '0',
  ...change,
})

test('the check digit of an IMEI is looked at, and its length', () => {
  expect(hasCheckDigit('490154203237518')).toBe(true)
  expect(hasCheckDigit('490154203237517')).toBe(false)
  expect(hasCheckDigit('49015420323751')).toBe(false)
})

test('seconds are told in the unit of the reader, with brackets and colons of his language', () => {
  const times = judge(
    [{ key: 'seconds', title: words('Time'), unit: 's', min: 1, max: 12 }],
    [{ key: 'seconds', value: 2.211 }],
  )
  const timed = state({ steps: [step('one', { measured: times })] })
  expect(junitOf(timed, 'en')).toContain('Time: 2.211 s (1 s to 12 s)')
  expect(junitOf(timed, 'ja')).toContain('Time：2.211 秒（1 秒 ～ 12 秒）')
  const late = judge([{ key: 'seconds', title: words('Time'), unit: 's', max: 12 }], [])
  expect(junitOf(state({ steps: [step('one', { measured: late })] }), 'ja')).toContain('12 秒以下')
  expect(tapOf(timed, 'ja')).toContain('value: "2.211 秒", limit: "1 秒 ～ 12 秒"')
})

test('a value that was not read fails its limit', () => {
  expect(judge(stepKindOf('rsrp').limits({ min: -105 }), [])).toMatchObject([{ ok: false }])
  expect(supply(3.4)).toMatchObject([{ ok: false }, { ok: true }])
})

/** Jenkins' and Surefire's schemas agree on these elements, in this order, with these attributes. */
const known: { readonly [element: string]: { attributes: string[]; inside: string[] } } = {
  testsuites: {
    attributes: ['name', 'tests', 'failures', 'errors', 'time'],
    inside: ['testsuite'],
  },
  testsuite: {
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp'],
    inside: ['properties', 'testcase'],
  },
  properties: { attributes: [], inside: ['property'] },
  property: { attributes: ['name', 'value'], inside: [] },
  testcase: {
    attributes: ['name', 'classname', 'time'],
    inside: ['skipped', 'error', 'failure', 'system-out'],
  },
  failure: { attributes: ['message', 'type'], inside: [] },
  error: { attributes: ['message', 'type'], inside: [] },
  skipped: { attributes: ['message'], inside: [] },
  'system-out': { attributes: [], inside: [] },
}

test('JUnit XML is well formed and has only what every reader of it knows', () => {
  const xml = junitOf(state(), 'en')
  const open: string[] = []
  const seen: string[] = []
  for (const [, close, name = '', attributes = '', alone] of xml
    .replace(/^<\?xml.*\?>\n/, '')
    .matchAll(/<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (close) {
      expect(open.pop()).toBe(name)
      continue
    }
    const parent = open.at(-1)
    expect(parent === undefined ? ['testsuites'] : known[parent]?.inside).toContain(name)
    for (const [, attribute] of attributes.matchAll(/([\w-]+)=/g))
      expect(known[name]?.attributes).toContain(attribute)
    seen.push(name)
    if (!alone) open.push(name)
  }
  expect(open).toEqual([])
  // Every angle bracket is part of an element that was read above.
  expect(xml.split('<').length - 1).toBe(seen.length * 2 - [...xml.matchAll(/\/>/g)].length + 1)
  expect(xml).toContain('tests="4" failures="1" errors="1" skipped="1" time="4.000"')
  expect(xml).toContain('message="&lt;bad&gt; ␇ &amp; &quot;worse&quot;" type="test-late"')
})

test('TAP 14 has a plan, a point a step, skips as directives and values as YAML', () => {
  const lines = tapOf(state(), 'en').split('\n')
  expect(lines.slice(0, 3)).toEqual(['TAP version 14', '1..4', 'ok 1 - one'])
  expect(lines).toContain('not ok 2 - two \\# 2')
  expect(lines).toContain('not ok 4 - four')
  expect(lines.filter((line) => line.includes('severity'))).toEqual([
    '  severity: fail',
    '  severity: error',
  ])
  expect(lines).toContain('ok 3 - three # SKIP Not tried')
  expect(lines).toContain('    lowest: { value: "3.9 V", limit: "at least 3.5 V", ok: true }')
})

const tested = (serial: string, volts: number, result: TestState['state'] = 'passed') =>
  recordOf(state({ serial, state: result, steps: [step('supply', { measured: supply(volts) })] }))

test('a batch counts the last test of each board, and none that was stopped or whose rig failed', () => {
  const batch = batchOf('p', [
    tested('1', 3.8, 'failed'),
    tested('1', 3.9),
    tested('2', 4.1),
    tested('3', 4, 'failed'),
    tested('4', 1, 'stopped'),
    tested('5', 1, 'error'),
  ])
  expect(batch).toMatchObject({ boards: 3, passed: 2 })
  expect(batch.yieldPct).toBeCloseTo(66.667, 2)
  const [lowest, highest] = batch.spreads
  // 3.9, 4.1 and 4.0: mean 4, deviation 0.1. The limits are one-sided: 3.5 below, 4.3 above.
  expect(lowest).toMatchObject({ count: 3, cp: null })
  expect(lowest?.cpk).toBeCloseTo(0.5 / 0.3, 6)
  expect(highest?.cpk).toBeCloseTo(0.3 / 0.3, 6)
  expect(batchOf('p', [tested('1', 4)]).spreads[0]).toMatchObject({ deviation: null, cpk: null })
})

test('both limits give Cp', () => {
  const measured = (value: number) =>
    judge(stepKindOf('at').limits({ value: '(.)', min: 0, max: 12, unit: '' }), [
      { key: 'value', value },
    ])
  const rows = [5, 6, 7].map((value, at) =>
    recordOf(state({ serial: `${at}`, steps: [step('x', { measured: measured(value) })] })),
  )
  expect(batchOf('p', rows).spreads[0]).toMatchObject({ mean: 6, deviation: 1, cp: 2, cpk: 2 })
})

test('a CSV runs nothing, and half a line of the file is no record', () => {
  const csv = batchCsv(batchOf('p', [tested('=1+1', -3)]))
  expect(csv).toContain("'=1+1,passed,")
  expect(csv).toContain(',-3,-3,')
  const line = JSON.stringify(tested('1', 4))
  expect(recordFrom(line)).toEqual(tested('1', 4))
  expect(recordFrom(line.slice(0, 100))).toBeUndefined()
  // Damage inside a record is damage: what is made of it must not break.
  for (const change of [
    { steps: [null] },
    { steps: [{ name: 'x' }] },
    { startedMs: 1e300 },
    { unit: { imei: {} } },
  ])
    expect(recordFrom(JSON.stringify({ ...tested('1', 4), ...change }))).toBeUndefined()
})

test('a board has failed where its own failure came first; what fails behind a rig is no proof', () => {
  const of = (...states: StepResult['state'][]) =>
    verdictOf(
      states.map((state) => step(state, { state })),
      false,
    )
  expect(of('passed', 'failed', 'error')).toBe('failed')
  expect(of('passed', 'error', 'failed')).toBe('error')
  expect(of('passed', 'passed')).toBe('passed')
  expect(isRigFault('port-gone')).toBe(true)
  expect(isRigFault('port-no-at')).toBe(false)
})

test('a label cannot give the printer a command, and says no verdict where there is none', () => {
  const serial = '^XZ~JA_1\u001b\n' + '長'.repeat(30)
  const zpl = labelZpl(state({ serial, unit: { ...noFacts, imei: '490154203237518' } }))
  const data = [...zpl.matchAll(/\^FH_\^FD(.*)\^FS/g)].map(([, text = '']) => text)
  // Only what is written as data may differ between two boards.
  const commands = zpl.split(/\^FD.*(?=\^FS)/).join('')
  expect(commands.match(/[~^][A-Z]./g)).not.toContain('~JA')
  for (const text of data) expect(text).not.toMatch(/[~^\p{Cc}]/u)
  const read = (text: string) =>
    text.replace(/_([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  const lines = data.map(read)
  const one = '^XZ~JA_1 ' + '長'.repeat(30)
  expect(lines.slice(0, 3).join('')).toBe(one)
  expect(lines.slice(3)).toEqual([
    'FAIL',
    '1970-01-01 00:00 UTC',
    'IMEI 490154203237518',
    `MA,${one}`,
  ])
  expect(labelZpl(state({ serial: '' }))).not.toContain('^BQ')
  expect(labelText(state({ serial: 'A1', state: 'error' }), 'en')).toBe(
    'A1\nNO VERDICT\n1970-01-01 00:00 UTC\n',
  )
  expect(labelText(state({ serial: 'A1', state: 'stopped' }), 'ja')).toContain('判定なし')
})

const spreadOf = (values: readonly number[], limits: { min?: number; max?: number } = {}) => ({
  values: values.map((value, ms) => ({ serial: `S${ms}`, ms, value, ok: true })),
  mean: values.reduce((sum, one) => sum + one, 0) / values.length,
  ...limits,
})

test.each([
  [[3.9, 3.91, 3.95, 4, 4.02, 4.1, 4.1, 4.2], { min: 3.5, max: 4.3 }],
  [[0, 0, 0], { max: 0 }],
  [[-80], { min: -105 }],
  [[1e-6, 2e-6, 3e-6], {}],
  [[100_000, 100_001], { min: 1, max: 1_000_000 }],
])('a histogram of %j has every value in one bar, and its limits on the axis', (values, limits) => {
  const { bars, limits: lines, from, to, mean } = histogramOf(spreadOf(values, limits))
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
  for (const value of values)
    expect(bars.some((bar) => value >= bar.from - 1e-12 && value <= bar.to + 1e-12)).toBe(true)
  expect(Math.max(...bars.map(({ height }) => height))).toBe(1)
  expect(bars.length).toBeLessThanOrEqual(12)
  expect(lines).toHaveLength(Object.keys(limits).length)
  for (const at of [...lines.map((one) => one.at), mean]) {
    expect(at).toBeGreaterThanOrEqual(0)
    expect(at).toBeLessThanOrEqual(1)
  }
  expect(to).toBeGreaterThan(from)
})

test('a trend has the boards in the order of their tests, and a limit above every value above them', () => {
  const { points, limits } = trendOf(spreadOf([3, 1, 2], { max: 5 }))
  expect(points.map(({ serial }) => serial)).toEqual(['S0', 'S1', 'S2'])
  expect(points.map(({ up }) => up).toSorted()).toEqual([1, 2, 0].map((at) => points[at]?.up))
  expect(limits[0]?.at).toBeGreaterThan(Math.max(...points.map(({ up }) => up)))
})

test('the page of a batch draws each value with its limits, in both languages, and runs nothing', () => {
  const batch = batchOf('p', [tested('<b>1', 3.8), tested('2', 4.1), tested('3', 3.2, 'failed')])
  const en = batchHtml(batch, 'en')
  expect(en).toContain('2 of 3 boards passed (66.7 %)')
  expect(en).toContain('&#60;b&#62;1')
  expect(en).not.toContain('<b>')
  expect(en.match(/<svg/g)).toHaveLength(4)
  // One limit each: below the lowest, above the highest; in the histogram and in the trend.
  expect(en.match(/class="limit"/g)).toHaveLength(4)
  expect(en.match(/<circle class="bad"/g)).toHaveLength(1)
  expect(batchHtml(batch, 'ja')).toContain('3 台中 2 台合格')
})
