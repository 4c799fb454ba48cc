import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readBoard } from '@core/power/written-board'
import { root } from '../../support/needs'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
interface Part {
  readonly properties: { readonly [key: string]: Part }
}
const json = JSON.parse(read('resources/schemas/board.json')) as Part & {
  readonly definitions: { readonly line: Part }
}
const schema = z.fromJSONSchema(json as unknown as Parameters<typeof z.fromJSONSchema>[0])
const example = /```yaml\n# my-board\.yaml\n(.*?)```/s.exec(
  read('docs/guides/boards-and-wiring.md'),
)?.[1]
const board = parse(example ?? '') as { readonly [key: string]: object }

/** What the reader says that there is, where something else was written. */
function knownIn(place: string): readonly string[] {
  const wrong = { nosuch: 1 }
  const written =
    place === ''
      ? { ...board, ...wrong }
      : place === 'lines.power'
        ? { ...board, lines: { ...board['lines'], power: wrong } }
        : { ...board, [place]: wrong }
  const told = readBoard(written).mistakes.find(({ path }) => path.endsWith('nosuch'))
  return (/there are (.*)\.$/.exec(told?.words.en ?? '')?.[1] ?? '').split(', ').toSorted()
}
const keysOf = ({ properties }: Part) =>
  Object.keys(properties)
    .filter((key) => !key.endsWith('Ms'))
    .toSorted()

test('the published schema of boards takes the board of the guide, as the reader does', () => {
  expect(readBoard(board).mistakes).toEqual([])
  expect(schema.safeParse(board).error).toBeUndefined()
})

test.each([
  ['', json],
  ['pulse', json.properties['pulse']],
  ['wait', json.properties['wait']],
  ['soft', json.properties['soft']],
  ['lines.power', json.definitions.line],
] as const)('it has the keys that the reader knows at “%s”', (place, part) => {
  expect(part && keysOf(part)).toEqual(knownIn(place))
})

test.each([
  { pulse: { on: 'soon' } },
  { lines: { power: { active: 'up' } } },
  { lines: {} },
  { tries: 0 },
  { proof: ['led'] },
  { surprise: 1 },
])('it refuses what the reader refuses: %j', (change) => {
  const changed = { ...board, ...change }
  expect(schema.safeParse(changed).success).toBe(false)
  expect(readBoard(changed).mistakes).not.toEqual([])
})
