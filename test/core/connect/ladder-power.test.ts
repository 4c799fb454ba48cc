import { idleConnect, type ConnectState, type Verdict } from '@core/connect/connect-state'
import { ladderOf, type LadderInput } from '@core/connect/ladder'
import type { IpState } from '@core/modem/ip-state'
import type { KnownFact } from '@core/modem/known-fact'
import type { PortState } from '@core/modem/port-state'
import type { RungId } from '@core/modem/rungs'
import { wordsOf } from '@core/words'
import { describe, expect, test } from 'vitest'

const port: PortState = { path: '/dev/x', label: 'X', baudRate: 115200, state: 'open' }
const nothing: LadderInput = {
  port: null,
  mode: 'closed',
  unresponsive: false,
  facts: [],
  connect: idleConnect,
  ip: null,
  nowMs: 5,
}
/** `warning off: 3GPI STATUS`. */
function told(input: Partial<LadderInput>, id: RungId): string {
  const rung = ladderOf({ ...nothing, ...input }, []).find((one) => one.id === id)
  return `${rung?.state} ${rung?.word.en}${rung?.fact === undefined ? '' : `: ${wordsOf(rung.fact).en}`}`
}
const fact = (key: string, value: string, more: Partial<KnownFact> = {}): KnownFact => ({
  key,
  group: 'sim',
  label: { en: key, ja: key },
  value,
  atMs: 0,
  ...more,
})

/** A board by what it measures and the sequence it is in. */
const board = (by: string, power: string, state?: string, action = 'on') =>
  ({
    name: '3GPI',
    reading: { by, power },
    sequence: state === undefined ? null : { state, action },
  }) as unknown as NonNullable<LadderInput['board']>
const sleep = (asleep: boolean) => ({ sinceMs: 0, untilMs: null, told: asleep })

describe('power as the board tells it', () => {
  test.each([
    ['status', 'on', undefined, 'fine on: 3GPI STATUS'],
    ['status', 'off', undefined, 'warning off: 3GPI STATUS'],
    ['status', 'on', 'failed', 'fine on: 3GPI STATUS'],
    ['status', 'off', 'failed', 'failure did not follow: 3GPI'],
    ['status', 'off', 'done', 'warning off: 3GPI STATUS'],
    ['status', 'on', 'running', 'busy powering on …: 3GPI'],
    ['none', 'unknown', 'running', 'busy powering on …: 3GPI'],
  ])('%s %s, a sequence that is %s', (by, power, state, words) => {
    expect(told({ board: board(by, power, state), port, mode: 'command' }, 'power')).toBe(words)
  })
  test.each([
    ['on', 'busy powering on …: 3GPI'],
    ['off', 'busy powering off …: 3GPI'],
    ['reset', 'busy resetting …: 3GPI'],
    ['cut', 'busy cutting the supply …: 3GPI'],
  ])('while it goes on: %s', (action, words) => {
    expect(told({ board: board('status', 'on', 'running', action) }, 'power')).toBe(words)
  })
  test('one that measures nothing leaves it to the port', () => {
    const blind = board('none', 'on', 'failed')
    expect(told({ board: blind, port, mode: 'command' }, 'power')).toBe('fine on (it answers)')
    expect(told({ board: blind }, 'power')).toBe('idle not tried')
  })
})

test.each([
  [{}, 'fine on (it answers): 3.9'],
  [{ unit: 'V' }, 'fine on (it answers): 3.9 V'],
])('the supply with what it is measured in: %j', (more, words) => {
  const facts = [fact('voltage', '3.9', more)]
  expect(told({ port, mode: 'command', facts }, 'power')).toBe(words)
})

describe('a modem that sleeps', () => {
  test.each([
    [true, 'idle asleep'],
    [false, 'idle may sleep'],
  ])('told by itself %s: neither power nor the port fails', (asleep, words) => {
    const input = { sleep: sleep(asleep), port, mode: 'command', unresponsive: true } as const
    expect(told(input, 'power')).toBe(words)
    expect(told(input, 'port')).toBe(`${words}: X`)
  })
  test('STATUS that fell with it is no failure, a sequence that runs is told', () => {
    const asleep = { sleep: sleep(true), port }
    expect(told({ ...asleep, board: board('status', 'off') }, 'power')).toBe('idle asleep')
    expect(told({ ...asleep, board: board('status', 'off', 'failed') }, 'power')).toBe(
      'idle asleep',
    )
    expect(told({ ...asleep, board: board('status', 'off', 'running') }, 'power')).toBe(
      'busy powering on …: 3GPI',
    )
  })
  test('a port that is not open says that', () => {
    const gone: PortState = { ...port, state: 'gone' }
    expect(told({ sleep: sleep(true), port: gone }, 'port')).toBe('failure gone: /dev/x')
  })
})

test.each([
  ['open', 'command', false, 'fine on (it answers)'],
  ['open', 'command', true, 'warning no answer'],
  ['opening', 'command', false, 'idle not tried'],
  ['failed', 'data', false, 'idle not tried'],
  ['gone', 'command', false, 'failure gone'],
  ['open', 'unknown', true, 'warning no answer'],
  ['open', 'unknown', false, 'idle not tried'],
] as const)('a port that is %s, %s, silent %s: power is %s', (state, mode, unresponsive, words) => {
  expect(told({ port: { ...port, state }, mode, unresponsive }, 'power')).toBe(words)
})

describe('the SIM', () => {
  const text = { en: 'PIN 2 wanted', ja: 'PIN 2 が必要' }
  test.each([
    ['SIM BUSY', 'busy SIM BUSY'],
    ['NOT READY', 'busy NOT READY'],
    ['SIM PIN2', 'warning SIM PIN2'],
    ['SIM PUK2', 'warning SIM PUK2'],
    ['PH-2 PIN', 'failure PH-2 PIN'],
    ['SIM PUK', 'failure SIM PUK'],
  ])('%s: %s', (code, words) => {
    expect(told({ facts: [fact('sim', code)] }, 'sim')).toBe(words)
  })
  test('what has words is told by them, with the code', () => {
    const facts = [fact('', 'x', { text: { en: 'x', ja: 'x' } }), fact('sim', 'SIM PIN2', { text })]
    expect(told({ facts }, 'sim')).toBe('warning PIN 2 wanted: SIM PIN2')
  })
})

describe('the link', () => {
  const six = (address: string | null) => ({ address, linkLocal: 'fe80::1' })
  const ip = (address: string | null, ipv6: object | null = null) =>
    ({ address, ipv6, dns: [], auth: 'chap' }) as unknown as IpState
  test.each([
    ['10.0.0.1', null, 'fine up: 10.0.0.1  DNS -'],
    ['10.0.0.1', six(null), 'fine up: 10.0.0.1  fe80::1  DNS -'],
    ['10.0.0.1', six('2001:db8::1'), 'fine up: 10.0.0.1  2001:db8::1  DNS -'],
    [null, six('2001:db8::1'), 'fine up: 2001:db8::1  DNS -'],
    [null, six(null), 'warning no address yet: fe80::1  DNS -'],
    [null, null, 'fine up:   DNS -'],
  ])('%s and %j', (address, ipv6, words) => {
    expect(told({ ip: ip(address, ipv6) }, 'ip')).toBe(words)
  })
  test('CHAP stands beside LCP', () => {
    expect(told({ ip: ip('10.0.0.1') }, 'ppp')).toBe('fine up: LCP, CHAP')
  })

  const verdict = (result: Verdict['result'], ping?: Verdict['ping']): ConnectState => ({
    ...idleConnect,
    verdict: {
      result,
      seen: [],
      meaning: { en: '', ja: '' },
      tries: [],
      dns: [],
      ms: 1,
      mode: 'data',
      ...(ping ? { ping } : {}),
    },
  })
  const answered = { host: 'h', sent: 3, received: 1, avgMs: null }
  test.each([
    [null, verdict('connected', answered), 'idle not tried'],
    [null, verdict('connected'), 'idle not tried'],
    [ip('10.0.0.1'), idleConnect, 'idle not tried'],
    [ip('10.0.0.1'), verdict('failed'), 'idle not tried'],
    [ip('10.0.0.1'), verdict('connected'), 'idle not tested'],
    [ip('10.0.0.1'), verdict('connected', answered), 'fine answers: h  '],
    [ip('10.0.0.1'), verdict('failed', { ...answered, received: 0 }), 'warning no answer: h  0/3'],
  ])('the internet over %j after %j', (link, connect, words) => {
    expect(told({ ip: link, connect }, 'internet')).toBe(words)
  })
})

test('a rung of which nobody knows since when it says so says it since now', () => {
  const before = [{ id: 'power', state: 'idle', word: { en: 'not tried', ja: '' } }] as const
  expect(ladderOf(nothing, before)[0]?.sinceMs).toBe(5)
})
