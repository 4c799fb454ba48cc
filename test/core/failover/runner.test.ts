import { describe, expect, test } from 'vitest'
import type { Decision } from '@core/failover/decision'
import { Failover } from '@core/failover/runner'
import type { SlotName } from '@core/modem/slot-names'
import { seenIn } from '@core/words'
import { ModelSlot } from '../../support/failover-slots'
import { ManualClock } from '../../support/manual-clock'
import { policyWith, rowInWords } from './in-words'

/** A failover of two slots that obey, with what it told. */
function model(change: Parameters<typeof policyWith>[0] = {}) {
  const clock = new ManualClock()
  const a = new ModelSlot('a', clock)
  const b = new ModelSlot('b', clock)
  const told = {
    moves: [] as (SlotName | null)[],
    rows: [] as Decision[],
    probes: [] as string[],
    calls: [] as string[],
    defects: [] as unknown[],
    changes: 0,
  }
  const failover = new Failover({
    slots: { a, b },
    policy: policyWith(change),
    clock,
    onMove: (to) => told.moves.push(to),
    onDecision: (row) => told.rows.push(row),
    onChange: () => told.changes++,
    onCall: (words) => told.calls.push(words.en),
    onProbe: (slot, ms) => told.probes.push(`${slot} ${ms}`),
    report: (error) => told.defects.push(error),
  })
  const started = async (ms = 20_000) => {
    failover.start()
    await clock.advance(ms)
  }
  return { clock, a, b, told, failover, started }
}
const rows = (decisions: readonly Decision[]) => decisions.map(rowInWords)

describe('a failover', () => {
  test('connects the main slot and makes the other ready', async () => {
    const { failover, told, started, a, b } = model()
    expect([failover.running, failover.active]).toEqual([false, null])
    await started()
    expect([failover.running, failover.active]).toEqual([true, 'a'])
    expect([told.moves, a.link, b.link]).toEqual([['a'], true, true])
    expect(rows(told.rows)).toEqual(['connect ->a start open', 'connect ->a start done'])
    // The same decision again: kept once, with its result.
    expect(rows(failover.decisions)).toEqual(['connect ->a start done'])
    expect(failover.view({ proxyPort: 1080 })).toMatchObject({ active: 'a', proxyPort: 1080 })
    expect(told.changes).toBeGreaterThan(2)
    expect(told.defects).toEqual([])
  })
  test('in warm mode only attaches the other', async () => {
    const { started, b, failover } = model({ mode: 'warm' })
    let attached = 0
    const attach = b.attach.bind(b)
    b.attach = (signal) => (attached++, attach(signal))
    await started()
    expect([failover.active, b.link, attached]).toEqual(['a', false, 1])
  })
  test('started twice runs once', async () => {
    const { failover, started, told } = model()
    await started()
    failover.start()
    failover.start()
    expect(told.moves).toEqual(['a'])
    expect(failover.decisions).toHaveLength(1)
  })
  test('moves when the link is lost, on what the modem said', async () => {
    const { started, a, clock, failover, told } = model()
    await started()
    a.outage = true
    a.lose('NO CARRIER')
    await clock.advance(5_000)
    expect(failover.active).toBe('b')
    const last = failover.decisions.find(({ trigger }) => trigger === 'link-lost')
    expect(last && rows([last])).toEqual(['switch a>b link-lost done'])
    expect(last?.evidence.map((seen) => seenIn(seen, 'en'))).toEqual(['NO CARRIER'])
    expect(told.moves.at(-1)).toBe('b')
  })
  test('moves by hand', async () => {
    const { started, clock, failover } = model()
    await started()
    failover.manual('b')
    await clock.advance(5_000)
    expect(failover.active).toBe('b')
  })
  test('begins with a link that stands and a port that is gone', async () => {
    const { started, a, b, clock, failover } = model()
    await clock.until(b.connect(new AbortController().signal))
    a.unplug()
    await started(30_000)
    expect(failover.machine.slots.a.lost?.seen).toEqual({
      en: 'The port is not open.',
      ja: 'ポートが開いていません。',
    })
    expect([failover.active, b.attaches]).toEqual(['b', 1])
  })
})

describe('stopped', () => {
  test('it leaves the links and does nothing more', async () => {
    const { started, failover, told, a, b, clock } = model()
    await started()
    await clock.until(failover.stop())
    expect([failover.running, failover.active, a.link, b.link]).toEqual([false, null, true, true])
    const before = told.probes.length
    a.lose()
    await clock.advance(60_000)
    expect([told.probes.length, a.link, told.moves]).toEqual([before, false, ['a', null]])
    expect(clock.pending).toBe(0)
  })
  test('it gives up a call that is under way, and can be started again', async () => {
    const { failover, clock, started, told } = model()
    failover.start()
    await clock.advance(1_000)
    await clock.until(failover.stop())
    expect(failover.active).toBeNull()
    await started()
    expect(failover.active).toBe('a')
    expect(told.probes.length).toBeGreaterThan(0)
    expect(told.defects).toEqual([])
  })
  test('a check that was under way tells nothing', async () => {
    const { started, failover, a, told, clock } = model()
    await started()
    a.dead = true
    await clock.advance(11_000)
    const before = told.probes.length
    const { decisions } = failover
    await clock.until(failover.stop())
    await clock.advance(10_000)
    expect([told.probes.length, failover.decisions]).toEqual([before, decisions])
  })
})

describe('checks', () => {
  test.each([
    ['hot', ['a 60', 'b 60']],
    ['warm', ['a 60']],
  ] as const)('in %s mode: what has traffic, and a standby with a link', async (mode, who) => {
    const { started, told, clock } = model({ mode })
    await started(9_000)
    told.probes.length = 0
    await clock.advance(10_000)
    expect(told.probes.toSorted()).toEqual(who)
  })
  test('every 10 s', async () => {
    const { started, told, clock } = model({ mode: 'warm' })
    await started(9_000)
    told.probes.length = 0
    await clock.advance(60_000)
    expect(told.probes).toHaveLength(6)
  })
  test('none where they are off', async () => {
    const { health } = policyWith({}).triggers
    const { started, told } = model({ triggers: { health: { ...health, on: false } } })
    await started(60_000)
    expect(told.probes).toEqual([])
  })
  test('say how long nothing came back', async () => {
    const { started, a, clock, failover, told } = model({ mode: 'warm' })
    await started(9_000)
    a.dead = true
    await clock.advance(45_000)
    expect(told.probes).toContain('a null')
    const switched = failover.decisions.find(({ trigger }) => trigger === 'health-failed')
    const seen = switched?.evidence.at(-1)
    expect(seen && [seenIn(seen, 'en'), seenIn(seen, 'ja')]).toEqual([
      expect.stringMatching(/pong\.soracom\.io.* \(5000 ms\)$/),
      expect.stringMatching(/（5000 ms）$/),
    ])
  })
})

describe('what goes wrong', () => {
  test('a call that takes longer than the limit is given up, and says so', async () => {
    const { started, a, b, clock, failover } = model()
    a.connectMs = 500_000
    await started(179_000)
    expect(failover.active).toBeNull()
    await clock.advance(10_000)
    const [first] = failover.decisions
    expect(first && rows([first])).toEqual(['connect ->a start failed'])
    expect(first?.seen.map((seen) => seenIn(seen, 'en')).join()).toContain('180 s')
    expect([failover.active, b.link]).toEqual(['b', true])
  })
  test('a defect is reported, and the other slot is tried', async () => {
    const { started, a, told, failover } = model()
    const defect = new TypeError('defect')
    a.connect = () => Promise.reject(defect)
    await started()
    expect(told.defects).toContain(defect)
    expect(failover.active).toBe('b')
  })
  test('nobody is told of a fault of a modem as of a defect', async () => {
    const { started, a, told } = model()
    a.outage = true
    await started()
    expect(told.defects).toEqual([])
  })
  test('after so many attempts it calls', async () => {
    const { started, a, b, told, failover } = model({ retry: { tries: 2 } })
    a.outage = true
    b.outage = true
    await started(600_000)
    expect(told.calls).toHaveLength(1)
    expect(failover.machine.phase.kind).toBe('stopped')
    failover.start()
    expect(failover.machine.phase.kind).toBe('bringing')
  })
  test('a standby that cannot be made ready is tried again', async () => {
    const { started, b, clock, failover } = model()
    b.outage = true
    await started(60_000)
    expect(failover.machine.slots.b.failures).toBeGreaterThan(1)
    b.outage = false
    await clock.advance(120_000)
    expect([b.link, failover.machine.slots.b.failures]).toEqual([true, 0])
  })
})

describe('by the clock alone', () => {
  const { health } = policyWith({}).triggers
  const unchecked = { triggers: { health: { ...health, on: false } } }
  test('it tries again when the wait is over', async () => {
    const { started, a, b, clock, failover } = model(unchecked)
    a.outage = true
    b.outage = true
    await started(19_000)
    expect([failover.active, a.connects.length]).toEqual([null, 2])
    a.outage = false
    b.outage = false
    await clock.advance(60_000)
    expect(failover.active).not.toBeNull()
    await clock.until(failover.stop())
    expect(clock.pending).toBe(0)
  })
  test('it returns to the main slot after five minutes', async () => {
    const { started, a, clock, failover, told } = model(unchecked)
    await started()
    a.outage = true
    a.lose()
    await clock.advance(30_000)
    a.outage = false
    await clock.advance(600_000)
    expect([failover.active, told.moves]).toEqual(['a', ['a', null, 'b', 'a']])
  })
})

describe('a switch by hand', () => {
  test('in cold mode powers off what is left', async () => {
    const { started, a, b, clock, failover } = model({ mode: 'cold' })
    await started(60_000)
    expect([failover.active, a.powered]).toEqual(['a', true])
    failover.manual('b')
    await clock.advance(60_000)
    expect([failover.active, a.powered, b.powered]).toEqual(['b', false, true])
  })
  test('in warm mode ends the call of what is left', async () => {
    const { started, a, b, clock, failover } = model({ mode: 'warm' })
    await started()
    failover.manual('b')
    await clock.advance(20_000)
    expect([failover.active, a.link, b.link]).toEqual(['b', false, true])
  })
})

test('nobody has to listen', async () => {
  const clock = new ManualClock()
  const slots = { a: new ModelSlot('a', clock), b: new ModelSlot('b', clock) }
  const policy = policyWith({ retry: { tries: 1 } })
  const report = (error: unknown) => expect.unreachable(String(error))
  const failover = new Failover({ slots, policy, clock, report })
  failover.start()
  await clock.advance(30_000)
  expect(failover.active).toBe('a')
  slots.a.outage = true
  slots.b.outage = true
  slots.a.lose()
  slots.b.lose()
  await clock.advance(600_000)
  expect(failover.machine.phase.kind).toBe('stopped')
})
