import { describe, expect, test } from 'vitest'
import type { Input, State } from '@core/failover/state'
import {
  after,
  at,
  bringing,
  inWords,
  lost,
  on,
  policyWith,
  rowInWords,
  stateIn,
  waiting,
  well,
} from './in-words'
import { quoted } from '@core/words'

const now = at(1000)
const inputs = {
  start: { kind: 'start', at: now },
  stop: { kind: 'stop', at: now },
  'manual a': { kind: 'manual', at: now, to: 'a' },
  'manual b': { kind: 'manual', at: now, to: 'b' },
  'a loses its link': { kind: 'link', at: now, slot: 'a', up: false, seen: quoted('NO CARRIER') },
  'b loses its link': { kind: 'link', at: now, slot: 'b', up: false, seen: quoted('NO CARRIER') },
  'the port of a vanishes': {
    kind: 'port',
    at: now,
    slot: 'a',
    there: false,
    seen: quoted('unplugged'),
  },
  'job 1 is done': { kind: 'brought', at: now, job: 1, ok: true, phases: [], seen: [] },
  'job 2 is done': { kind: 'brought', at: now, job: 2, ok: true, phases: [], seen: [] },
  'job 1 failed': {
    kind: 'brought',
    at: now,
    job: 1,
    ok: false,
    phases: [],
    seen: [quoted('+CPIN')],
  },
  'b is prepared': { kind: 'prepared', at: now, slot: 'b', ok: true, seen: [] },
  'time passes': { kind: 'tick', at: now },
} satisfies { [name: string]: Input }
type Name = keyof typeof inputs
const names = Object.keys(inputs) as Name[]

const tries = (s: number, failures = 1) => ({ ...lost(900), failures, nextTryUs: s * 1_000_000 })
const states = {
  off: stateIn({ kind: 'off' }),
  stopped: stateIn({ kind: 'stopped', words: { en: '', ja: '' } }, { last: 'b' }),
  'on a': stateIn(on('a')),
  'on a, b down': stateIn(on('a'), { b: lost(900) }),
  'on b, main a well': stateIn(on('b')),
  'on b, main a down': stateIn(on('b'), { a: lost(900) }),
  'bringing b, a down': stateIn(bringing('b', 'a', 990), { last: 'a', a: lost(980) }),
  'bringing b, a carries': stateIn(bringing('b', 'a', 990), { last: 'a' }),
  'waiting, both may be tried': stateIn(waiting, { last: 'a', a: lost(900), b: lost(900) }),
  'waiting for the back-off': stateIn(waiting, { last: 'a', a: tries(1010), b: tries(1020, 2) }),
} satisfies { [name: string]: State }

/** State, event, where it leads, what is to be done, what is decided. */
const cells: readonly (readonly [
  keyof typeof states,
  Name,
  string,
  readonly string[],
  readonly string[],
])[] = [
  ['off', 'start', 'bringing a', ['bring a'], ['connect ->a start open']],
  ['off', 'stop', 'off', ['move nowhere', 'rest'], []],
  ['stopped', 'start', 'bringing a', ['bring a'], ['switch b>a start open']],
  ['stopped', 'stop', 'off', ['move nowhere', 'rest'], []],
  ['stopped', 'manual a', 'bringing a', ['bring a'], ['switch b>a manual open']],
  ['stopped', 'manual b', 'bringing b', ['bring b'], ['connect b>b manual open']],
  ['on a', 'stop', 'off', ['move nowhere', 'rest'], []],
  ['on a', 'manual b', 'bringing b', ['bring b from a'], ['switch a>b manual open']],
  [
    'on a',
    'a loses its link',
    'bringing b',
    ['move nowhere', 'bring b from a'],
    ['switch a>b link-lost open'],
  ],
  ['on a', 'b loses its link', 'on a', ['prepare b'], []],
  [
    'on a',
    'the port of a vanishes',
    'bringing b',
    ['move nowhere', 'bring b from a'],
    ['switch a>b port-gone open'],
  ],
  ['on a, b down', 'time passes', 'on a', ['prepare b'], []],
  ['on a, b down', 'manual a', 'on a', ['prepare b'], []],
  [
    'on a, b down',
    'a loses its link',
    'bringing b',
    ['move nowhere', 'bring b from a'],
    ['switch a>b link-lost open'],
  ],
  [
    'on b, main a well',
    'time passes',
    'bringing a',
    ['bring a from b'],
    ['switch b>a return open'],
  ],
  ['on b, main a well', 'manual a', 'bringing a', ['bring a from b'], ['switch b>a manual open']],
  ['on b, main a well', 'manual b', 'on b', [], []],
  [
    'on b, main a well',
    'b loses its link',
    'bringing a',
    ['move nowhere', 'bring a from b'],
    ['switch b>a link-lost open'],
  ],
  ['on b, main a well', 'a loses its link', 'on b', ['prepare a'], []],
  ['on b, main a well', 'the port of a vanishes', 'on b', [], []],
  ['on b, main a down', 'time passes', 'on b', ['prepare a'], []],
  ['bringing b, a down', 'stop', 'off', ['move nowhere', 'rest'], []],
  ['bringing b, a down', 'manual a', 'bringing a', ['bring a'], ['connect a>a manual open']],
  ['bringing b, a down', 'job 1 is done', 'on b', ['move b', 'prepare a', 'wake 1060'], []],
  [
    'bringing b, a down',
    'job 1 failed',
    'bringing a',
    ['move nowhere', 'move nowhere', 'bring a'],
    ['connect a>a retry open'],
  ],
  ['bringing b, a carries', 'job 1 failed', 'on a', ['move a', 'wake 1010'], []],
  [
    'bringing b, a carries',
    'job 1 is done',
    'bringing a',
    ['move b', 'bring a from b'],
    ['switch b>a return open'],
  ],
  [
    'waiting, both may be tried',
    'time passes',
    'bringing b',
    ['move nowhere', 'bring b'],
    ['switch a>b retry open'],
  ],
  ['waiting for the back-off', 'time passes', 'waiting', ['wake 1010'], []],
  ['waiting for the back-off', 'manual b', 'bringing b', ['bring b'], ['switch a>b manual open']],
]

test.each(cells)('%s: %s', (state, name, phase, does, rows) => {
  expect(inWords(after(states[state], inputs[name]))).toEqual({ phase, does, rows })
})

test.each([
  ['off', names.filter((name) => name !== 'start' && name !== 'stop')],
  ['stopped', names.filter((name) => !/^(start|stop|manual)/.test(name))],
  ['on a', ['start', 'manual a', 'job 1 is done', 'job 2 is done', 'job 1 failed', 'time passes']],
  [
    'bringing b, a down',
    ['start', 'a loses its link', 'job 2 is done', 'b is prepared', 'time passes'],
  ],
] as const)('%s: nothing is done for %j', (state, quiet) => {
  const { phase } = inWords({ state: states[state], effects: [], rows: [] })
  for (const name of quiet)
    expect(inWords(after(states[state], inputs[name])), name).toEqual({ phase, does: [], rows: [] })
})

const tick = (s: number): Input => ({ kind: 'tick', at: at(s) })
const unregistered = (s: number): Input => ({
  kind: 'registration',
  at: at(s),
  slot: 'a',
  registered: false,
})
const done = (s: number, job: number, ok = true): Input => ({
  kind: 'brought',
  at: at(s),
  job,
  ok,
  phases: [],
  seen: [],
})
const loses = (slot: 'a' | 'b', s: number): Input => ({
  kind: 'link',
  at: at(s),
  slot,
  up: false,
  seen: quoted('NO CARRIER'),
})

describe('a trouble that lets something pass', () => {
  const soft = stateIn(on('a'), { a: { ...well, unregisteredSince: at(970), wellSince: null } })
  test.each([
    [
      'a standby that is ready takes over',
      soft,
      'bringing b',
      ['switch a>b registration-lost open'],
    ],
    [
      'before 60 s with the traffic nothing moves',
      { ...soft, phase: on('a', 940.001) },
      'on a',
      [],
    ],
    [
      'from 60 s on it does',
      { ...soft, phase: on('a', 940) },
      'bringing b',
      ['switch a>b registration-lost open'],
    ],
    [
      'a standby without a port does not',
      { ...soft, slots: { ...soft.slots, b: { ...well, port: false } } },
      'on a',
      ['stay a>a registration-lost done'],
    ],
    [
      'nor one that is weak itself',
      {
        ...soft,
        policy: policyWith({ triggers: { signal: { on: true, belowDbm: -118, forMs: 1000 } } }),
        slots: { ...soft.slots, b: { ...well, lowSince: at(999) } },
      },
      'on a',
      ['stay a>a registration-lost done'],
    ],
    [
      'nor one whose next attempt is still to come',
      { ...soft, slots: { ...soft.slots, b: { ...well, nextTryUs: 1_000_000_001 } } },
      'on a',
      ['stay a>a registration-lost done'],
    ],
    [
      'one that may be tried at this very moment does',
      { ...soft, slots: { ...soft.slots, b: { ...well, nextTryUs: 1_000_000_000 } } },
      'bringing b',
      ['switch a>b registration-lost open'],
    ],
    [
      'nor one beyond the moves of the hour',
      { ...soft, moves: Array.from({ length: 12 }, () => 1_000_000) },
      'on a',
      ['stay a>a registration-lost done'],
    ],
  ] as const)('%s', (_what, state: State, phase, rows) => {
    const found = inWords(after(state, tick(1000)))
    expect({ phase: found.phase, rows: found.rows }).toEqual({ phase, rows })
  })

  test('that nothing is done is said once, and once more when the trouble comes again', () => {
    const alone = stateIn(on('a'), { b: { ...well, port: false } })
    const back: Input = { kind: 'registration', at: at(200), slot: 'a', registered: true }
    const said = (...sequence: Input[]) => after(alone, ...sequence).rows.map(rowInWords)
    const first = [unregistered(100), tick(130)]
    const stay = ['stay a>a registration-lost done']
    expect(said(...first)).toEqual(stay)
    expect(said(...first, tick(131))).toEqual([])
    expect(said(...first, tick(131), tick(199))).toEqual([])
    expect(said(...first, back)).toEqual([])
    expect(said(...first, back, unregistered(300), tick(330))).toEqual(stay)
  })

  test('another trouble is said, too', () => {
    const policy = policyWith({ triggers: { signal: { on: true, belowDbm: -118, forMs: 30_000 } } })
    const alone = stateIn(on('a'), { policy, b: { ...well, port: false } })
    const low: Input = { kind: 'signal', at: at(100), slot: 'a', dbm: -119 }
    const back: Input = { kind: 'registration', at: at(131), slot: 'a', registered: true }
    const found = after(alone, unregistered(100), low, tick(130), back)
    expect(found.rows.map(rowInWords)).toEqual(['stay a>a signal-low done'])
  })

  test('says why it stays', () => {
    const reason = (state: State) => after(state, tick(1000)).rows[0]?.words
    expect(reason({ ...soft, slots: { ...soft.slots, b: { ...well, port: false } } })).toEqual({
      en: 'Registration was lost: stay on A (B is not ready).',
      ja: 'ネットワーク登録が外れました：A のまま（B の準備ができていません）。',
    })
    const moves = Array.from({ length: 12 }, () => 1_000_000)
    expect(reason({ ...soft, moves })).toEqual({
      en: 'Registration was lost: stay on A (limit of 12 moves an hour reached).',
      ja: 'ネットワーク登録が外れました：A のまま（1 時間に 12 回の上限に達しました）。',
    })
  })
})

describe('moves of an hour', () => {
  // The twelfth move is an hour old at 3610 s.
  const moves = Array.from({ length: 12 }, (_, i) => (10 + i) * 1_000_000)
  const full = stateIn(on('a', 3000), { moves })
  test.each([
    [3609.999, 'bringing a', 'connect a>a link-lost open'],
    [3610, 'bringing b', 'switch a>b link-lost open'],
  ])('the limit ends when the oldest is an hour old: at %d s', (s, phase, row) => {
    const found = inWords(after(full, loses('a', s)))
    expect(found).toMatchObject({ phase, rows: [row] })
  })
  test.each([
    [11, 'switch a>b link-lost open'],
    [12, 'connect a>a link-lost open'],
  ])('%i moves: %s', (count, row) => {
    const state = stateIn(on('a', 3000), { moves: moves.slice(0, count) })
    expect(inWords(after(state, loses('a', 3100))).rows).toEqual([row])
  })
  test('what is brought up again at the limit says so', () => {
    expect(after(full, loses('a', 3100)).rows[0]?.words.en).toBe(
      'The link was lost: connect A (limit of 12 moves an hour reached).',
    )
  })
  test('a move is counted, a connection anew is not, and what is older than an hour is forgotten', () => {
    const moved = after(
      stateIn(bringing('b', 'a'), { last: 'a', moves: [1, 3e9] }),
      done(3600.000001, 1),
    )
    expect(moved.state.moves).toEqual([3e9, 3600000001])
    const anew = after(
      stateIn(bringing('a', null), { last: 'a', moves: [1, 3e9] }),
      done(3600.000001, 1),
    )
    expect(anew.state.moves).toEqual([3e9])
  })
  test('while it waits at the limit, only the slot that had the traffic last is tried', () => {
    const full12 = { last: 'a', moves, b: lost(3000) } as const
    expect(inWords(after(stateIn(waiting, full12), tick(3100))).rows).toEqual([
      'connect a>a retry open',
    ])
    const bound = stateIn(waiting, { ...full12, a: tries(3200) })
    expect(inWords(after(bound, tick(3100)))).toEqual({
      phase: 'waiting',
      does: ['wake 3200'],
      rows: [],
    })
    const later = stateIn(waiting, { ...full12, a: tries(9000) })
    expect(inWords(after(later, tick(3100))).does).toEqual(['wake 3610'])
  })
})

describe('flaps', () => {
  // b took over at 1000 s; 600 s later it has held.
  const took = (change: Partial<State>): State => ({
    ...stateIn(on('b', 1000), { moves: [1e9], flaps: 3, a: lost(999) }),
    ...change,
  })
  test.each([
    ['left after less than 600 s', took({}), loses('b', 1599.999), 4],
    ['left after 600 s', took({}), loses('b', 1600), 0],
    ['left soon, but it had not taken over', took({ moves: [] }), loses('b', 1001), 3],
    ['left by hand', took({}), { kind: 'manual', at: at(1001), to: 'a' } as const, 3],
    ['left for the main slot', took({ slots: { a: well, b: well }, flaps: 1 }), tick(1601), 1],
  ] as const)('%s', (_what, state, input, flaps) => {
    const { state: found } = after(state, input)
    expect(found.phase.kind).toBe('bringing')
    expect(found.flaps).toBe(flaps)
  })

  const back = (ok: boolean) => {
    const state = stateIn(on('b'), { flaps: 2 })
    return after(state, tick(1200), done(1201, 1, ok)).state.flaps
  }
  test('a return that fails is one, a return that succeeds is not', () => {
    expect([back(false), back(true)]).toEqual([3, 2])
  })
  test('another attempt that fails is none', () => {
    const state = stateIn(bringing('b', 'a'), { last: 'a', flaps: 2 })
    expect(after(state, done(1, 1, false)).state.flaps).toBe(2)
  })
})

describe('the way back to the main slot', () => {
  const away = stateIn(on('b', 100), { a: { ...well, wellSince: at(1000) } })
  test.each([
    ['well for 5 min', away, 1300, 'bringing a'],
    ['well for not quite 5 min', away, 1299.999, 'on b'],
    ['after a flap 10 min are needed', { ...away, flaps: 1 }, 1599.999, 'on b'],
    ['after a flap 10 min do', { ...away, flaps: 1 }, 1600, 'bringing a'],
    ['chosen by hand, it stays', { ...away, pinned: 'b' }, 5000, 'on b'],
    ['no return is wanted', { ...away, policy: policyWith({ back: { on: false } }) }, 5000, 'on b'],
    [
      'both are equal',
      { ...away, policy: policyWith({ roles: { kind: 'equal', first: 'a' } }) },
      5000,
      'on b',
    ],
    [
      'the main slot is b',
      { ...away, policy: policyWith({ roles: { kind: 'main', main: 'b' } }) },
      5000,
      'on b',
    ],
    [
      'beyond the moves of the hour',
      { ...away, moves: Array.from({ length: 12 }, () => 1e9) },
      1300,
      'on b',
    ],
    [
      'its next attempt is still to come',
      { ...away, slots: { ...away.slots, a: { ...away.slots.a, nextTryUs: 1_300_000_001 } } },
      1300,
      'on b',
    ],
    [
      'it is not well',
      {
        ...away,
        slots: { ...away.slots, a: { ...well, wellSince: null, link: false, preparing: true } },
      },
      5000,
      'on b',
    ],
  ] as const)('%s', (_what, state: State, s, phase) => {
    expect(inWords(after(state, tick(s))).phase).toBe(phase)
  })

  test('says how long it was well, or rested where it was off', () => {
    const evidence = (state: State) => after(state, tick(1300.4)).rows[0]?.evidence
    expect(evidence(away)).toEqual([{ en: 'A well for 300 s', ja: 'A は 300 秒間正常' }])
    expect(evidence({ ...away, policy: policyWith({ mode: 'cold' }) })).toEqual([
      { en: 'A rested 300 s', ja: 'A は 300 秒停止' },
    ])
  })

  test('a slot chosen by hand is kept until it fails', () => {
    const pinned = after(away, { kind: 'manual', at: at(1100), to: 'b' })
    expect(pinned.state.pinned).toBe('b')
    expect(after(pinned.state, loses('b', 1200), done(1210, 1)).state.pinned).toBe(null)
    const chosen = after(stateIn(on('a')), { kind: 'manual', at: at(10), to: 'b' }, done(11, 1))
    expect(chosen.state.pinned).toBe('b')
    expect(
      after(chosen.state, loses('b', 20), done(21, 2), loses('a', 700), done(701, 3)).state.pinned,
    ).toBe(null)
  })
})

describe('attempts that fail', () => {
  test('each waits twice as long as the one before, for each slot', () => {
    let { state } = after(
      stateIn(waiting, { last: 'a', a: lost(0), b: { ...lost(0), port: false } }),
      tick(0),
    )
    const waits: number[] = []
    let s = 0
    for (let job = 1; job <= 8; job++) {
      state = after(state, done(s, job, false)).state
      waits.push(state.slots.a.nextTryUs / 1e6 - s)
      s = state.slots.a.nextTryUs / 1e6
      state = after(state, tick(s)).state
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 600, 600])
    expect(state.slots.a.failures).toBe(8)
    expect(after(state, done(s, 9)).state.slots.a).toMatchObject({ failures: 0, nextTryUs: 0 })
  })

  const policy = policyWith({ retry: { tries: 3 } })
  const third = stateIn(bringing('a', null), {
    policy,
    last: 'a',
    attempts: 2,
    a: lost(0),
    b: lost(0),
  })
  test('the last one allowed stops and calls a person', () => {
    const found = after(third, done(5, 1, false))
    expect(inWords(found)).toEqual({
      phase: 'stopped',
      does: ['move nowhere', 'call'],
      rows: ['stop a>- retry done'],
    })
    const reason = { en: '3 attempts in a row failed', ja: '3 回続けて失敗' }
    const words = {
      en: 'Another attempt: stop and call (3 attempts in a row failed).',
      ja: '再試行：停止して人を呼ぶ（3 回続けて失敗）。',
    }
    expect(found.rows[0]).toMatchObject({ evidence: [reason], words, ms: 0 })
    expect(found.state.phase).toEqual({ kind: 'stopped', words })
    expect(found.effects[1]).toEqual({ do: 'call', words })
    const seen = after(third, {
      kind: 'brought',
      at: at(5),
      job: 1,
      ok: false,
      phases: [],
      seen: [quoted('+CPIN')],
    })
    expect(seen.rows[0]?.evidence).toEqual(['+CPIN'])
  })
  test.each([
    ['the one before it does not', { ...third, attempts: 1 }],
    ['nor any where it tries for ever', { ...third, policy: policyWith({}), attempts: 99 }],
  ])('%s', (_what, state) => {
    expect(inWords(after(state, done(5, 1, false))).does).not.toContain('call')
  })
  test('what is tried next tells why, and the number of the attempt', () => {
    const found = after(third, done(5, 1, false)).state
    expect(found.attempts).toBe(3)
    const again = after({ ...third, attempts: 0 }, done(5, 1, false))
    expect(again.rows[0]?.evidence).toEqual([
      { en: 'A could not be connected', ja: 'A を接続できません' },
      { en: 'attempt 2', ja: '2 回目の試行' },
    ])
  })
  test('the slot with fewer failures is tried first, the other one where they are equal', () => {
    const tried = (a: number, b: number) => {
      const views = { a: { ...lost(0), failures: a }, b: { ...lost(0), failures: b } }
      return inWords(after(stateIn(waiting, { last: 'a', ...views }), tick(1))).phase
    }
    expect([tried(1, 1), tried(1, 2), tried(2, 1)]).toEqual([
      'bringing b',
      'bringing a',
      'bringing b',
    ])
  })
})

describe('modes', () => {
  const cold = policyWith({ mode: 'cold' })
  const warm = policyWith({ mode: 'warm' })
  test('cold puts the other slot out first, whatever came before', () => {
    const off = stateIn({ kind: 'off' }, { policy: cold })
    expect(inWords(after(off, tick(0), { kind: 'start', at: at(0) })).does).toEqual([
      'bring a from b',
    ])
    const state = stateIn(on('a'), { policy: cold })
    expect(inWords(after(state, loses('a', 100))).does).toEqual(['move nowhere', 'bring b from a'])
  })
  test('cold never prepares, and counts the rest of a slot from the move', () => {
    const state = stateIn(bringing('b', 'a'), { policy: cold, last: 'a', a: lost(0) })
    const found = after(state, done(50, 1))
    expect(inWords(found).does).toEqual(['move b', 'wake 110'])
    expect(found.state.slots.a).toMatchObject({ wellSince: at(50), link: false, lost: null })
  })
  test('cold tries a slot whose port is gone, since its modem is off; others do not', () => {
    const without = { a: lost(0), b: { ...lost(0), port: false } }
    const does = (policy: State['policy']) =>
      inWords(after(stateIn(waiting, { policy, last: 'a', ...without }), tick(1))).phase
    expect([does(cold), does(warm)]).toEqual(['bringing b', 'bringing a'])
  })
  test('cold counts its rest anew after an attempt that failed', () => {
    const state = stateIn(bringing('a', 'b'), {
      policy: cold,
      last: 'b',
      a: { ...well, wellSince: at(0) },
    })
    expect(after(state, done(70, 1, false)).state.slots.a.wellSince).toEqual(at(70))
    expect(after({ ...state, policy: warm }, done(70, 1, false)).state.slots.a.wellSince).toEqual(
      at(0),
    )
  })
  test('warm ends the call of the slot that is left, hot does not', () => {
    const does = (policy: State['policy'], from: 'a' | 'b' | null) =>
      inWords(after(stateIn(bringing('b', from), { policy, last: 'a' }), done(1, 1))).does
    expect(does(warm, 'a')).toContain('release a')
    expect(does(policyWith({}), 'a')).not.toContain('release a')
    expect(does(warm, null)).not.toContain('release a')
    expect(does(warm, 'b')).not.toContain('release b')
  })
  test('warm prepares what is not registered', () => {
    const b = { ...lost(0), registered: false }
    const does = (view: typeof b | typeof well) =>
      inWords(after(stateIn(on('a'), { policy: warm, b: view }), tick(1000))).does
    expect(does(b)).toEqual(['prepare b'])
    expect(does({ ...well, link: false })).toEqual([])
  })
})

describe('a standby is made ready', () => {
  const dead = [1, 2, 3].map((s) => ({ at: at(s), ok: false, seen: quoted('no answer') }))
  const does = (b: typeof well) => inWords(after(stateIn(on('a', 900), { b }), tick(1000))).does
  test.each([
    ['down', lost(1), ['prepare b']],
    [
      'up, but it carries nothing: anew',
      { ...well, health: dead, wellSince: null },
      ['prepare b, fresh'],
    ],
    ['under way already', { ...lost(1), preparing: true }, []],
    ['its next attempt is to come', { ...lost(1), nextTryUs: 1_000_000_001 }, ['wake 1000.000001']],
    ['its next attempt is now', { ...lost(1), nextTryUs: 1_000_000_000 }, ['prepare b']],
    ['without a port', { ...lost(1), port: false }, []],
  ])('%s', (_what, view, expected) => {
    expect(does(view)).toEqual(expected)
  })
  const preparing = stateIn(on('a', 900), { b: { ...lost(1), failures: 2, preparing: true } })
  const prepared = (ok: boolean): Input => ({ kind: 'prepared', at: now, slot: 'b', ok, seen: [] })
  test('and is then well', () => {
    expect(after(preparing, prepared(true)).state.slots.b).toMatchObject({
      preparing: false,
      link: true,
      lost: null,
      health: [],
      failures: 0,
      nextTryUs: 0,
      registered: true,
      unregisteredSince: null,
      wellSince: now,
    })
  })
  test('in warm mode it has no link then', () => {
    const warm = { ...preparing, policy: policyWith({ mode: 'warm' }) }
    expect(after(warm, prepared(true)).state.slots.b).toMatchObject({ link: false, wellSince: now })
  })
  test('or is tried again after its back-off', () => {
    const found = after(preparing, prepared(false))
    expect(found.state.slots.b).toMatchObject({
      preparing: false,
      failures: 3,
      nextTryUs: 1_040_000_000,
    })
    expect(inWords(found).does).toEqual(['wake 1040'])
  })
})

describe('when it wants to be called again', () => {
  test.each([
    ['the end of the hold', stateIn(on('b', 0), { a: { ...well, wellSince: at(900) } }), 1200],
    ['the time a new slot keeps the traffic', stateIn(on('a', 950)), 1010],
    [
      'a registration that is about to be a trouble',
      stateIn(on('a'), { a: { ...well, unregisteredSince: at(980) } }),
      1010,
    ],
    ['the oldest move is an hour old', stateIn(on('a'), { moves: [5e8, 6e8] }), 4100],
  ] as const)('%s', (_what, state, s) => {
    expect(inWords(after(state, tick(1000))).does).toEqual([`wake ${s}`])
  })
})

describe('a decision', () => {
  test('tells from the first sign to the last octet', () => {
    const first = after(stateIn(on('a'), { decisions: 7, jobs: 4 }), {
      kind: 'link',
      at: at(1000),
      slot: 'a',
      up: false,
      seen: quoted('NO CARRIER'),
    })
    expect(first.rows).toEqual([
      {
        id: 8,
        kind: 'switch',
        atMs: 1_000_000,
        monoUs: 1_000_000_000,
        from: 'a',
        to: 'b',
        trigger: 'link-lost',
        evidence: ['NO CARRIER'],
        result: 'open',
        phases: [{ phase: 'detect', ms: 0 }],
        seen: [],
        ms: null,
        words: { en: 'The link was lost: A → B.', ja: 'リンクが切れました：A → B へ切り替え。' },
      },
    ])
    const phases = [{ phase: 'first byte', ms: 61 }] as const
    const last = after(first.state, {
      kind: 'brought',
      at: at(1000.25),
      job: 5,
      ok: true,
      phases,
      seen: [quoted('PONG')],
    })
    expect(last.rows[0]).toMatchObject({
      id: 8,
      result: 'done',
      ms: 250,
      seen: [quoted('PONG')],
      phases: [
        { phase: 'detect', ms: 0 },
        { phase: 'first byte', ms: 61 },
      ],
    })
    expect(last.state.open).toBe(null)
  })
  test('takes the time since the first sign', () => {
    const checks = [980, 990, 1000].map((s) => ({
      at: at(s),
      ok: false,
      seen: quoted(`no answer at ${s}`),
    }))
    const found = after(stateIn(on('a'), { a: { ...well, health: checks } }), tick(1000))
    expect(found.rows[0]?.phases).toEqual([{ phase: 'detect', ms: 20_000 }])
    expect(found.rows[0]?.trigger).toBe('health-failed')
  })
  test.each([
    ['stop', 'stopped by hand', '手動で停止', 1],
    ['manual a', 'overridden by hand', '手動の切り替えで上書き', 2],
  ] as const)('under way ends by %s', (name, en, ja, count) => {
    const open = after(stateIn(on('a')), loses('a', 990)).state
    const { rows, state } = after(open, inputs[name])
    expect(rows).toHaveLength(count)
    expect(rows[0]).toMatchObject({ result: 'failed', seen: [{ en, ja }], ms: 10_000 })
    expect(rows[0]?.phases).toEqual([{ phase: 'detect', ms: 0 }])
    if (name === 'stop') expect(state).toMatchObject({ open: null, staying: null })
  })
  test.each([
    ['hot', 'A is first, hot', '最初は A（ホット）'],
    ['warm', 'A is first, warm', '最初は A（ウォーム）'],
    ['cold', 'A is first, cold', '最初は A（コールド）'],
  ] as const)('to start in %s mode says who is first', (mode, en, ja) => {
    const off = stateIn({ kind: 'off' }, { policy: policyWith({ mode }), attempts: 5 })
    const found = after(off, { kind: 'start', at: at(0) })
    expect(found.rows[0]?.evidence).toEqual([{ en, ja }])
    expect(found.state.attempts).toBe(0)
  })
  test('by hand says who was chosen, and tries it at once', () => {
    const b = { ...lost(0), failures: 4, nextTryUs: 9e9 }
    const found = after(stateIn(on('a'), { b, attempts: 3 }), inputs['manual b'])
    expect(found.rows[0]?.evidence).toEqual([{ en: 'B was chosen by hand', ja: 'B を手動で選択' }])
    expect(found.state.slots.b.nextTryUs).toBe(0)
    expect(found.state.attempts).toBe(0)
  })
})

describe('at the edges', () => {
  const later = { ...lost(900), nextTryUs: 2_000_000_000 }
  const noPort = { ...well, port: false }
  const dead = [1, 2, 3].map((s) => ({ at: at(s), ok: false, seen: quoted('no answer') }))
  test('a link that is lost while neither may be tried is waited out', () => {
    const b = { ...later, nextTryUs: 3_000_000_000 }
    const found = after(
      stateIn(on('a'), { a: { ...well, nextTryUs: 2_000_000_000 }, b }),
      loses('a', 1000),
    )
    expect(inWords(found)).toEqual({
      phase: 'waiting',
      does: ['move nowhere', 'wake 2000'],
      rows: [],
    })
    expect(found.state.phase).toEqual({ kind: 'waiting', why: ['NO CARRIER'] })
  })
  test('a slot that is connected anew is put out by nobody', () => {
    expect(inWords(after(stateIn(on('a'), { b: noPort }), loses('a', 1000)))).toEqual({
      phase: 'bringing a',
      does: ['move nowhere', 'bring a'],
      rows: ['connect a>a link-lost open'],
    })
  })
  test.each(['hot', 'warm'] as const)(
    '%s: a link that stands and carries nothing is ended first',
    (mode) => {
      const state = stateIn(on('a'), { policy: policyWith({ mode }), b: { ...well, health: dead } })
      expect(inWords(after(state, loses('a', 1000))).does).toContain('bring b from a, fresh')
    },
  )
  test('a standby that is brought up is not being prepared any more', () => {
    const { state } = after(
      stateIn(on('a'), { b: { ...later, nextTryUs: 0, preparing: true } }),
      loses('a', 1000),
    )
    expect(state.slots.b.preparing).toBe(false)
    const b = { ...later, preparing: true, health: dead }
    const brought = after(stateIn(bringing('b', 'a'), { last: 'a', a: later, b }), done(1000, 1))
    expect(brought.state.slots.b).toMatchObject({
      preparing: false,
      health: [],
      failures: 0,
      nextTryUs: 0,
    })
  })
  test('a standby is being prepared until it is said to be', () => {
    const asked = after(stateIn(on('a', 900), { b: lost(1) }), tick(1000))
    expect(asked.state.slots.b.preparing).toBe(true)
    expect(inWords(after(asked.state, tick(1001))).does).toEqual([])
    const nobody = after(stateIn(on('a')), {
      kind: 'prepared',
      at: now,
      slot: 'b',
      ok: false,
      seen: [],
    })
    expect(nobody.state.slots.b.failures).toBe(0)
  })
  test('an attempt that failed is told as such, and what was seen leads to the next', () => {
    const open = after(stateIn(on('a')), loses('a', 990)).state
    const found = after(open, inputs['job 1 failed'])
    expect(found.rows.map(rowInWords)).toEqual([
      'switch a>b link-lost failed',
      'connect a>a retry open',
    ])
    expect(found.rows[1]?.evidence).toEqual(['+CPIN', { en: 'attempt 2', ja: '2 回目の試行' }])
  })
  test('the first connection is no move', () => {
    const off = stateIn({ kind: 'off' })
    const found = after(off, { kind: 'start', at: at(0) }, done(5, 1))
    expect([found.state.moves, found.state.last]).toEqual([[], 'a'])
    expect(after(off, { kind: 'start', at: at(0) }).rows[0]?.words.ja).toBe(
      '切り替え制御を開始：A を接続。',
    )
  })
  test('one that was chosen by hand stays chosen when it is connected anew', () => {
    const state = stateIn(bringing('b', null), { last: 'b', pinned: 'b' })
    expect(after(state, done(1000, 1)).state.pinned).toBe('b')
  })
  test('a slot that was to be connected anew carries nothing when that failed', () => {
    expect(
      inWords(after(stateIn(bringing('a', 'a'), { last: 'a' }), done(1000, 1, false))).phase,
    ).toBe('bringing b')
  })
  test('who never had the traffic is tried after the other', () => {
    expect(inWords(after(stateIn(waiting, { a: lost(0), b: lost(0) }), tick(1))).phase).toBe(
      'bringing b',
    )
  })
})
