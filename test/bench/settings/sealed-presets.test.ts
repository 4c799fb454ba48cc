import { expect, test } from 'vitest'
import type { Keyring } from '@core/ports/keyring'
import { benchFixture } from '../../support/bench-fixture'

/** What one keyring seals, another does not open. */
const keyringOf = (name: string): Keyring => ({
  seal: async (text) => `${name}:${[...text].reverse().join('')}`,
  open: async (sealed) =>
    sealed.startsWith(`${name}:`)
      ? [...sealed.slice(name.length + 1)].reverse().join('')
      : undefined,
})

const preset = { id: 'mine', name: 'Mine', apn: 'my.apn', user: 'me', password: 'hunter22' }
const file = 'presets.json'

async function benchWith(files: Record<string, string>, keyring?: Keyring) {
  const fixture = await benchFixture(1, files, keyring ? { keyring } : {})
  const passwordOf = async (id: string) =>
    (await fixture.ask('app.snapshot', undefined)).presets.find((row) => row.id === id)?.password
  return { fixture, passwordOf }
}

test('a password is sealed where there is a keyring, and opened at the next start', async () => {
  const files: Record<string, string> = {}
  const first = await benchWith(files, keyringOf('a'))
  await first.fixture.ask('presets.save', preset)
  expect(files[file]).toContain('a:22retnuh')
  expect(files[file]).not.toContain('hunter22')
  await first.fixture.end()
  const second = await benchWith(files, keyringOf('a'))
  expect(await second.passwordOf('mine')).toBe('hunter22')
  expect((await second.fixture.ask('app.snapshot', undefined)).store).toEqual([])
  await second.fixture.end()
})

test('without a keyring it stands in the file, and is sealed once there is one', async () => {
  const files: Record<string, string> = {}
  const first = await benchWith(files)
  await first.fixture.ask('presets.save', preset)
  expect(files[file]).toContain('hunter22')
  await first.fixture.end()
  const second = await benchWith(files, keyringOf('a'))
  expect(await second.passwordOf('mine')).toBe('hunter22')
  await second.fixture.ask('presets.save', { ...preset, id: 'other', password: '' })
  expect(files[file]).not.toContain('hunter22')
  await second.fixture.end()
})

test.each([
  ['another keyring', keyringOf('b')],
  ['none', undefined],
])(
  'with %s it is told in the window, nothing is lost, and a new one can be typed',
  async (_k, keyring) => {
    const files: Record<string, string> = {}
    const first = await benchWith(files, keyringOf('a'))
    await first.fixture.ask('presets.save', preset)
    await first.fixture.end()

    const second = await benchWith(files, keyring)
    expect(await second.passwordOf('mine')).toBe('')
    const { store } = await second.fixture.ask('app.snapshot', undefined)
    expect(store).toMatchObject([
      { kind: 'unread', words: { en: 'The passwords of Mine were sealed by another keyring.' } },
    ])
    await second.fixture.ask('presets.save', { ...preset, id: 'other', password: '' })
    expect(files[file]).toContain('a:22retnuh')
    await second.fixture.end()

    const back = await benchWith(files, keyringOf('a'))
    expect(await back.passwordOf('mine')).toBe('hunter22')
    await back.fixture.end()

    const typed = await benchWith(files, keyring)
    await typed.fixture.ask('presets.save', { ...preset, password: 'another9' })
    expect(files[file]).not.toContain('a:22retnuh')
    expect(await typed.passwordOf('mine')).toBe('another9')
    await typed.fixture.end()
  },
)

test.each(['settings.json', 'presets.json', 'macros.json'])(
  'a damaged %s is told in the window, with where it was kept',
  async (name) => {
    const { fixture } = await benchWith({ [name]: '{"a":' })
    const { store } = await fixture.ask('app.snapshot', undefined)
    expect(store.map(({ words }) => words.en)).toEqual([
      expect.stringContaining(`kept as ${name}.unreadable`),
    ])
    await fixture.end()
  },
)
