// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { useMarked } from '@renderer/components/marked'

test.for([
  ['the first is below the field', -1, 1, 0],
  ['the last is above the field', -1, -1, 2],
  ['down goes to the next', 0, 1, 1],
  ['up goes to the one before', 2, -1, 1],
  ['behind the last comes the first', 2, 1, 0],
  ['before the first comes the last', 0, -1, 2],
] as const)('%s', async ([, from, by, to]) => {
  const { at, turn } = useMarked('list', from)
  await turn(by, 3)
  expect(at.value).toBe(to)
})

test('nothing is marked in an empty list', async () => {
  const { at, turn } = useMarked('list')
  await turn(1, 0)
  expect(at.value).toBe(-1)
})
