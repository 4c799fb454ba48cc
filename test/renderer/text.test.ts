// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { languageFor } from '@renderer/text'
import { en, ja } from '@renderer/text/all'

const root = resolve(import.meta.dirname, '../../src-renderer')

function keysOf(node: object, prefix = ''): string[] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string' ? [prefix + name] : keysOf(value, `${prefix}${name}.`),
  )
}
function at(node: object, key: string): string {
  const found = key
    .split('.')
    .reduce<unknown>((inner, name) => Reflect.get(Object(inner), name), node)
  return String(found)
}
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts)$/.test(name) && !/^text[\\/]pages[\\/]/.test(name))
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n')

test('both languages have the same keys', () => {
  expect(keysOf(ja).sort()).toEqual(keysOf(en).sort())
})

test('no sentence is left over that no screen uses', () => {
  const groups = [...sources.matchAll(/t\(\s*`([a-zA-Z.]+\.)\$\{/g)].map((found) => found[1] ?? '')
  const unused = keysOf(en).filter(
    (key) =>
      // In the code, or as the attribute of a component.
      !sources.includes(`'${key}'`) &&
      !sources.includes(`="${key}"`) &&
      !groups.some((group) => key.startsWith(group)),
  )
  expect(unused).toEqual([])
})

test('a translation has the same places for values', () => {
  const placesOf = (text: string) => (text.match(/\{[a-z]+\}/g) ?? []).sort()
  for (const key of keysOf(en))
    expect([key, placesOf(at(ja, key))]).toEqual([key, placesOf(at(en, key))])
})

test('nothing in a sentence is taken for the syntax of plural forms or links', () => {
  for (const language of [en, ja])
    for (const key of keysOf(language)) expect(at(language, key)).not.toMatch(/[|@]/)
})

test.each([
  ['auto', 'ja-JP', 'ja'],
  ['auto', 'de-CH', 'en'],
  ['en', 'ja', 'en'],
  ['ja', 'en-US', 'ja'],
] as const)('language %s in a %s browser is %s', (choice, browser, language) => {
  expect(languageFor(choice, browser)).toBe(language)
})
