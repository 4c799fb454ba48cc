import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Who may import whom: the layers of this repository, then packages. `*` allows any package. */
const allowed: Record<string, { layers: string[]; packages: string[] }> = {
  core: { layers: [], packages: ['dns-packet', '@noble/hashes', 're2js'] },
  catalog: { layers: ['core', 'resources'], packages: [] },
  contract: { layers: ['core'], packages: ['zod'] },
  bench: { layers: ['contract', 'core', 'catalog', 'resources'], packages: ['zod', 'yaml'] },
  platform: { layers: ['core', 'resources'], packages: ['*'] },
  hosts: {
    layers: ['contract', 'bench', 'platform', 'core', 'catalog', 'resources', 'package.json'],
    packages: ['*'],
  },
  'src-renderer': { layers: ['contract'], packages: ['*'] },
}

function layerOf(path: string): string {
  const parts = relative(root, path).split(sep)
  return parts[0] === 'src-main' ? (parts[1] ?? '') : (parts[0] ?? '')
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue)$/.test(name))
    .map((name) => join(root, folder, name))
}

/** Statements that import or re-export, bare imports, and imports at run time; not the word `from` in a sentence. */
const importing =
  /^\s*(?:import|export)\s[^;'"`]*?\sfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|import\.meta\.glob[^(]*\(\s*\[?\s*['"]([^'"]+)['"]/gm

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(importing)].map(
    (match) => match.slice(1).find((found) => found !== undefined) ?? '',
  )
}

/** A breach in words, or undefined. */
function breach(file: string, target: string): string | undefined {
  const from = layerOf(file)
  const rule = allowed[from]
  const where = `${relative(root, file)} imports ${target}`
  if (!rule) return `${where}: ${from} is not in the table`
  const alias = /^@(core|catalog|contract|bench|platform|hosts|resources)(\/|$)/.exec(target)
  if (alias || target.startsWith('.')) {
    const to = alias ? (alias[1] ?? '') : layerOf(resolve(dirname(file), target))
    return to === from || rule.layers.includes(to)
      ? undefined
      : `${where}: ${from} may not use ${to}`
  }
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
  const free = rule.packages.includes('*') || rule.packages.includes(name)
  return free ? undefined : `${where}: ${from} may not use the package ${name}`
}

test('every import keeps to the table of who may import whom', () => {
  const files = [...sources('src-main'), ...sources('src-renderer')]
  expect(files.length).toBeGreaterThan(10)
  const breaches = files.flatMap((file) =>
    importsOf(file)
      .map((target) => breach(file, target))
      .filter((found) => found !== undefined),
  )
  expect(breaches).toEqual([])
})

test('the rule catches an import that is not allowed', () => {
  const file = join(root, 'src-main/core/at/x.ts')
  expect(breach(file, 'electron')).toContain('may not use the package electron')
  expect(breach(file, '@bench/slot/slot')).toContain('may not use bench')
  expect(breach(file, '../../platform/serial/open')).toContain('may not use platform')
  expect(breach(join(root, 'src-renderer/stores/x.ts'), '@bench/slot/slot')).toContain(
    'may not use',
  )
})

/** What all of core stands on; they may use each other, file by file. */
const ground = ['', 'ports', 'faults']
/** The folders of core, each above what it may import. */
const order =
  'at ip ppp cmux modem alerts sms card ussd log story compare radio power context connect esim export failover files gnss instrument macro mqtt plan simulator soak sockets soracom usb voice'.split(
    ' ',
  )
const core = join(root, 'src-main', 'core')

function folderOfCore(path: string): string | undefined {
  const parts = relative(core, path).split(sep)
  if (parts[0] === '..') return undefined
  return parts.length > 1 ? parts[0] : ''
}

/** A folder of core that imports one that does not stand below it. */
function orderBreach(file: string, target: string): string | undefined {
  const to = folderOfCore(
    target.startsWith('@core/')
      ? join(core, target.slice('@core/'.length))
      : resolve(dirname(file), target),
  )
  const from = folderOfCore(file)
  if (from === undefined || to === undefined || from === to || ground.includes(to)) return undefined
  return order.indexOf(to) < order.indexOf(from) ? undefined : `core/${from} imports core/${to}`
}

test("core's folders stand on each other in one order", () => {
  const breaches = sources('src-main/core').flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('@core/') || target.startsWith('.'))
      .flatMap((target) => orderBreach(file, target) ?? []),
  )
  expect(breaches).toEqual([])
  const at = (name: string) => join(core, name)
  expect(orderBreach(at('at/engine.ts'), '../modem/session')).toBe('core/at imports core/modem')
  expect(orderBreach(at('ports/tls.ts'), '../ip/tcp')).toBe('core/ports imports core/ip')
  expect(orderBreach(at('log/row.ts'), '@core/modem/slot-names')).toBeUndefined()
})

test('the order names every folder of core, and docs/architecture.md says what each is for', () => {
  const folders = readdirSync(core, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect([...order, ...ground.slice(1)].sort()).toEqual(folders.sort())
  const told = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8')
  const tree = told.slice(told.indexOf('  core/'), told.indexOf('  catalog/'))
  expect(folders.filter((name) => !tree.includes(` ${name}/ `))).toEqual([])
})

test('a part of the bench says what it needs; the whole of it only a host knows', () => {
  const knowing = sources('src-main/bench').filter((file) =>
    importsOf(file).some((target) => /^(@bench|\.|\.\.)\/bench$/.test(target)),
  )
  expect(knowing).toEqual([])
})

test('inside the bench only the bench itself knows the channel to the windows, which may leave rows out', () => {
  const knowing = sources('src-main').filter((file) =>
    importsOf(file).some((target) => /(^|\/)outbox$/.test(target)),
  )
  expect(knowing.map((file) => relative(root, file))).toEqual([
    join('src-main', 'bench', 'bench.ts'),
  ])
})

/** A bench of its own is what it offers: it is no client of one. */
const ownBench = ['serve.ts']

/** What a command that asks a bench may import beside packages: the contract, the bench as a whole, its own files. */
function commandBreach(file: string, target: string): string | undefined {
  const from = relative(join(root, 'src-main', 'hosts', 'cli'), file)
  if (from.startsWith('..') || from.split(sep)[0] === 'filters' || ownBench.includes(from)) return
  const alias = /^@(?:core|catalog|bench|platform|resources)(?:\/|$)/.test(target)
  return alias && target !== '@bench/bench' ? `hosts/cli/${from} imports ${target}` : undefined
}

test('a command asks a bench by the contract; what runs without one lies in hosts/cli/filters', () => {
  const files = sources('src-main/hosts/cli')
  const breaches = files.flatMap((file) =>
    importsOf(file).flatMap((target) => commandBreach(file, target) ?? []),
  )
  expect(breaches).toEqual([])
  const at = (name: string) => join(root, 'src-main/hosts/cli', name)
  expect(commandBreach(at('at.ts'), '@core/at/engine')).toContain('imports @core/at/engine')
  expect(commandBreach(at('commands/net.ts'), '@platform/serial/open')).toContain('net')
  expect(commandBreach(at('filters/explain.ts'), '@core/log/reader')).toBeUndefined()
})

test('what commands of the command line share does not grow with them, and none is a program of its own', () => {
  const files = sources('src-main/hosts/cli').map((file) => ({
    name: relative(join(root, 'src-main', 'hosts', 'cli'), file),
    lines: readFileSync(file, 'utf8').split('\n').length - 1,
  }))
  const frame = files.filter(({ name }) => dirname(name) === '.' && name !== 'words.ts')
  expect(frame.reduce((sum, { lines }) => sum + lines, 0)).toBeLessThan(3_400)
  const commands = files.filter(({ name }) => /^(?:commands|filters)\b/.test(name))
  expect(commands.length).toBeGreaterThan(60)
  expect(commands.filter(({ lines }) => lines > 250)).toEqual([])
})

test('finds every way to import, and no sentence', () => {
  const found = (text: string) =>
    [...text.matchAll(importing)].map((match) => match.slice(1).find((part) => part !== undefined))
  expect(found("import { a } from '@core/a'\nimport type {\n  B,\n} from './b'\n")).toEqual([
    '@core/a',
    './b',
  ])
  expect(found("import 'x'\nexport * from './c'\nconst d = await import('./d')\n")).toEqual([
    'x',
    './c',
    './d',
  ])
  expect(found("const en = `reads ${n} octets from '${port}'`\n")).toEqual([])
})
