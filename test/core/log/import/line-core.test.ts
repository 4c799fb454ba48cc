import { expect, test } from 'vitest'
import { coreOf } from '@core/log/import/line-core'

// The last row of a dump is short, and blanks stand for the octets that it lacks.
test.each([
  'rx: 41 54 2b 43 53 51 |AT+CSQ|',
  'rx: 41 54 0d                |AT|',
  'rx: 4f 4b 0d                                          |OK|',
])('a row of octets and letters says nothing of its own: %s', (line) => {
  expect(coreOf(line)).toBeUndefined()
})

test('a table with bars is no dump', () => {
  expect(coreOf('12:00:01 | AT+CSQ')).toBeDefined()
})
