import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json'

const root = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(resolve(root, file), 'utf8')
const text = read('CONTRIBUTING.md')
const tests = new Set(
  readdirSync(resolve(root, 'test'), { recursive: true, encoding: 'utf8' }).map((path) =>
    basename(path),
  ),
)

test.each(['CONTRIBUTING.md', 'docs/architecture.md', 'docs/security.md', 'docs/testing.md'])(
  '%s names files and folders that are there',
  (file) => {
    const named = [
      ...read(file).matchAll(/(?<![\w/-])(?:src-main|src-renderer|test|resources|docs)\/[\w./-]+/g),
    ]
      .map(([path]) => path.replace(/[./]+$/, ''))
      // `FOLDER` stands for any.
      .filter((path) => !/[A-Z]{4}$/.test(path) && !existsSync(resolve(root, path)))
    expect(named).toEqual([])
  },
)

test.each(['docs/security.md', 'docs/testing.md'])(
  '%s names no test that is gone, where its folder is left out either',
  (file) => {
    const named = [...read(file).matchAll(/(?<![\w/-])[\w-]+\.(?:test|proof)\.ts/g)].map(
      ([name]) => name,
    )
    expect(named.filter((name) => !tests.has(name))).toEqual([])
  },
)

test('CONTRIBUTING.md names commands that npm knows', () => {
  const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([])
})
