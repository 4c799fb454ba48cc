import { expect, test } from 'vitest'
import { Presets, shippedPresets } from '@bench/settings/presets'
import { SettingsFile } from '@bench/settings/settings-file'
import { Fault } from '@core/fault'
import type { Store } from '@core/ports/store'
import { quoted } from '@core/words'

function memoryStore(
  files: Record<string, string> = {},
): Store & { files: Record<string, string> } {
  return {
    files,
    read: async (name) => files[name],
    write: async (name, text) => {
      files[name] = text
    },
  }
}

test('has SORACOM first among the presets, as most people here need it', () => {
  expect(shippedPresets[0]).toMatchObject({
    id: 'soracom',
    apn: 'soracom.io',
    user: 'sora',
    password: 'sora',
  })
  expect(new Set(shippedPresets.map((row) => row.id)).size).toBe(shippedPresets.length)
})

test('keeps the settings of before when one is changed', async () => {
  const store = memoryStore()
  const file = new SettingsFile(store)
  await file.change({ language: 'ja' })
  await file.change({ theme: 'dark' })
  const again = new SettingsFile(store)
  await again.load()
  expect(again.value).toMatchObject({ language: 'ja', theme: 'dark', maskSecrets: true })
})

test('a preset that an earlier version kept for both slots is that of each, and changes in one', async () => {
  const store = memoryStore({ 'settings.json': '{"preset":"iijmio"}' })
  const file = new SettingsFile(store)
  await file.load()
  expect(file.value.preset).toEqual({ a: 'iijmio', b: 'iijmio' })
  await file.change({ preset: { ...file.value.preset, b: 'soracom' } })
  const again = new SettingsFile(store)
  await again.load()
  expect(again.value.preset).toEqual({ a: 'iijmio', b: 'soracom' })
})

test('keeps a settings file it cannot read beside the new one', async () => {
  const store = memoryStore({ 'settings.json': '{"theme":' })
  const file = new SettingsFile(store)
  await expect(file.load()).rejects.toBeInstanceOf(Fault)
  expect(file.value.theme).toBe('auto')
  expect(store.files['settings.json.unreadable']).toBe('{"theme":')
})

test("puts a person's own preset over the shipped one of the same name", async () => {
  const presets = new Presets(memoryStore())
  const soracom = presets.all.find((row) => row.id === 'soracom')
  if (!soracom) throw new Error('no SORACOM preset')
  await presets.save({ ...soracom, user: 'me' })
  expect(presets.all.filter((row) => row.id === 'soracom')).toHaveLength(1)
  expect(presets.all[0]).toMatchObject({ id: 'soracom', user: 'me', own: true })
  await presets.remove('soracom')
  expect(presets.all.find((row) => row.id === 'soracom')).toMatchObject({
    user: 'sora',
    own: false,
  })
})

test('says that a shipped preset cannot be removed', async () => {
  await expect(new Presets(memoryStore()).remove('soracom')).rejects.toMatchObject({
    code: 'bad-input',
  })
})

test('two changes at once both apply, and one that cannot be written hinders none behind it', async () => {
  const files: Record<string, string> = {}
  let refused = 0
  const slow: Store = {
    read: async (name) => files[name],
    async write(name, text) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (text.includes('"pollSeconds": 77')) {
        refused++
        throw new Fault('bad-input', quoted('no space'))
      }
      files[name] = text
    },
  }
  const file = new SettingsFile(slow)
  const changes = [
    file.change({ language: 'ja' }),
    file.change({ pollSeconds: 77 }),
    file.change({ theme: 'dark' }),
  ]
  expect((await Promise.allSettled(changes)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(refused).toBe(1)
  expect(file.value).toMatchObject({ language: 'ja', theme: 'dark' })
  expect(JSON.parse(files['settings.json'] ?? '')).toMatchObject({ language: 'ja', theme: 'dark' })

  const presets = new Presets(slow)
  const [row] = shippedPresets
  if (!row) throw new Error('no preset')
  await Promise.all(['one', 'two'].map((id) => presets.save({ ...row, id })))
  expect(presets.all.filter(({ own }) => own).map(({ id }) => id)).toEqual(['two', 'one'])
})
