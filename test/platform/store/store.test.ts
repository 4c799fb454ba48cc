import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import { dataFolderOf } from '@platform/store/data-folder'
import { fileStore } from '@platform/store/file-store'

test.each([
  ['linux', {}, '/home/mika', '/home/mika/.local/share/modem-bench'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/mika', '/data/modem-bench'],
  ['linux', { XDG_DATA_HOME: 'here' }, '/home/mika', '/home/mika/.local/share/modem-bench'],
  ['darwin', {}, '/Users/mika', '/Users/mika/Library/Application Support/Modem Bench'],
  [
    'win32',
    { LOCALAPPDATA: 'C:\\Users\\mika\\AppData\\Local' },
    'C:\\Users\\mika',
    'C:\\Users\\mika\\AppData\\Local\\Modem Bench',
  ],
  ['win32', {}, 'C:\\Users\\mika', 'C:\\Users\\mika\\AppData\\Local\\Modem Bench'],
  ['linux', { MODEM_BENCH_DATA: '/mnt/bench' }, '/home/mika', '/mnt/bench'],
] as const)('on %s with %j the data is where it belongs', (platform, environment, home, folder) => {
  expect(dataFolderOf(platform, environment, home)).toBe(folder)
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-store-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('gives back what was written, and nothing for a name never written', async () => {
  const store = fileStore(join(folder, 'deep', 'down'))
  expect(await store.read('settings.json')).toBeUndefined()
  await store.write('settings.json', '{"言語":"ja"}')
  await store.write('settings.json', '{"言語":"en"}')
  expect(await store.read('settings.json')).toBe('{"言語":"en"}')
  expect(await readdir(join(folder, 'deep', 'down'))).toEqual(['settings.json'])
})

test('keeps settings from other users of the computer', async () => {
  await fileStore(folder).write('settings.json', 'secret')
  expect((await stat(join(folder, 'settings.json'))).mode & 0o077).toBe(0)
})

test('of many writes at once the last one stays, whole', async () => {
  const store = fileStore(folder)
  const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(1000))
  await Promise.all(texts.map((text) => store.write('state', text)))
  expect(await store.read('state')).toBe(texts[19])
})

test.each(['../etc/passwd', 'a/b', '', '.hidden', 'a\0b', 'x'.repeat(101)])(
  'refuses the name %j',
  async (name) => {
    const code = await fileStore(folder)
      .read(name)
      .then(() => 'read', faultCode)
    expect(code).toBe('bad-input')
  },
)

test('lines that several programs add at once are all there, and a torn one takes no other with it', async () => {
  const file = join(folder, 'units.jsonl')
  await writeFile(file, '{"torn":')
  const stores = [fileStore(folder), fileStore(folder)]
  const lines = Array.from({ length: 60 }, (_, count) =>
    JSON.stringify({ count, pad: 'x'.repeat(5000) }),
  )
  await Promise.all(lines.map((line, at) => stores[at % 2]?.append?.('units.jsonl', line)))
  const [first, ...rest] = (await readFile(file, 'utf8')).trimEnd().split('\n')
  expect(first).toBe('{"torn":')
  expect(rest.filter((line) => line !== '').toSorted()).toEqual(lines.toSorted())
})
