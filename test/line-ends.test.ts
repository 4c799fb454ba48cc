import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
/** What Git does not keep, and what only the computer at hand has. */
const foreign = ['.cache', '.git', 'coverage', 'dist', 'node_modules', 'out', 'test-results']

const files = readdirSync(root, { withFileTypes: true })
  .filter((entry) => !foreign.includes(entry.name) && !entry.name.endsWith('.tgz'))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(root, entry.name), { withFileTypes: true, recursive: true })
          .filter((inside) => inside.isFile())
          .map((inside) => join(inside.parentPath, inside.name))
      : [join(root, entry.name)],
  )
  .map((path) => relative(root, path).split(sep).join('/'))
  .filter((path) => !/\.(log|tsbuildinfo)$/.test(path) || path.startsWith('test/transcripts/'))

const rules = readFileSync(join(root, '.gitattributes'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/\s+/))

/** Only the two forms in use: a folder with all in it, and an ending. */
function isMeant(pattern: string, path: string): boolean {
  if (pattern.endsWith('/**')) return path.startsWith(pattern.slice(0, -2))
  if (/^\*\.\w+$/.test(pattern)) return path.endsWith(pattern.slice(1))
  throw new Error(`.gitattributes: ${pattern} is in neither form that is understood here`)
}

/** True for what Git leaves as it is, octet for octet. */
const isLeftAlone = (path: string): boolean =>
  rules
    .slice(1)
    .some(
      ([pattern = '', ...words]) =>
        words.some((word) => word === 'binary' || word === '-text') && isMeant(pattern, path),
    )

const has = (path: string, octets: string) => readFileSync(join(root, path)).includes(octets)

describe('.gitattributes', () => {
  test('gives every text LF on every system', () => {
    expect(rules[0]).toEqual(['*', 'text=auto', 'eol=lf'])
  })

  test('leaves alone every file that holds CRLF or is no text', () => {
    const delicate = files.filter((path) => has(path, '\r\n') || has(path, '\0'))
    expect(delicate.length).toBeGreaterThan(0)
    expect(delicate.filter((path) => !isLeftAlone(path))).toEqual([])
  })

  test('keeps the recordings as they were made', () => {
    const recordings = files.filter((path) => path.startsWith('test/transcripts/'))
    expect(recordings.length).toBeGreaterThan(0)
    expect(recordings.filter((path) => !isLeftAlone(path))).toEqual([])
  })
})
