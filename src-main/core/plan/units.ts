import { harmless } from '../log/formats/harmless'
import { spreadsOf, type ValueSpread } from './spread'
import type { StepResult, TestState } from './test-state'
import type { UnitRecord } from './unit-record'

/** Null for a test that goes on. */
export function recordOf({ question: _question, slot: _slot, ...rest }: TestState): UnitRecord {
  return { ...rest, endedMs: rest.endedMs ?? rest.startedMs }
}

/** A batch: every board that was tested by one plan, the last test of each counted. */
export interface Batch {
  readonly plan: string
  /** Tests, in their order. */
  readonly tests: readonly UnitRecord[]
  readonly boards: number
  readonly passed: number
  /** Percent of the boards whose last test passed; null without boards. */
  readonly yieldPct: number | null
  readonly spreads: readonly ValueSpread[]
  /** Lines of the file that cannot be read: their boards are not counted. */
  readonly spoilt: number
}

/** A board is its serial; without one every test is of a board of its own. A test that was stopped, or whose rig failed, says nothing of a board. */
export function batchOf(plan: string, tests: readonly UnitRecord[], spoilt = 0): Batch {
  const boards = new Map<string, UnitRecord>()
  tests.forEach((test, index) => {
    if (test.state === 'stopped' || test.state === 'error') return
    boards.set(test.serial === '' ? `#${index}` : test.serial, test)
  })
  const last = [...boards.values()]
  const passed = last.filter(({ state }) => state === 'passed').length
  return {
    plan,
    tests,
    boards: last.length,
    passed,
    yieldPct: last.length === 0 ? null : (passed / last.length) * 100,
    spreads: spreadsOf(last),
    spoilt,
  }
}

/**
 * The last test of each other board of the batch that had this IMEI, as it is kept. Without serials nobody can tell boards apart:
 * none.
 */
export function seenBefore(
  tests: readonly UnitRecord[],
  imei: string,
  serial: string,
): readonly UnitRecord[] {
  if (serial === '') return []
  const others = tests.filter(
    ({ unit, serial: other }) => unit.imei === imei && other !== '' && other !== serial,
  )
  return [...new Map(others.map((test) => [test.serial, test])).values()]
}

/** A record from a line of the file; undefined for what is none, such as half a line. */
export function recordFrom(line: string): UnitRecord | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isRecord(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
function isRecord(value: unknown): value is UnitRecord {
  if (typeof value !== 'object' || value === null) return false
  const row: { readonly [key in keyof UnitRecord]?: unknown } = value
  return (
    typeof row.plan === 'string' &&
    typeof row.serial === 'string' &&
    typeof row.state === 'string' &&
    isMoment(row.startedMs) &&
    isMoment(row.endedMs) &&
    isPart(row.unit) &&
    Object.values(row.unit).every(isValue) &&
    (row.pictures === undefined ||
      (isPart(row.pictures) && Object.values(row.pictures).every(isHash))) &&
    Array.isArray(row.steps) &&
    row.steps.every(isStep)
  )
}

/** What a date can be made of (ECMA-262, 21.4.1.1). */
const isMoment = (value: unknown): boolean =>
  typeof value === 'number' && Math.abs(value) <= 8.64e15
type Part = Readonly<Record<string, unknown>>
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null
const isValue = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'number'
const isHash = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isWords = (value: unknown): boolean =>
  isPart(value) && typeof value['en'] === 'string' && typeof value['ja'] === 'string'

/** Whatever else a later version keeps in it. */
const isStep = (step: unknown): boolean =>
  isPart(step) &&
  typeof step['name'] === 'string' &&
  typeof step['state'] === 'string' &&
  isWords(step['title']) &&
  isWords(step['words']) &&
  Array.isArray(step['measured']) &&
  step['measured'].every(isMeasured)
const isMeasured = (one: unknown): boolean =>
  isPart(one) && typeof one['key'] === 'string' && isValue(one['value']) && isWords(one['title'])

/** One row a test, the values in columns of their own (RFC 4180, with the mark of UTF-8 that spreadsheets look for). */
export function batchCsv({ tests }: Batch): string {
  const columns = valueColumns(tests)
  const head = ['serial', 'result', 'started', 'seconds', 'failed_step', 'why']
  const unit = ['imei', 'iccid', 'model', 'firmware', 'operator'] as const
  const rows = tests.map((test) => {
    const failed = test.steps.find(({ state }) => state === 'failed' || state === 'error')
    return [
      test.serial,
      test.state,
      new Date(test.startedMs).toISOString(),
      ((test.endedMs - test.startedMs) / 1000).toFixed(1),
      failed?.name ?? '',
      failed?.words.en ?? '',
      ...unit.map((key) => test.unit[key] ?? ''),
      ...columns.map(({ step, key }) => String(valueOf(test.steps, step, key))),
      test.version,
      test.journal ?? '',
      Object.entries(test.pictures ?? {})
        .map(([name, sha256]) => `${name} ${sha256}`)
        .join('; '),
    ]
  })
  const titles = columns.map(({ step, key, unit: of }) => `${step} ${key}${of ? ` (${of})` : ''}`)
  const all = [[...head, ...unit, ...titles, 'version', 'journal', 'pictures'], ...rows]
  return harmless(`\ufeff${all.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`)
}

function valueColumns(tests: readonly UnitRecord[]) {
  const columns = new Map<string, { step: string; key: string; unit: string }>()
  for (const { steps } of tests)
    for (const { name, measured } of steps)
      for (const { key, unit } of measured)
        columns.set(`${name}\n${key}`, { step: name, key, unit })
  return [...columns.values()]
}
const valueOf = (steps: readonly StepResult[], step: string, key: string) =>
  steps.find(({ name }) => name === step)?.measured.find((one) => one.key === key)?.value ?? ''

/** Spreadsheets run what begins like a formula; a number with its sign is none. */
function csvCell(text: string): string {
  const formula = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)
  const safe = formula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
