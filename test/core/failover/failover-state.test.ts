import { describe, expect, test } from 'vitest'
import { viewOf } from '@core/failover/failover-state'
import type { Decision } from '@core/failover/decision'
import type { Check } from '@core/failover/health'
import type { Phase, SlotView, State } from '@core/failover/state'
import type { NetState } from '@core/ip/net-state'
import { quoted, seenIn } from '@core/words'
import { at, bringing, lost, on, policyWith, stateIn, waiting, well } from './in-words'

const now = at(10_000)
const decision: Decision = {
  id: 7,
  kind: 'switch',
  atMs: 0,
  monoUs: 0,
  from: 'a',
  to: 'b',
  trigger: 'manual',
  evidence: [],
  result: 'open',
  phases: [],
  seen: [],
  words: { en: '', ja: '' },
  ms: null,
}
const opened = (trigger: Decision['trigger']) => ({ open: { ...decision, trigger } })
const of = (phase: Phase, change: Parameters<typeof stateIn>[1] = {}) =>
  viewOf(stateIn(phase, change), now, [])

describe('what a window shows of a failover', () => {
  const stopped: Phase = { kind: 'stopped', words: { en: 'given up', ja: '断念' } }
  test.each([
    ['off', { kind: 'off' }, 'off', null, null],
    ['on', on('b', 9), 'on', 'b', 9_000],
    ['bringing', bringing('b', 'a', 9), 'switching', 'a', 9_000],
    ['waiting', waiting, 'waiting', null, null],
    ['stopped', stopped, 'stopped', null, null],
  ] as const)('%s', (_, phase, state, active, sinceMs) => {
    expect(of(phase)).toMatchObject({ state, active, sinceMs })
  })

  test('who is being brought up, and what made it so', () => {
    expect(of(bringing('b', 'a'), opened('manual'))).toMatchObject({
      switching: { from: 'a', to: 'b' },
      trigger: 'manual',
      calls: null,
    })
    expect(of(on('a'))).toMatchObject({ switching: null, trigger: null })
    expect(of(stopped).calls).toEqual({ en: 'given up', ja: '断念' })
  })

  test.each([
    ['a healthy link is left', 'signal-low', well, 'a'],
    ['it was lost', 'manual', lost(9), null],
    ['it carries nothing', 'health-failed', well, null],
    ['it was lost and is there again', 'link-lost', well, null],
  ] as const)('who carries on while %s', (_, trigger, a, active) => {
    const view = of(bringing('b', 'a'), { a, ...opened(trigger) })
    expect([view.active, view.slots.a.traffic]).toEqual([active, active === 'a'])
  })
  test('nobody carries on where nobody had the traffic', () => {
    expect(of(bringing('b', null)).active).toBeNull()
  })

  test('moves of the last hour, to the microsecond', () => {
    const moves = [
      now.us - 3_600_000_001,
      now.us - 3_600_000_000,
      now.us - 3_599_999_999,
      now.us,
      now.us,
    ]
    expect(of(on('a'), { moves }).movesInHour).toBe(3)
  })

  test('the last 500 decisions', () => {
    const rows = Array.from({ length: 501 }, (_, id) => ({ ...decision, id }))
    const { decisions } = viewOf(stateIn(on('a')), now, rows)
    expect([decisions.length, decisions[0]?.id]).toEqual([500, 1])
  })

  test('what the checks cost a day', () => {
    const { health } = policyWith({}).triggers
    const cost = (change: Partial<typeof health>) =>
      of(on('a'), { policy: policyWith({ triggers: { health: { ...health, ...change } } }) })
        .checkBytesPerDay
    expect(cost({ on: false })).toBe(0)
    expect(cost({ kind: 'http' })).toBeNull()
    const each = cost({ kind: 'ping', everyMs: 86_400_000 })
    expect(each).toBeGreaterThan(0)
    expect(cost({ kind: 'ping', everyMs: 43_200_000 })).toBe(2 * (each ?? 0))
  })

  test('nothing of what nobody said, and the rest as it was said', () => {
    expect(of(on('a'))).toMatchObject({ proxyPort: null, service: null })
    const net = { lastTrafficMs: 1_000, keepAlive: { on: true } } as unknown as NetState
    const more = { proxyPort: 1080, net: { a: net, b: { ...net, lastTrafficMs: null } } }
    const { proxyPort, slots } = viewOf(stateIn(on('a')), now, [], more)
    expect(proxyPort).toBe(1080)
    expect(slots.a.idle).toEqual({ lastTrafficMs: 1_000, warnsAtMs: 3_301_000, cutAtMs: 3_601_000 })
    expect(slots.a.keepAlive).toEqual({ on: true })
    expect(slots.b.idle).toBeNull()
    expect(of(on('a')).slots.a).toMatchObject({ idle: null, keepAlive: null })
  })
})

describe('a slot', () => {
  test.each([
    [{ kind: 'main', main: 'a' }, ['main', 'backup']],
    [{ kind: 'main', main: 'b' }, ['backup', 'main']],
    [{ kind: 'equal', first: 'a' }, ['equal', 'equal']],
  ] as const)('with %j', (roles, said) => {
    const { slots } = of(on('a'), { policy: policyWith({ roles }) })
    expect([slots.a.role, slots.b.role]).toEqual(said)
  })

  const check = (ok: boolean, seen: string): Check => ({ at: at(1), ok, seen: quoted(seen) })
  test.each([
    ['before the first check', [], null],
    ['after two good ones', [check(true, 'x'), check(true, 'y')], [0, 2, 'y']],
    [
      'after one bad one of three',
      [check(true, 'x'), check(false, 'y'), check(true, 'z')],
      [1, 3, 'z'],
    ],
    ['after one bad one of two', [check(false, 'x'), check(true, 'y')], [1, 2, 'y']],
  ] as const)('tells of its checks %s', (_, health, said) => {
    const seen = of(on('a'), { a: { ...well, health } }).slots.a.health
    expect(seen && [seen.failed, seen.of, seenIn(seen.seen, 'en')]).toEqual(said)
  })

  const failed: SlotView = { ...lost(9), failures: 2, nextTryUs: 12_000_000 }
  test('is tried again at a moment once it has failed', () => {
    const { slots } = of(on('a'), { b: failed })
    expect(slots.b).toMatchObject({ link: false, ready: false, failures: 2, nextTryUs: 12_000_000 })
    expect(slots.a).toMatchObject({ link: true, ready: true, failures: 0, nextTryUs: null })
  })
})

describe('when the main slot may have the traffic again', () => {
  const wellFor = (s: number): SlotView => ({ ...well, wellSince: at(10_000 - s) })
  const back = (change: Partial<State> & { a?: SlotView } = {}, phase: Phase = on('b')) =>
    of(phase, { a: wellFor(60), ...change }).returnAtMs
  test('five minutes after it was well', () => {
    expect(back()).toBe((10_000 + 240) * 1000)
  })
  test('later after a flap', () => {
    expect(back({ flaps: 1 })).toBe((10_000 + 540) * 1000)
  })
  const equal = policyWith({ roles: { kind: 'equal', first: 'a' } })
  test.each([
    ['where both are equal', back({ policy: equal })],
    ['where nobody returns', back({ policy: policyWith({ back: { on: false } }) })],
    ['where the other was chosen by hand', back({ pinned: 'b' })],
    ['where it has the traffic', back({}, on('a'))],
    ['where nobody has the traffic', back({}, waiting)],
    ['while it is not well', back({ a: lost(9) })],
  ])('never %s', (_, at) => {
    expect(at).toBeNull()
  })
})
