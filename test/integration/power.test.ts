import { expect, test } from 'vitest'
import { runCli } from '../support/command'

test('a simulated board is switched on from the command line, and every step is told', async () => {
  const { code, out } = await runCli([
    'power',
    'microcat1',
    'on',
    '--adapter',
    'sim:sim7672?boot=off',
    '--json',
  ])
  const events = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { event?: string; outcome?: string; presses?: number })
  expect(code).toBe(0)
  expect(events.map((one) => one.event)).toEqual(
    expect.arrayContaining(['look', 'press', 'edge', 'end']),
  )
  expect(events.at(-1)).toMatchObject({ outcome: 'done', presses: 1 })
})

test('a modem that runs is asked to go before any key is pressed', async () => {
  const { code, out } = await runCli([
    ...['power', 'microcat1', 'off', '--adapter', 'sim:sim7672', '--port', 'sim:sim7672'],
  ])
  expect(code).toBe(0)
  expect(out).toContain('AT+CPOF')
  expect(out).not.toContain('Pressing')
})

test.each([
  [['power', 'microcat1', 'up'], 2, 'expected on, off, reset, cut, status'],
  [['power', '5gpi', 'on'], 2, 'there are 3gpi-v2'],
  [['power', 'sim7672-module', 'on', '--adapter', 'usbrelay'], 2, 'No line is wired'],
  [['power', 'microcat1', 'on', '--adapter', 'lpt:1'], 2, 'there are gpiod'],
  [['power', 'microcat1', 'on', '--tries', 'lots'], 2, 'expected 1 to 20, or forever'],
  [
    ['power', 'microcat1', 'on', '--adapter', 'lcus:/dev/nothing', '--line', 'power=1'],
    3,
    'no such port. /dev/nothing',
  ],
  [['gpio', 'pulse', 'sim:sim7672', 'nine', '100'], 2, 'there is no such pin'],
  [['gpio', 'write', 'sim:sim7672', 'power'], 2, 'expected pin=1 or pin=0'],
])('%j ends with %i and says what was expected', async (args, expected, said) => {
  const { code, err } = await runCli(args)
  expect(err).toContain(said)
  expect(code).toBe(expected)
})

test('reads and pulses single lines of a simulated modem', async () => {
  expect((await runCli(['gpio', 'read', 'sim:sim7672', 'status'])).out).toBe('1\n')
  expect((await runCli(['gpio', 'pulse', 'sim:sim7672', 'reset', '60'])).out).toMatch(
    /reset was active for \d+\.\d ms \(asked 60\)/,
  )
  expect((await runCli(['gpio', 'list'])).out).toContain('sim:sim7672')
})
