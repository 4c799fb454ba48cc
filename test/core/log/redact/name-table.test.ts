import { expect, test } from 'vitest'
import { mostNames, NameTable } from '@core/log/redact/name-table'
import { Pseudonyms } from '@core/log/redact/pseudonyms'
import { RedactionSession, Redactor } from '@core/log/redact'
import { seededChance } from '@core/ports/chance'
import { knowledge } from '@catalog/decoders'

/** Two threads of one run, each with a table of its own on the memory that they share. */
function twoOn(memory = NameTable.memory(seededChance(1))) {
  return [new Pseudonyms(new NameTable(memory)), new Pseudonyms(new NameTable(memory))] as const
}

test('names begin at 1 in each kind, as those that nobody else gives', () => {
  const [one] = twoOn()
  const alone = new Pseudonyms()
  for (const [kind, value] of [
    ['imei', '350000000000014'],
    ['number', '+81312345678'],
    ['number', '0312345678'],
    ['imei', '350000000000022'],
    ['number', '+81 3 1234 5678'],
  ] as const)
    expect(one.nameOf(kind, value)).toBe(alone.nameOf(kind, value))
})

test('a value has the same name in both threads, whichever named it first', () => {
  const [one, other] = twoOn()
  const values = Array.from({ length: 3000 }, (_, at) => `0901234${String(at).padStart(4, '0')}`)
  // Each meets the values in an order of its own.
  const first = values.map((value, at) => (at % 3 === 0 ? one : other).nameOf('number', value))
  expect(values.toReversed().map((value) => one.nameOf('number', value))).toEqual(
    first.toReversed(),
  )
  expect(values.map((value) => other.nameOf('number', value))).toEqual(first)
  expect(new Set(first).size).toBe(values.length)
  expect(first).toContain('NUMBER-3000')
})

test('a PIN that is the password of a lock as well has one name in both', () => {
  const [one, other] = twoOn()
  expect(one.nameOf('pin', '9173')).toBe('PIN-1')
  expect(other.nameOf('password', '9173')).toBe('PIN-1')
  expect(one.nameOf('password', '9173')).toBe('PIN-1')
  expect(other.nameOf('pin', '9173')).toBe('PIN-1')
})

test('where no number is left a value is named by itself and the secret of the run', () => {
  const memory = NameTable.memory(seededChance(1), 4)
  const [one, other] = twoOn(memory)
  const values = Array.from({ length: 40 }, (_, at) => `value ${at}`)
  const names = values.map((value) => one.nameOf('token', value))
  expect(names.slice(0, 3)).toEqual(['TOKEN-1', 'TOKEN-2', 'TOKEN-3'])
  expect(names[3]).toMatch(/^TOKEN-\d{10}$/)
  expect(new Set(names).size).toBe(values.length)
  expect(values.toReversed().map((value) => other.nameOf('token', value))).toEqual(
    names.toReversed(),
  )
  const [elsewhere] = twoOn(NameTable.memory(seededChance(2), 4))
  for (const value of values) elsewhere.nameOf('token', value)
  expect(elsewhere.nameOf('token', 'value 39')).not.toBe(names[39])
})

test('a run has room for a million names', () => {
  expect(mostNames).toBeGreaterThan(1_000_000)
})

test('two sessions on one memory mask the same lines alike', () => {
  const memory = NameTable.memory(seededChance(3))
  const mask = () =>
    new Redactor({ knowledge, session: new RedactionSession(new NameTable(memory)) })
  const [one, other] = [mask(), mask()]
  const lines = [
    'IMEI: 350000000000014',
    'password=hunter2pass',
    'Authorization: Bearer abcDEF123456',
  ]
  const shown = lines.map((line) => one.text(line))
  expect(shown.join()).not.toContain('350000000000014')
  expect(lines.toReversed().map((line) => other.text(line))).toEqual(shown.toReversed())
})
