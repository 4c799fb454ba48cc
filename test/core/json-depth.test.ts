import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nestsTooDeep } from '@core/json-depth'

test.each([
  ['[[[1]]]', false],
  [`${'['.repeat(64)}${']'.repeat(64)}`, false],
  [`${'['.repeat(65)}${']'.repeat(65)}`, true],
  [`{"a":${'{"a":'.repeat(200)}1`, true],
  ['['.repeat(500_000), true],
  [JSON.stringify('['.repeat(100)), false],
  [JSON.stringify({ text: `"${'[{'.repeat(100)}` }), false],
  ['[],'.repeat(100), false],
])('%.40s: %s', (json, deep) => {
  expect(nestsTooDeep(json)).toBe(deep)
})

test('whatever may be said in JSON at an ordinary depth may be said', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 8 }), (json) => {
      expect(nestsTooDeep(json)).toBe(false)
    }),
  )
})
