import { sectionsOf } from '@core/story/sections'
import { expect, test } from 'vitest'
import { told } from './wild-story'

// Logs in which somebody kept the errors only.

const story = told('ERROR\nERROR\n+CME ERROR: 10\nERROR\n+CMS ERROR: 310\n')
const sections = new Map(
  sectionsOf(story, 'en').map(({ title, items }) => [title, items.map(({ text }) => text)]),
)

test('a result without its command is not called a command', () => {
  const happened = sections.get('What happened')?.join('\n')
  expect(happened).toContain('Failure whose command is not in this log: ERROR — ')
  expect(happened).not.toContain('First command')
  expect(told('AT+CGACT=1,1\nERROR\n').summary.failed).not.toHaveProperty('unasked')
})

test('the first failure with a meaning of its own is the reason', () => {
  expect(story.summary.stopped?.line).toBe('+CME ERROR: 10')
})

test('the first of all is told alone', () => {
  expect(told('+CME ERROR: 10\nERROR\n').failure?.lines.map(({ text }) => text)).toEqual([
    '+CME ERROR: 10',
  ])
})

test('all of them were not overcome', () => {
  expect(story.failures.every(({ overcome }) => !overcome)).toBe(true)
  const lasting = sections.get('What failed and was not overcome') ?? []
  expect(lasting.map((line) => line.replace(/ — .*/, ''))).toEqual([
    '← ERROR',
    '← +CME ERROR: 10',
    '← +CMS ERROR: 310',
  ])
})
