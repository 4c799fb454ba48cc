import { expect, test } from 'vitest'
import { openedBench, refusal } from '../../support/opened-bench'

async function open(path: string) {
  const bench = await openedBench(path)
  const ussd = (text: string) => bench.done('ussd.send', { slot: 'a', text })
  return { ...bench, ussd }
}

const slot = 'a' as const

test.each(['GSM', 'IRA', 'UCS2'])(
  'a menu is shown, answered and done (AT+CSCS="%s")',
  async (set) => {
    const { at, ussd } = await open('sim:sim7600')
    await at(`AT+CSCS="${set}"`)
    expect(await ussd('*100#')).toEqual({ state: 'asks', text: 'Menu\n1 My number\n2 Balance' })
    expect(await ussd('2')).toEqual({ state: 'done', text: 'Balance: 500 yen' })
  },
)

test('codings that differ, and every way to end, are told', async () => {
  const { ussd } = await open('sim:sim7600')
  expect(await ussd('*101#')).toEqual({ state: 'done', text: '残高 500 円' })
  expect(await ussd('*102#')).toEqual({ state: 'done', text: 'Balance: 500 yen' })
  expect(await ussd('*103#')).toEqual({ state: 'done', text: 'OK 500' })
  expect(await ussd('*105#')).toEqual({ state: 'timeout', text: '' })
  expect(await ussd('*106#')).toEqual({ state: 'elsewhere', text: '' })
  expect(await ussd('*999#')).toEqual({ state: 'unsupported', text: '' })
})

test('a network that is silent is waited for, then the dialogue is ended', async () => {
  const { ussd, ask, clock } = await open('sim:sim7600')
  const silent = ask('ussd.send', { slot, text: '*104#', waitMs: 20_000 }).catch(refusal)
  expect(await clock.until(silent, 60_000)).toMatch(/^ussd-no-answer/)
  expect(await ussd('*100#')).toMatchObject({ state: 'asks' })
})

test('a dialogue is cancelled: what is sent next is a code again', async () => {
  const { done, ussd } = await open('sim:sim7600')
  await ussd('*100#')
  await done('ussd.cancel', { slot })
  expect(await ussd('1')).toMatchObject({ state: 'unsupported' })
})

test.each(['', '"', 'a\nb', 'ü'])('%j is refused before anything is sent', async (text) => {
  const { at, ussd, entries } = await open('sim:sim7600')
  await at('AT+CSCS="IRA"')
  const before = entries.length
  expect(await ussd(text).catch(refusal)).toMatch(/^ussd-text/)
  expect(
    entries
      .slice(before)
      .map((one) => JSON.stringify(one))
      .join(),
  ).not.toContain('CUSD')
})

test.each([
  ['sim:sim7600?nosim=1', /^card-absent/],
  ['sim:sim7600?pin=1234', /^card-locked/],
  ['sim:sim7600?reject=11', /^ussd-no-network/],
])('%s is told as that', async (path, words) => {
  const { ussd } = await open(path)
  expect(await ussd('*100#').catch(refusal)).toMatch(words)
})

test.each([
  'lara-r6',
  'lara-r6?speed=fast',
  'le910',
  'ec25',
  'bg95',
  'rm520n',
  'sim7070',
  'a7672',
  'sim5320',
])(
  'a simulated %s that was just switched on is waited for until a network has it, then asked again',
  async (id) => {
    const { done, ussd } = await open(`sim:${id}`)
    expect(await ussd('*100#')).toMatchObject({ state: 'asks' })
    await done('ussd.cancel', { slot })
  },
)

test.each(['sim:nrf91', 'sim:sara-r4'])(
  '%s has no AT+CUSD: that is told, not a refusal',
  async (path) => {
    const { ussd } = await open(path)
    expect(await ussd('*100#').catch(refusal)).toMatch(/^ussd-unsupported .*ERROR/)
  },
)

test('a modem that no network takes is waited for a minute at most', async () => {
  const { ask, clock, simulators } = await open('sim:lara-r6')
  simulators.control('sim:lara-r6', 'lose-cells')
  await clock.advance(60_000)
  const asked = ask('ussd.send', { slot, text: '*100#' }).catch(refusal)
  expect(await clock.until(asked, 120_000)).toMatch(/^ussd-no-network/)
})

test('a port that is closed, or pulled out, while the network is asked ends the waiting', async () => {
  const { ask, clock, done } = await open('sim:sim7600')
  const asked = ask('ussd.send', { slot, text: '*104#' }).catch(refusal)
  await clock.advance(500)
  await done('simulator.control', { name: 'sim:sim7600', fault: 'unplug', value: 'on' })
  expect(await clock.until(asked, 120_000)).toMatch(/^(?:port-|ussd-no-answer)/)
})

test('what was sent, and numbers of the answer on any of its lines, are masked in an export', async () => {
  const { done, ussd, at } = await open('sim:sim7600')
  await at('AT+CSCS="IRA"')
  await ussd('*123*43218765#')
  await ussd('*107#')
  const { text } = await done('log.export', {
    slots: [slot],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(text).not.toContain('43218765')
  expect(text).not.toContain('090-1234-5678')
})
