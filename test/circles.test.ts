import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

type Graph = ReadonlyMap<string, readonly string[]>

const files = ['src-main', 'src-renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue)$/.test(name))
    .map((name) => join(root, folder, name)),
)

/** The file behind an import of ours; undefined for a package. */
function fileOf(from: string, target: string): string | undefined {
  const alias = /^@(core|contract|catalog|bench|platform|hosts)(\/.*)?$/.exec(target)
  if (!alias && !target.startsWith('.')) return undefined
  const path = alias
    ? join(root, 'src-main', `${alias[1]}${alias[2] ?? ''}`)
    : resolve(dirname(from), target)
  return [path, `${path}.ts`, join(path, 'index.ts')].find(
    (one) => /\.(ts|vue)$/.test(one) && existsSync(one),
  )
}

const importing = /^\s*(?:import|export)\s(?:[^;'"`]*?\sfrom\s*)?'([^']+)'/gm
const graph: Graph = new Map(
  files.map((file) => [
    file,
    [...readFileSync(file, 'utf8').matchAll(importing)].flatMap(
      ([, target = '']) => fileOf(file, target) ?? [],
    ),
  ]),
)

/** Everything that is reached from a file, itself only where a circle leads back. */
function reached(of: Graph, start: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...(of.get(start) ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(of.get(next) ?? []))
  }
  return seen
}
/** The files of circles: those that nothing imports, or that import nothing, again and again taken away first. */
function inCircles(of: Graph): readonly string[] {
  let left = new Set(of.keys())
  for (let before = -1; before !== left.size;) {
    before = left.size
    const used = new Set([...left].flatMap((file) => of.get(file) ?? []))
    left = new Set(
      [...left].filter((file) => used.has(file) && of.get(file)?.some((to) => left.has(to))),
    )
  }
  return [...left].filter((file) => reached(of, file).has(file))
}

const named = (files: readonly string[]) =>
  files.map((file) => relative(root, file).replaceAll(sep, '/')).sort()

test('no import goes in a circle, types included', () => {
  expect(named(inCircles(graph))).toEqual([])
})

test('finds a circle of two and of three, and none in what only forks and meets again', () => {
  const of = (...edges: readonly (readonly [string, string])[]) => {
    const made = new Map<string, string[]>(edges.flat().map((name) => [name, []]))
    for (const [from, to] of edges) made.get(from)?.push(to)
    return inCircles(made)
  }
  expect(of(['a', 'b'], ['b', 'a'], ['c', 'a'])).toEqual(['a', 'b'])
  expect(of(['a', 'b'], ['b', 'c'], ['c', 'a'], ['a', 'd'])).toEqual(['a', 'b', 'c'])
  expect(of(['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd'])).toEqual([])
})
