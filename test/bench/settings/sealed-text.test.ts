import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isSealedText, openedText, sealedText } from '@bench/settings/sealed-text'
import type { Keyring } from '@core/ports/keyring'
import { benchFixture } from '../../support/bench-fixture'

/** What one keyring seals, another does not open. */
const keyringOf = (name: string): Keyring => ({
  seal: async (text) => `${name}:${Buffer.from(text).toString('base64')}`,
  open: async (sealed) =>
    sealed.startsWith(`${name}:`)
      ? Buffer.from(sealed.slice(name.length + 1), 'base64').toString()
      : undefined,
})

const benchWith = (files: Record<string, string>, keyring?: Keyring) =>
  benchFixture(1, files, keyring ? { keyring } : {})

const login = 'Hunter22x'
const config = `slots:\n  a:\n    port: sim:sim7672\n    target: { apn: soracom.io, user: me, password: ${login} }\n`

test.each([
  ['a password of a configuration', config],
  ['a PIN of a configuration', 'slots:\n  a:\n    target:\n      pin: "4711"\n'],
  ['a PIN in a macro', 'AT\nAT+CPIN=4711\n'],
  ['a login in a macro', `AT+CGAUTH=1,1,"${login}","me"\n`],
  ['an address with a login', `keep-alive:\n  target: http://me:${login}@example.com/\n`],
])('%s is sealed, and opened by the same keyring alone', async (_what, text) => {
  const sealed = await sealedText(text, keyringOf('a'))
  expect(isSealedText(sealed)).toBe(true)
  expect(sealed).not.toMatch(/Hunter|4711/)
  expect(await sealedText(sealed, keyringOf('a'))).toBe(sealed)
  expect(await openedText(sealed, keyringOf('a'))).toBe(text)
  expect(await openedText(sealed, keyringOf('b'))).toBe(sealed)
  expect(await openedText(sealed, undefined)).toBe(sealed)
})

test.each(['AT\nAT+CSQ\n', 'slots:\n  a:\n    target: { preset: soracom, password: "" }\n', ''])(
  'what holds no login stays readable: %j',
  async (text) => {
    expect(await sealedText(text, keyringOf('a'))).toBe(text)
  },
)

test('configuration and macros are sealed in their files, and there again at the next start', async () => {
  const files: Record<string, string> = {}
  const macro = { id: 'mine', name: 'Mine', text: `AT+CGAUTH=1,1,"${login}","me"\n` }
  const first = await benchWith(files, keyringOf('a'))
  await first.ask('settings.change', { failover: config })
  await first.ask('macros.save', macro)
  await first.end()
  expect(JSON.stringify(files)).not.toContain(login)
  const second = await benchWith(files, keyringOf('a'))
  expect((await second.ask('app.snapshot', undefined)).settings.failover).toBe(config)
  expect(await second.ask('macros.list', undefined)).toContainEqual({ ...macro, own: true })
  await second.end()
})

test('without that keyring it is told, and a save of something else loses nothing', async () => {
  const files: Record<string, string> = {}
  const first = await benchWith(files, keyringOf('a'))
  await first.ask('settings.change', { failover: config })
  await first.ask('macros.save', { id: 'm', name: 'Mine', text: 'AT+CPIN=4711\n' })
  await first.end()
  const other = await benchWith(files)
  const { store } = await other.ask('app.snapshot', undefined)
  expect(store.map(({ words }) => words.en).join(' ')).toMatch(
    /configuration of failover: sealed.*The macros Mine: sealed/s,
  )
  await other.ask('settings.change', { theme: 'dark' })
  await other.ask('macros.save', { id: 'n', name: 'Other', text: 'AT\n' })
  await other.end()
  const again = await benchWith(files, keyringOf('a'))
  const snapshot = await again.ask('app.snapshot', undefined)
  expect(snapshot.settings).toMatchObject({ failover: config, theme: 'dark' })
  const macros = await again.ask('macros.list', undefined)
  expect(macros.find(({ id }) => id === 'm')?.text).toBe('AT+CPIN=4711\n')
  await again.end()
})

test('the configuration of a run is sealed too, and goes on with the same keyring alone', async () => {
  const files: Record<string, string> = {}
  const example = readFileSync(
    resolve(import.meta.dirname, '../../../resources/examples/soak.yaml'),
    'utf8',
  )
  const text = example.replaceAll('password: sora', `password: ${login}`)
  expect(text).toContain(login)
  const first = await benchWith(files, keyringOf('a'))
  await first.ask('soak.start', { text })
  await first.clock.advance(60_000)
  await first.end()
  expect(JSON.stringify(files)).not.toContain(login)
  const other = await benchWith(files, keyringOf('b'))
  await expect(other.ask('soak.resume', undefined)).rejects.toMatchObject({
    error: { code: 'keyring-closed' },
  })
  await other.end()
  const again = await benchWith(files, keyringOf('a'))
  expect(await again.ask('soak.resume', undefined)).toMatchObject({ state: 'running' })
  await again.end()
})
