import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json'

const root = resolve(import.meta.dirname, '../..')
const text = readFileSync(resolve(root, 'CONTRIBUTING.md'), 'utf8')

test('CONTRIBUTING.md names files and folders that are there', () => {
  const named = [...text.matchAll(/(?:src-main|src-renderer|test|resources|docs)\/[\w./-]+/g)]
    .map(([path]) => path.replace(/[./]+$/, ''))
    .filter((path) => !existsSync(resolve(root, path)))
  expect(named).toEqual([])
})

test('CONTRIBUTING.md names commands that npm knows', () => {
  const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([])
})
