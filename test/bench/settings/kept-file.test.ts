import { describe, expect, test } from 'vitest'
import { Macros } from '@bench/macros/macros'
import { defaultSettings } from '@contract'
import { Presets } from '@bench/settings/presets'
import { SettingsFile } from '@bench/settings/settings-file'
import { Fault } from '@core/fault'
import type { Store } from '@core/ports/store'
import { quoted } from '@core/words'

function memoryStore(files: Record<string, string> = {}) {
  const store = {
    files,
    full: false,
    read: async (name: string) => files[name],
    write: async (name: string, text: string) => {
      if (store.full) throw new Fault('store-failed', quoted('no space left on device'))
      files[name] = text
    },
  }
  return store satisfies Store
}

const mine = { id: 'mine', name: 'Mine', apn: 'my.apn', user: '', password: '', auth: 'pap' }
const macro = { id: 'one', name: 'One', text: 'AT\n' }
const lists = [
  ['presets.json', (store: Store) => new Presets(store), mine],
  ['macros.json', (store: Store) => new Macros(store), macro],
] as const

describe.each(lists)('%s', (file, opened, row) => {
  test.each([
    ['cut', JSON.stringify([row]).slice(0, -3), false],
    [
      'of a later version in one row',
      JSON.stringify([row, { id: 'x', auth: 'eap', text: 7 }]),
      true,
    ],
    ['no list', '{"a":1}', false],
    ['nested without end', '['.repeat(100_000), false],
  ])(
    'that is %s is kept beside, and the next save destroys nothing',
    async (_how, text, readable) => {
      const store = memoryStore({ [file]: text })
      const list = opened(store)
      await expect(list.load()).rejects.toThrow(`${file}.unreadable`)
      expect(list.all.some(({ id }) => id === row.id)).toBe(readable)
      if (list instanceof Presets) await list.save({ ...list.all[0], id: 'new' } as never)
      else await list.save({ ...macro, id: 'new' })
      expect(store.files[`${file}.unreadable`]).toBe(text)
      expect(store.files[file]?.includes(`"${row.id}"`)).toBe(readable)
    },
  )

  test('what was kept before stays, and the same is not kept twice', async () => {
    const store = memoryStore({ [file]: '[', [`${file}.unreadable`]: 'older' })
    for (let i = 0; i < 2; i++) await expect(opened(store).load()).rejects.toThrow('unreadable-2')
    expect(store.files[`${file}.unreadable`]).toBe('older')
    expect(Object.keys(store.files)).toHaveLength(3)
  })

  test('keys of a later version survive in the rows they stand in, and go with them', async () => {
    const store = memoryStore({ [file]: JSON.stringify([{ ...row, later: { a: 1 } }]) })
    const list = opened(store)
    await list.load()
    const rows = () => JSON.parse(store.files[file] ?? '') as { id: string; later?: unknown }[]
    const save = async (id: string) =>
      list instanceof Presets ? list.save({ ...mine, id } as never) : list.save({ ...macro, id })
    await save('new')
    // Changed by a person who cannot see them.
    await save(row.id)
    expect(rows().map(({ id, later }) => [id, later])).toContainEqual([row.id, { a: 1 }])
    expect(rows().find(({ id }) => id === 'new')).not.toHaveProperty('later')
    expect(JSON.stringify(list.all)).not.toContain('later')
    // The next start finds them again.
    const next = opened(store)
    await next.load()
    await next.remove('new')
    expect(rows()).toMatchObject([{ id: row.id, later: { a: 1 } }])
    await list.remove(row.id)
    await save(row.id)
    expect(rows().find(({ id }) => id === row.id)).not.toHaveProperty('later')
  })

  test('a save that fails changes nothing', async () => {
    const store = memoryStore()
    const list = opened(store)
    const before = list.all
    store.full = true
    const saved =
      list instanceof Presets
        ? list.save({ ...list.all[0], id: 'new' } as never)
        : list.save({ ...macro, id: 'new' })
    await expect(saved).rejects.toThrow('no space')
    expect(list.all).toEqual(before)
  })
})

describe('settings.json', () => {
  test('one value of a later version leaves the others as they are, and is named', async () => {
    const text = JSON.stringify({ theme: 'high-contrast', language: 'ja', pollSeconds: '42' })
    const store = memoryStore({ 'settings.json': text })
    const file = new SettingsFile(store)
    await expect(file.load()).rejects.toThrow(/theme, pollSeconds cannot be read/)
    expect(file.value).toMatchObject({ language: 'ja', theme: 'auto' })
    expect(store.files['settings.json.unreadable']).toBe(text)
  })

  test('a key of a later version survives a change', async () => {
    const store = memoryStore({ 'settings.json': '{"language":"ja","later":{"a":1}}' })
    const file = new SettingsFile(store)
    await file.load()
    await file.change({ theme: 'dark' })
    expect(JSON.parse(store.files['settings.json'] ?? '')).toMatchObject({
      language: 'ja',
      theme: 'dark',
      later: { a: 1 },
    })
  })

  test('a key of a later version within a value survives until somebody changes that value', async () => {
    const journals = { ...defaultSettings.journals, later: 1 }
    const lastPort = { a: '/dev/ttyUSB2', c: '/dev/ttyUSB9' }
    const store = memoryStore({ 'settings.json': JSON.stringify({ journals, lastPort }) })
    const kept = () => JSON.parse(store.files['settings.json'] ?? '') as object
    const file = new SettingsFile(store)
    await file.load()
    await file.change({ theme: 'dark' })
    expect(kept()).toMatchObject({ theme: 'dark', journals, lastPort })
    await file.change({ lastPort: { a: '/dev/ttyUSB4' } })
    expect(kept()).toMatchObject({ journals, lastPort: { a: '/dev/ttyUSB4' } })
    expect(kept()).not.toHaveProperty('lastPort.c')
    expect(file.value.lastPort).toEqual({ a: '/dev/ttyUSB4' })
  })

  test.each(['[]', '"x"', '5', 'null', `{"ownBoards":${'['.repeat(20_000)}${']'.repeat(20_000)}}`])(
    'that holds no settings is kept and said: %.30s',
    async (text) => {
      const store = memoryStore({ 'settings.json': text })
      const file = new SettingsFile(store)
      await expect(file.load()).rejects.toThrow('the defaults apply')
      expect(store.files['settings.json.unreadable']).toBe(text)
    },
  )

  test('a change that cannot be written does not apply', async () => {
    const store = memoryStore()
    const file = new SettingsFile(store)
    store.full = true
    await expect(file.change({ pollSeconds: 77 })).rejects.toThrow('no space')
    expect(file.value.pollSeconds).not.toBe(77)
  })
})
