import { expect, test } from 'vitest'
import { readConfig } from '@bench/config/config-file'
import { readTestPlan } from '@bench/board-test/test-plan-file'
import { shippedPresets } from '@bench/settings/presets'

const said = (...lines: string[]) =>
  readConfig(lines.join('\n')).mistakes.map(
    ({ line, column, words }) => `${line}:${column} ${words.en}`,
  )
const column = (here: number, open: string) =>
  `the indentation does not fit: this line begins in column ${here}, and by the lines above it can begin in column ${open}`

test('a key that is indented deeper than its neighbour is told in its own line, once', () => {
  expect(
    said('name: t', 'steps:', '  - name: a', '', '     # a comment', '     at: { send: AT }'),
  ).toEqual([`6:6 ${column(6, '5 or 1')}`])
  expect(said('name: t', '  port: x')).toEqual([`2:3 ${column(3, '1')}`])
  expect(said('a:', '  b: 1', '   c: 2')).toEqual([`3:4 ${column(4, '3 or 1')}`])
})

test('a key that is indented less than its neighbour, wherever the reader stumbled', () => {
  expect(said('steps:', '  - name: a', '   at: { send: AT }')).toEqual([
    `3:4 ${column(4, '5 or 1')}`,
  ])
  expect(said('steps:', '  - name: a', '  at: { send: AT }')).toEqual([
    `3:3 ${column(3, '5 or 1')}`,
  ])
  expect(said('a:', '    b: 1', '  c: 2')).toEqual([`3:3 ${column(3, '5 or 1')}`])
})

test('a dash that does not stand below the others', () => {
  const above = ['steps:', '  - name: a', '    at: { send: AT }']
  expect(said(...above, ' - name: b')).toEqual([`4:2 ${column(2, '3')}`])
  expect(said(...above, '    - name: b')).toEqual([`4:5 ${column(5, '3')}`])
})

test('two keys in one line, and a missing colon, keep their own words', () => {
  expect(said('name: t', 'port: a: b')).toEqual([expect.stringMatching(/^2:7 a second key/)])
  expect(said('name: t', 'port a', 'x: 1')).toEqual([expect.stringMatching(/^2:1 a key must/)])
  expect(said('name: "t', 'x: 1')).toEqual([expect.stringMatching(/a quote, bracket/)])
})

test('a placeholder without an axis is one mistake, whatever else follows from it', () => {
  const plan = [
    'name: t',
    "port: 'sim:{modem}'",
    'preset: soracom',
    'matrix: { fault: [1] }',
    'steps:',
    "  - { name: a, registered: { within: '{least}' } }",
  ].join('\n')
  const { mistakes } = readTestPlan(plan, { all: shippedPresets })
  expect(mistakes.map(({ place, words }) => `${place}: ${words.en.split(',')[0]}`)).toEqual([
    'port: no axis of a matrix is called "modem"',
    'steps.1.registered.within: no axis of a matrix is called "least"',
  ])
})
