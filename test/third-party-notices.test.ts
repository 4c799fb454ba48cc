import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../package.json'
import { root } from './support/needs'

interface Notice {
  readonly name: string
  readonly license: string
}
// As the build calls it; scripts have no types.
const script = `import { notices, noticesText } from './scripts/lib/notices.js'
console.log(JSON.stringify({ known: notices(), text: noticesText() }))`
const { known, text } = JSON.parse(
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  }),
) as { known: readonly Notice[]; text: string }

test('names every package the product ships, with its licence', () => {
  const names = known.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)))
  expect(names.length).toBeGreaterThan(100)
  for (const name of ['fastify', 'vue', '@xterm/xterm', 'chart.js']) expect(text).toContain(name)
  expect(text).toMatch(/Permission is hereby granted/)
})

test('names all that the window imports', () => {
  const sources = readdirSync(join(root, 'src-renderer'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue)$/.test(name))
    .map((name) => readFileSync(join(root, 'src-renderer', name), 'utf8'))
  const imported = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/from '((?:@(?!contract|renderer)[\w.-]+\/)?[\w-][\w.-]*)[/']/g)].flatMap(
        ([, name = '']) => (name.startsWith('@contract') ? [] : [name]),
      ),
    ),
  )
  const names = new Set(known.map(({ name }) => name))
  expect([...imported].filter((name) => !names.has(name))).toEqual([])
})

test('everything is under a licence that allows it to go out with an MIT program', () => {
  const fine =
    /^\(?(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|0BSD|MIT\/X11|CC0-1\.0|Unlicense|Python-2\.0)( (OR|AND) .+)?\)?$/
  expect(known.filter(({ license }) => !fine.test(license))).toEqual([])
})

test('the lockfile names a checksum for every package, and no place but the registry', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string }>
  }
  const packages = Object.entries(lock.packages).filter(([place]) => place !== '')
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha'))).toEqual([])
  const elsewhere = packages.filter(
    ([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
  )
  expect(elsewhere).toEqual([])
})
