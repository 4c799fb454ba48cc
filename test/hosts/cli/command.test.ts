import { Command } from 'commander'
import { expect, test } from 'vitest'
import { benchTakes } from '@hosts/cli/bench-options'
import {
  argument,
  choice,
  command,
  flag,
  group,
  option,
  repeated,
  text,
  type Build,
} from '@hosts/cli/command'
import { inEitherLanguage } from '@hosts/cli/language'
import { commands } from '@hosts/cli/commands'
import { portTakes } from '@hosts/cli/port'
import { bitRateOf, msOf, numberOf, octetsOf } from '@hosts/cli/values'

async function run(build: Build, ...words: string[]): Promise<void> {
  await inEitherLanguage(build()).parseAsync(words, { from: 'user' })
}

/** A command that keeps what it was given. */
function keeping() {
  const given: unknown[] = []
  const build = command({
    name: 'try',
    about: 'Keep what is given',
    takes: {
      port: argument('<port>'),
      more: argument('[more...]'),
      count: option('-c, --count <number>', 'how many', numberOf('net.ping', 'count'), '4'),
      waitMs: option('--wait <seconds>', 'how long', msOf('ussd.send', 'waitMs')),
      budget: option('--budget <octets>', 'at most', octetsOf('net.socks', 'budgetBytes')),
      way: choice('--way <way>', 'which', ['one', 'two'] as const, 'one'),
      set: repeated('--set <name=value>', 'again', text),
      keep: flag('--no-keep', 'do not'),
      json: flag('--json', 'as JSON'),
    },
    run: async (values) => void given.push(values),
  })
  return { build, given }
}

test('makes values of what was typed, and of what was not', async () => {
  const { build, given } = keeping()
  await run(
    build,
    'p',
    'x',
    'y',
    '-c',
    '7',
    '--wait',
    '1.5',
    '--budget',
    '20k',
    '--set',
    'a=1',
    '--set',
    'b=2',
    '--json',
    '--lang',
    'ja',
  )
  await run(build, 'p', '--way', 'two', '--no-keep', '--lang', 'en')
  expect(given).toEqual([
    {
      ...{ port: 'p', more: ['x', 'y'], count: 7, waitMs: 1500, budget: 20_000, way: 'one' },
      ...{ set: ['a=1', 'b=2'], keep: true, json: true, lang: 'ja' },
    },
    {
      ...{ port: 'p', more: [], count: 4, waitMs: undefined, budget: undefined, way: 'two' },
      ...{ set: [], keep: false, json: false, lang: 'en' },
    },
  ])
})

test.for([
  [['-c', '-1'], '--count -1: expected a number from 0 to 1000000.'],
  [['-c', '1000001'], '--count 1000001: expected a number from 0 to 1000000.'],
  [['-c', '1.5'], '--count 1.5: expected a whole number.'],
  [['-c', ''], '--count : expected a number from 0 to 1000000.'],
  [['--wait', '0.9'], '--wait 0.9: expected seconds from 1 to 600.'],
  [['--wait', '601'], '--wait 601: expected seconds from 1 to 600.'],
  [['--budget', '999'], '--budget 999: expected octets, at least 1000, such as 500k or 20M.'],
  [['--budget', '1X'], '--budget 1X: expected octets, at least 1000, such as 500k or 20M.'],
] as const)('takes the bounds of a number from the call: %j', async ([words, said]) => {
  const { build, given } = keeping()
  await expect(run(build, 'p', ...words)).rejects.toMatchObject({ said: { en: said } })
  expect(given).toEqual([])
})

test('a group says which of its commands was probably meant', async () => {
  const { build, given } = keeping()
  const both = group({ name: 'both', about: 'Two', commands: [build], usual: build })
  await run(both, 'port')
  expect(given).toHaveLength(1)
  const other = command({
    name: 'other',
    about: '',
    takes: { port: argument('<port>') },
    run: async () => undefined,
  })
  const usual = group({ name: 'more', about: 'Two', commands: [other, build], usual: other })
  await expect(run(usual, 'tryy', 'port')).rejects.toMatchObject({
    said: { en: expect.stringContaining('Did you mean try?') },
  })
})

const flagsOf = (each: Command): string[] => each.options.map(({ flags }) => flags)
const withParts = (each: Command): Command[] => [each, ...each.commands.flatMap(withParts)]

/** These ask no bench, or several by their addresses; reading them, too, would take as long as the rest of this file. */
const filters =
  'ports gpio sim share serve token api open benches decode frames pcap dissector day-cost journals explain diff'.split(
    ' ',
  )

/** What is spread into one object keeps the last of two under one name: an option of a part would be gone without a word. */
test('a command that takes one option of a kind takes all of it', async () => {
  const asking = Object.entries(commands).filter(([name]) => !filters.includes(name))
  const all = await Promise.all(asking.map(([, load]) => load()))
  const ends = all.flatMap(withParts).filter(({ commands: parts }) => parts.length === 0)
  const lacking = ends.flatMap((each) => {
    const flags = flagsOf(each)
    const kinds = [benchTakes, ...(flags.includes('--rtscts') ? [portTakes] : [])]
    const wanted = kinds.flatMap((kind) => Object.values(kind).map((one) => one.flags))
    return wanted.filter((one) => !flags.includes(one)).map((one) => `${each.name()} ${one}`)
  })
  expect(ends.length).toBeGreaterThan(30)
  expect(lacking).toEqual([])
})

test('a bit rate is told of in bits per second', () => {
  const read = bitRateOf('net.iperf3', 'bitsPerSecond')
  expect(read('256k', '--bitrate 256k')).toBe(256_000)
  for (const wrong of ['fast', '20', '9G', '256kB'])
    expect(() => read(wrong, `--bitrate ${wrong}`)).toThrow(/bits per second from 1000 to/)
})

test.each([
  ['iperf3', ['']],
  ['ping', ['']],
  ['mtu', ['']],
  ['bufferbloat', ['']],
  ['bufferbloat', ['http://a.example/', '--ping', '']],
  ['resolvers', ['']],
  ['nat-timeout', ['--tcp', '']],
  ['udp-echo', ['']],
  ['coap', ['']],
  ['mtu', ['a.example', '--by', 'icmp', '--port', '5']],
  ['iperf3', ['a.example', '--bitrate', '1M']],
] as const)('%s refuses %j before anything is opened', async (name, words) => {
  const build = (await commands[name]?.()) ?? new Command()
  const refused = inEitherLanguage(build)
    .parseAsync(['sim:none', ...words, '--json'], { from: 'user' })
    .catch((error: unknown) => error)
  expect(await refused).toMatchObject({
    code: expect.stringMatching(/^(bad-input|http-bad-url)$/),
    detail: expect.stringMatching(/“”|--port is for|--bitrate is for/),
  })
})
