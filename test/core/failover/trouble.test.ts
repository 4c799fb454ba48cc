import { describe, expect, test } from 'vitest'

import { needsPreparing, observe, ready } from '@core/failover/observe'
import { nextTroubleUs, troubleOf } from '@core/failover/trouble'
import type { Input, SlotView, State } from '@core/failover/state'
import { at, lost, on, policyWith, stateIn, well } from './in-words'
import { quoted } from '@core/words'

const now = at(1000)
const signal = { on: true, belowDbm: -118, forMs: 120_000 }
const all = policyWith({ triggers: { signal } })
const check = (s: number, ok: boolean) => ({ at: at(s), ok, seen: quoted(`${s} s`) })
const checks = (marks: string) => [...marks].map((mark, i) => check(960 + i * 10, mark === '+'))
const gone: SlotView = {
  ...well,
  port: false,
  link: false,
  lost: { at: at(990), trigger: 'port-gone', seen: quoted('unplugged') },
}

const of = (view: SlotView, triggers: Parameters<typeof policyWith>[0]['triggers'] = {}) =>
  troubleOf(
    stateIn(on('a'), { policy: policyWith({ triggers: { signal, ...triggers } }), a: view }),
    'a',
    now,
  )

const health = all.triggers.health

describe('what is wrong with a slot', () => {
  test.each([
    ['nothing', well, undefined],
    ['its link is down', lost(900), 'link-lost'],
    ['its port is gone', gone, 'port-gone'],
    ['its port is gone, its link not yet', { ...gone, link: true }, 'port-gone'],
    ['two of four checks failed', { ...well, health: checks('-+-+') }, undefined],
    ['three of four checks failed', { ...well, health: checks('-+--') }, 'health-failed'],
    [
      'three checks failed, and no more were made',
      { ...well, health: checks('---') },
      'health-failed',
    ],
    ['not registered for almost 30 s', { ...well, unregisteredSince: at(970.001) }, undefined],
    ['not registered for 30 s', { ...well, unregisteredSince: at(970) }, 'registration-lost'],
    ['weak for almost 2 min', { ...well, lowSince: at(880.001) }, undefined],
    ['weak for 2 min', { ...well, lowSince: at(880) }, 'signal-low'],
  ] as const)('%s', (_what, view, trigger) => {
    expect(of(view)?.trigger).toBe(trigger)
  })

  test.each([
    ['link-lost', lost(900), { linkLost: false }],
    ['port-gone', gone, { portGone: false }],
    ['health-failed', { ...well, health: checks('----') }, { health: { ...health, on: false } }],
    [
      'registration-lost',
      { ...well, unregisteredSince: at(0) },
      { registrationLost: { on: false, forMs: 30_000 } },
    ],
    ['signal-low', { ...well, lowSince: at(0) }, { signal: { ...signal, on: false } }],
  ] as const)('%s is no trouble where it is not asked for', (trigger, view, triggers) => {
    expect(of(view)?.trigger).toBe(trigger)
    expect(of(view, triggers)).toBe(undefined)
  })

  test.each([
    [lost(900), true, 900, ['NO CARRIER']],
    [gone, true, 990, ['unplugged']],
    [
      { ...lost(0), lost: null },
      true,
      1000,
      [{ en: 'The link is down.', ja: 'リンクが切れています。' }],
    ],
    [{ ...well, health: checks('+---') }, true, 970, ['970 s', '980 s', '990 s']],
    [
      { ...well, unregisteredSince: at(958.6) },
      false,
      958.6,
      [{ en: 'not registered for 41 s', ja: '41 s の間、未登録' }],
    ],
    [
      { ...well, lowSince: at(870), dbm: -121 },
      false,
      870,
      [{ en: '-121 dBm, below -118 dBm for 130 s', ja: '-121 dBm、-118 dBm 未満が 130 s' }],
    ],
    [
      { ...well, lowSince: at(870), dbm: null },
      false,
      870,
      [{ en: '? dBm, below -118 dBm for 130 s', ja: '? dBm、-118 dBm 未満が 130 s' }],
    ],
  ] as const)(
    'tells since when, by what, and whether anything passes: %j',
    (view, hard, s, evidence) => {
      expect(of(view)).toMatchObject({ hard, since: at(s), evidence })
    },
  )

  test('the worst is told: nothing passes before something passes still', () => {
    const soft = { lowSince: at(0), unregisteredSince: at(0) }
    expect(of({ ...lost(900), ...soft, health: checks('----') })?.trigger).toBe('link-lost')
    expect(of({ ...well, ...soft, health: checks('----') })?.trigger).toBe('health-failed')
    expect(of({ ...well, ...soft })?.trigger).toBe('registration-lost')
  })

  test('a limit of no failures is not an outage without one', () => {
    const none = { ...health, failures: 0 }
    expect(of({ ...well, health: [] }, { health: none })).toBe(undefined)
  })
})

test.each([
  ['nothing is coming', well, undefined],
  ['registration', { ...well, unregisteredSince: at(980) }, 1010],
  ['signal', { ...well, lowSince: at(980) }, 1100],
  ['the earlier of both', { ...well, unregisteredSince: at(990), lowSince: at(899) }, 1019],
  [
    'the earlier of both, the other way round',
    { ...well, unregisteredSince: at(990), lowSince: at(890) },
    1010,
  ],
] as const)('when time alone makes a trouble: %s', (_what, view, s) => {
  const us = nextTroubleUs(stateIn(on('a'), { policy: all, a: view }), 'a')
  expect(us === undefined ? us : us / 1e6).toBe(s)
})
test('time alone makes no trouble of what is not asked for', () => {
  const policy = policyWith({ triggers: { registrationLost: { on: false, forMs: 30_000 } } })
  const view = { ...well, unregisteredSince: at(980), lowSince: at(980) }
  expect(nextTroubleUs(stateIn(on('a'), { policy, a: view }), 'a')).toBe(undefined)
})

describe('a standby', () => {
  const fail = { ...well, health: checks('+++-') }
  test.each([
    ['hot', 'well', well, true, false],
    ['hot', 'without link', lost(900), false, true],
    ['hot', 'without port', gone, false, false],
    ['hot', 'not registered', { ...well, unregisteredSince: at(999) }, false, false],
    ['hot', 'weak', { ...well, lowSince: at(999) }, false, false],
    ['hot', 'its last check failed', fail, false, false],
    ['hot', 'its last check passed again', { ...well, health: checks('---+') }, true, true],
    ['hot', 'nobody has said whether it is registered', { ...well, registered: null }, true, false],
    ['warm', 'registered, without link', lost(900), true, false],
    [
      'warm',
      'nobody has said whether it is registered',
      { ...well, registered: null },
      false,
      true,
    ],
    ['warm', 'not registered', { ...well, registered: false }, false, true],
    ['warm', 'without port', gone, false, false],
    ['warm', 'its last check failed', fail, true, false],
    ['cold', 'off', { ...gone, registered: null }, true, false],
    ['cold', 'its port there, without link', lost(900), true, false],
    ['cold', 'weak', { ...well, lowSince: at(999) }, false, false],
    ['cold', 'not registered', { ...well, unregisteredSince: at(999) }, false, false],
  ] as const)('%s, %s', (mode, _what, view, isReady, needs) => {
    const state = stateIn(on('a'), { policy: { ...all, mode } })
    expect({ ready: ready(state, view), needs: needsPreparing(state, view) }).toEqual({
      ready: isReady,
      needs,
    })
  })
  test.each([
    ['weak', { ...well, lowSince: at(999) }, { signal: { ...signal, on: false } }],
    [
      'not registered',
      { ...well, unregisteredSince: at(999) },
      { registrationLost: { on: false, forMs: 1 } },
    ],
    ['with a failed check', fail, { health: { ...health, on: false } }],
    [
      'with failed checks',
      { ...well, health: checks('----') },
      { health: { ...health, on: false } },
    ],
  ] as const)('%s is ready where that is not asked for', (_what, view, triggers) => {
    const state = stateIn(on('a'), { policy: policyWith({ triggers: { signal, ...triggers } }) })
    expect(ready(state, view)).toBe(true)
    expect(needsPreparing(state, view)).toBe(false)
  })
})

describe('what is taken down', () => {
  const state = stateIn(on('a'), { policy: all })
  const seen = (view: SlotView, ...inputs: Input[]): SlotView => {
    let found: State = { ...state, slots: { a: well, b: view } }
    for (const input of inputs) found = observe(found, input)
    expect(found.slots.a).toBe(well)
    return found.slots.b
  }
  const dbm = (s: number, value: number): Input => ({
    kind: 'signal',
    at: at(s),
    slot: 'b',
    dbm: value,
  })
  const registered = (s: number, yes: boolean): Input => ({
    kind: 'registration',
    at: at(s),
    slot: 'b',
    registered: yes,
  })
  const port = (s: number, there: boolean): Input => ({
    kind: 'port',
    at: at(s),
    slot: 'b',
    there,
    seen: quoted('said'),
  })
  const answer = (s: number, ok: boolean): Input => ({
    kind: 'health',
    at: at(s),
    slot: 'b',
    ok,
    seen: quoted(`${s} s`),
  })

  test.each([
    [-118, null],
    [-119, at(5)],
  ])('%i dBm is low since %j', (value, since) => {
    expect(seen(well, dbm(5, value))).toEqual({
      ...well,
      dbm: value,
      lowSince: since,
      wellSince: since === null ? at(0) : null,
    })
  })
  test('a weak signal is weak from its first time, until it is none', () => {
    expect(seen(well, dbm(5, -119), dbm(6, -125)).lowSince).toEqual(at(5))
    const again = seen(well, dbm(5, -119), dbm(6, -118))
    expect(again).toMatchObject({ lowSince: null, wellSince: at(6) })
  })
  test('a registration is lost from its first time, until it is back', () => {
    const gone = seen(well, registered(5, false), registered(6, false))
    expect(gone).toMatchObject({ registered: false, unregisteredSince: at(5), wellSince: null })
    const back = seen(gone, registered(7, true))
    expect(back).toMatchObject({ registered: true, unregisteredSince: null, wellSince: at(7) })
  })
  test('a link that goes and comes', () => {
    const down = seen(
      { ...well, health: checks('+') },
      { kind: 'link', at: at(5), slot: 'b', up: false, seen: quoted('NO CARRIER') },
    )
    expect(down).toEqual({ ...lost(5), health: [] })
    const weak = { ...down, registered: false, unregisteredSince: at(5), health: checks('-') }
    expect(seen(weak, { kind: 'link', at: at(9), slot: 'b', up: true })).toEqual({
      ...well,
      wellSince: at(9),
    })
  })
  test('a port that vanishes takes everything with it', () => {
    const busy = { ...well, unregisteredSince: at(1), lowSince: at(1), health: checks('-') }
    expect(seen(busy, port(5, false))).toEqual({
      ...well,
      port: false,
      link: false,
      registered: null,
      wellSince: null,
      lost: { at: at(5), trigger: 'port-gone', seen: quoted('said') },
    })
  })
  test('a port that comes back may be tried at once; one that is there changes nothing', () => {
    const waits = { ...gone, failures: 3, nextTryUs: 9e9, wellSince: null }
    expect(seen(waits, port(5, true))).toEqual({ ...waits, port: true, nextTryUs: 0 })
    expect(seen({ ...well, nextTryUs: 9e9 }, port(5, true)).nextTryUs).toBe(9e9)
  })
  test('the last four checks, and none of a slot without a link', () => {
    const five = [1, 2, 3, 4, 5].map((s) => answer(s, s !== 2))
    expect(seen(well, ...five).health).toEqual([2, 3, 4, 5].map((s) => check(s, s !== 2)))
    expect(seen(lost(0), answer(1, true)).health).toEqual([])
  })
  test('one check at least is kept', () => {
    const none = { ...state, policy: policyWith({ triggers: { health: { ...health, of: 0 } } }) }
    const found = observe(observe(none, answer(1, false)), answer(2, true))
    expect(found.slots.b.health).toEqual([check(2, true)])
  })
  test('nothing of what is no fact', () => {
    expect(observe(state, { kind: 'tick', at: now })).toBe(state)
  })
})
