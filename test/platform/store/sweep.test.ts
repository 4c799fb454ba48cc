import { mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeSecretFile } from '@platform/network/secret-file'
import { fileStore } from '@platform/store/file-store'
import { lockFile } from '@platform/store/lock-file'
import { ownStart } from '@platform/store/process-start'
import { sweepFolder, sweepSecrets } from '@platform/store/sweep'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-sweep-'))
  await mkdir(join(folder, 'journals'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = async (name: string, text = 'x', ageMs = 3_600_000) => {
  await writeFile(join(folder, name), text)
  const at = new Date(Date.now() - ageMs)
  await utimes(join(folder, name), at, at)
}
const names = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => name !== 'journals').sort()

const kept = [
  'settings.json',
  'settings.json.unreadable',
  'settings.json.unreadable-2',
  'soak-night-1-0001.jsonl',
  'notes.txt.1234567',
  'token',
  'tokens.txt.0123456789ab',
]

test('removes what killed runs left half-written, and nothing else', async () => {
  for (const name of kept) await put(name)
  await put('settings.json.1234567')
  await put('presets.json.4294967295')
  await put('soak-night-1-0001.jsonl.99')
  await put('token.0123456789ab')
  await put('token.1234567')
  await put('mqtt-queue.1234567')
  await put('soak.json.lock.0123456789ab')
  await put(join('journals', 'one.journal.lock'), `999999999 ${await ownStart()} 0123456789ab`)
  expect(await sweepFolder(folder, Date.now())).toHaveLength(8)
  expect(await names()).toEqual([...kept].sort())
})

test('leaves alone what another program may be writing just now', async () => {
  await put('settings.json.1234567', 'x', 1_000)
  const release = await lockFile(join(folder, 'soak.json'), 'soak-in-use')
  expect(await sweepFolder(folder, Date.now())).toEqual([])
  expect(await names()).toEqual(['settings.json.1234567', 'soak.json.lock'])
  await release()
})

test('knows the names under which half a text lies when a write is killed', async () => {
  const store = fileStore(folder)
  const writing = store.write('settings.json', 'a'.repeat(20_000_000))
  const seen = new Set<string>()
  let done = false
  void writing.finally(() => {
    done = true
  })
  while (!done) for (const name of await readdir(folder)) seen.add(name)
  await writing
  const half = [...seen].filter((name) => !['journals', 'settings.json'].includes(name))
  expect(half.length).toBeGreaterThan(0)
  for (const name of half) await put(name)
  expect(await sweepFolder(folder, Date.now())).toEqual(half)
})

test('removes old secrets for other programs, and no young one, file, link or folder of others', async () => {
  const secret = await makeSecretFile('hunter2', folder)
  await mkdir(join(folder, 'modem-bench-handover-000000'))
  await writeFile(join(folder, 'modem-bench-handover-000000', 'secret'), 'hunter2')
  await mkdir(join(folder, 'modem-bench-other'))
  await writeFile(join(folder, 'modem-bench-handover-111111'), 'x')
  await symlink(join(folder, 'modem-bench-other'), join(folder, 'modem-bench-handover-222222'))
  const before = new Date(Date.now() - 3_600_000)
  for (const name of [
    'modem-bench-handover-000000',
    'modem-bench-other',
    'modem-bench-handover-111111',
  ])
    await utimes(join(folder, name), before, before)
  expect(await sweepSecrets(Date.now(), folder)).toEqual(['modem-bench-handover-000000'])
  await stat(secret.path)
  await secret.remove()
  expect((await readdir(folder)).filter((name) => name.startsWith('modem-bench')).sort()).toEqual([
    'modem-bench-handover-111111',
    'modem-bench-handover-222222',
    'modem-bench-other',
  ])
})
