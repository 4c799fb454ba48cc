import { expect, test } from 'vitest'
import { messageOf } from '../../../src-main/hosts/web/message'

test('takes a call with a number or a short text as its id', () => {
  expect(messageOf('{"id":1,"name":"app.snapshot","input":{}}')).toEqual({
    id: 1,
    name: 'app.snapshot',
    input: {},
  })
  expect(messageOf('{"id":"a","name":"x"}')?.id).toBe('a')
  expect(messageOf('{"id":1,"name":"x","once":"b 1"}')?.once).toBe('b 1')
})

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

test.each([
  `{"id":${nested(200_000)},"name":"app.snapshot"}`,
  `{"id":1,"name":"settings.change","input":{"ownBoards":${nested(100_000)}}}`,
  '{"id":{"a":1},"name":"app.snapshot"}',
  '{"id":1e999,"name":"app.snapshot"}',
  `{"id":"${'a'.repeat(65)}","name":"app.snapshot"}`,
  `{"id":1,"name":"x","once":"${'a'.repeat(65)}"}`,
  '{"id":1,"name":"x","once":1}',
  '{"name":"app.snapshot"}',
  'null',
  '"x"',
  '{',
  '',
])('%.60s is no call', (text) => {
  expect(messageOf(text)).toBeUndefined()
})
