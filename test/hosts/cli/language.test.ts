import { Command } from 'commander'
import { afterEach, expect, test, vi } from 'vitest'
import { commandNamed, inEitherLanguage, languageOf } from '@hosts/cli/language'

afterEach(() => vi.unstubAllEnvs())

const system = ({ LC_ALL = '', LC_MESSAGES = '', LANG = '' }) => {
  vi.stubEnv('LC_ALL', LC_ALL)
  vi.stubEnv('LC_MESSAGES', LC_MESSAGES)
  vi.stubEnv('LANG', LANG)
}

test.each([
  [['--lang', 'ja'], { LANG: 'C' }, 'ja'],
  [['--lang=ja'], { LANG: 'C' }, 'ja'],
  [['--lang', 'en'], { LANG: 'ja_JP.UTF-8' }, 'en'],
  [['--lang', 'xx'], { LANG: 'C' }, 'en'],
  [[], { LANG: 'ja_JP.UTF-8' }, 'ja'],
  [[], { LANG: 'ja' }, 'ja'],
  [[], { LC_MESSAGES: 'ja_JP.eucJP', LANG: 'en_US.UTF-8' }, 'ja'],
  [[], { LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, 'en'],
  [[], { LANG: 'jam_JM' }, 'en'],
] as const)('%j on a system with %j: %s', (words, environment, language) => {
  system(environment)
  expect(languageOf(words)).toBe(language)
})

test('every command has the option, one that does something beside its own has it for all of them', () => {
  const group = new Command('group').addCommand(new Command('list'))
  const both = new Command('both').argument('[file]').addCommand(new Command('new'))
  for (const one of [group, both]) inEitherLanguage(one)
  const has = (command: Command | undefined) =>
    command?.options.some(({ long }) => long === '--lang')
  expect([group, group.commands[0], both, both.commands[0]].map(has)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test.each([
  [['ports', '--json'], 'ports'],
  [['--lang', 'ja', 'ports'], 'ports'],
  [['--lang=ja', 'sms', 'list'], 'sms'],
  [['--lang', 'ja', '--help'], '--help'],
  [['--lang'], undefined],
  [[], undefined],
] as const)('the command of %j is %s', (words, name) => {
  expect(commandNamed(words)).toBe(name)
})
