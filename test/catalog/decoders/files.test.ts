import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = 'src-main/catalog/decoders'
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
)

test('a file of decoders is named for what is in it, not for when it was written', () => {
  expect(files.length).toBeGreaterThan(150)
  const named = /-(?:more|further|extra|others?|new|rest|misc|\d)\.ts$/
  expect(files.filter((path) => named.test(path))).toEqual([])
})

test('a file of decoders has fewer than 400 lines', () => {
  const long = files.filter(
    (path) => readFileSync(`${folder}/${path}`, 'utf8').split('\n').length > 400,
  )
  expect(long).toEqual([])
})
