import { Command } from 'commander'
import { expect, test } from 'vitest'
import { Fault } from '@contract'
import { hinting, isPlainWord, nearestName } from '@hosts/cli/did-you-mean'
import { fileNamed } from '@hosts/cli/filters/token'

const names = ['list', 'set', 'keep', 'undo']

test.each([
  ['lst', 'list'],
  ['lsit', 'list'],
  ['LIST', 'list'],
  ['sett', 'set'],
  ['kep', 'keep'],
  ['grafana', undefined],
])('%s is taken for %s', (word, meant) => {
  expect(nearestName(word, names)).toBe(meant)
})

test('a word is a path when it has a separator, or when something of that name is there', () => {
  expect(isPlainWord('lst')).toBe(true)
  for (const path of ['./lst', 'C:\\token', 'sim:sim7672', 'a.token', 'package.json'])
    expect(isPlainWord(path)).toBe(false)
})

test('a mistyped command of token makes no file', () => {
  expect(() => fileNamed('lst')).toThrow('Did you mean list?')
  expect(() => fileNamed('grafana')).toThrow('There are: new, list, withdraw.')
  expect(fileNamed('./lst')).toBe('./lst')
})

const said = async (...words: string[]): Promise<unknown> => {
  const radio = new Command('radio').exitOverride()
  let ran: unknown
  const list = radio.command('list <port>', { isDefault: true }).action((port) => (ran = port))
  hinting(radio, list)
  radio.command('set <port> <setting...>')
  await radio.parseAsync(words, { from: 'user' }).catch((error: unknown) => {
    if (!(error instanceof Fault)) throw error
    ran = error.said.en
  })
  return ran
}

test('a command of a group that is mistyped, or at the wrong place, is named', async () => {
  expect(await said('sett', 'sim:sim7672')).toBe('radio has no command "sett". Did you mean set?')
  expect(await said('sim:sim7672', 'set')).toBe(
    'The command stands before the port: modem-bench radio set sim:sim7672',
  )
  expect(await said('list', 'sim:sim7672', 'x')).toBe('One port was expected; "x" is too much.')
  expect(await said('sim:sim7672')).toBe('sim:sim7672')
})
