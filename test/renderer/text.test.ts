// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { languageFor, setLanguage, t } from '@renderer/text'
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

/** English says one thing otherwise than several: `{n} line | {n} lines`. */
const forms = (text: string) => text.split(' | ')
const placesOf = (text: string) => (text.match(/\{[a-z]+\}/g) ?? []).sort()

test('a translation has the same places for values, in each of its forms', () => {
  for (const key of keysOf(en)) {
    const [one = '', many = one] = forms(at(en, key))
    expect([key, placesOf(at(ja, key))]).toEqual([key, placesOf(many)])
    const numbered = one.includes('{n}') ? one : `${one} {n}`
    if (one !== many) expect([key, placesOf(numbered)]).toEqual([key, placesOf(many)])
  }
})

test('only a number has two forms, and nothing else in a sentence is taken for their syntax or that of links', () => {
  for (const language of [en, ja])
    for (const key of keysOf(language)) {
      const text = at(language, key)
      const parts = forms(text)
      expect([key, parts.length]).toEqual([
        key,
        text.includes('{n}') && language === en ? parts.length : 1,
      ])
      expect(parts.length).toBeLessThanOrEqual(2)
      for (const part of parts) expect(part).not.toMatch(/[|@]/)
    }
})

test.each([
  [0, 'Show 0 more lines'],
  [1, 'Show 1 more line'],
  [2, 'Show 2 more lines'],
  [21, 'Show 21 more lines'],
])('%i: %s', (n, sentence) => {
  setLanguage('en')
  expect(t('answer.others', { n })).toBe(sentence)
  setLanguage('ja')
  expect(t('answer.others', { n })).toBe(`ほかの ${n} 行を表示`)
  setLanguage('en')
})

test.each([
  ['auto', 'ja-JP', 'ja'],
  ['auto', 'de-CH', 'en'],
  ['en', 'ja', 'en'],
  ['ja', 'en-US', 'ja'],
] as const)('language %s in a %s browser is %s', (choice, browser, language) => {
  expect(languageFor(choice, browser)).toBe(language)
})
