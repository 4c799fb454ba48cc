import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..', 'src-main')

/**
 * Files whose words are theirs alone: each is one member of a kind (a decoder, a board, a modem, a reader of a kind of log, a knob, a
 * step of a board test, a command of the command line) or one table of meanings or patterns (what is masked is looked for in what
 * people write, in their language), and is read as a whole.
 */
const members = [
  'catalog/',
  'core/faults/',
  'core/log/import/',
  'core/log/redact/',
  'core/simulator/knobs/',
  'bench/board-test/steps/',
  'hosts/cli/commands/',
  'hosts/cli/help/texts/',
]

/** A sentence in Japanese beside code; expressions that look for Japanese name its letters by their ranges. */
const prose = /[ぁ-んァ-ヶ一-龠]/
const ranges = /[ぁァ一ぁ]-[んヶ龠鿿]|ｦ-ﾟ/g

function files(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll(sep, '/'))
}

const hasProse = (source: string): boolean => prose.test(source.replace(ranges, ''))
const isWords = (file: string): boolean => /(?:^|[/-])words\.ts$/.test(file)
const withProse = files().filter(
  (file) =>
    !isWords(file) &&
    !members.some((folder) => file.startsWith(folder)) &&
    hasProse(readFileSync(join(root, file), 'utf8')),
)

test('logic has no sentences: the words of a folder stand in its words.ts', () => {
  expect(withProse).toEqual([])
})

test('finds a sentence beside code', () => {
  expect(hasProse("  throw new Fault('x', { en: 'No.', ja: 'いいえ。' })")).toBe(true)
  expect(hasProse('  return say(`a`, `長い文`)')).toBe(true)
  expect(hasProse('  return { en: one.en, ja: one.ja }')).toBe(false)
  expect(hasProse('const japanese = /[ぁ-ん]/')).toBe(false)
})
