import { describe, expect, test } from 'vitest'
import { eventsOf, type BenchEvent } from '@bench/events'
import { emptySlot } from '@bench/slot/slot-values'
import { idleNet } from '@core/ip/net-state'
import type { KnownFact } from '@core/modem/known-fact'
import type { PortState } from '@core/modem/port-state'
import type { SlotState } from '@contract'
import { isRegistered } from '@core/registered'
import { utf8Bytes } from '@core/utf8'
import { benchFixture } from '../support/bench-fixture'
import { MemoryPort } from '../support/memory-port'

const poll = { on: false, intervalMs: 10_000, commands: [], refused: [] }
const empty = emptySlot('a', { net: idleNet, poll })
const fact = (key: string, value: string | number, more: Partial<KnownFact> = {}): KnownFact => ({
  key,
  group: 'network',
  label: { en: key, ja: key },
  value: String(value),
  ...(typeof value === 'number' ? { number: value } : {}),
  atMs: 0,
  ...more,
})
const port: PortState = { path: 'p', label: 'p', baudRate: 115200, state: 'open' }
const lines = (dcd: boolean) => ({ dtr: true, rts: true, cts: true, dsr: true, dcd, ri: false })
const kinds = (events: readonly BenchEvent[]) => events.map((event) => event.kind)

describe('what a change of a slot means', () => {
  test('nothing, when nothing changed that anybody decides by', () => {
    expect(eventsOf(empty, { ...empty, inFlight: { command: 'AT', sinceMs: 0 } })).toEqual([])
  })

  test('a port that answers no more: an alert may wait for it', () => {
    expect(eventsOf(empty, { ...empty, unresponsive: true })).toEqual([
      { slot: 'a', kind: 'answering', on: false },
    ])
  })

  test('a port that vanishes in a call: port, carrier, mode and link, in this order', () => {
    const ip = { address: '10.0.0.2' } as NonNullable<SlotState['ip']>
    const before: SlotState = { ...empty, port: { ...port, lines: lines(true) }, mode: 'data', ip }
    const now: SlotState = { ...before, port: { ...port, state: 'gone' }, mode: 'closed', ip: null }
    expect(kinds(eventsOf(before, now))).toEqual(['port', 'carrier', 'mode', 'link'])
  })

  test.each([
    ['1', 1, true],
    ['5', 5, true],
    ['0', 0, false],
    ['2', 2, false],
    ['3', 3, false],
    ['6', 6, false],
    ['8', 8, false],
  ] as const)('<stat> %s', (_, stat, registered) => {
    const now = { ...empty, facts: [fact('registration', stat)] }
    expect(eventsOf(empty, now)).toContainEqual({
      slot: 'a',
      kind: 'registration',
      stat,
      registered,
      words: { en: String(stat), ja: String(stat) },
    })
    expect(isRegistered(stat)).toBe(registered)
  })

  test('the same registration read again is a fresh fact and no change', () => {
    const before = { ...empty, facts: [fact('registration', 1)] }
    const again = fact('registration', 1, { atMs: 5 })
    expect(eventsOf(before, { ...before, facts: [again] })).toEqual([
      { slot: 'a', kind: 'facts', facts: [again], fresh: [again] },
    ])
  })

  test('a fact that went stale is not known any more', () => {
    const facts = [fact('registration', 1), fact('rsrp', -90), fact('sim', 'READY')]
    const before = { ...empty, facts }
    const now = { ...empty, facts: facts.map((one) => ({ ...one, stale: true })) }
    const [, ...rest] = eventsOf(before, now)
    expect(rest).toEqual([
      {
        slot: 'a',
        kind: 'registration',
        stat: null,
        registered: null,
        words: { en: 'not known', ja: '不明' },
      },
      { slot: 'a', kind: 'sim', code: null },
      { slot: 'a', kind: 'signal', dbm: null },
    ])
  })

  test('RSRP goes before RSCP', () => {
    const now = { ...empty, facts: [fact('rscp', -80), fact('rsrp', -95)] }
    expect(eventsOf(empty, now)).toContainEqual({ slot: 'a', kind: 'signal', dbm: -95 })
  })
})

describe('under a burst that no window can draw', () => {
  const line = (text: string) => utf8Bytes(`\r\n${text}\r\n`)

  async function opened() {
    const port = new MemoryPort()
    const fixture = await benchFixture(1, {}, { openPort: async () => port })
    await fixture.ask('port.open', { slot: 'a', path: '/dev/ttyUSB2' })
    await fixture.clock.advance(1000)
    return { port, ...fixture }
  }

  test('a fault in one read with 500 other lines is marked, and each measure is a sample', async () => {
    const { bench, port, clock, events, end } = await opened()
    const signals = Array.from({ length: 500 }, (_, i) => `\r\n+CSQ: ${i % 32},99\r\n`)
    port.deliver(utf8Bytes(`\r\n+CPIN: NOT INSERTED\r\n${signals.join('')}`))
    await clock.advance(1000)
    const rows = events.flatMap((event) => (event.name === 'rows' ? [event.value] : []))
    expect(rows.some(({ behind }) => behind.a > 0)).toBe(true)
    expect(bench.marks.marks.events.filter(({ kind }) => kind === 'fault')).toHaveLength(1)
    expect(bench.signals.since()).toHaveLength(500)
    await end()
  })

  test('300 signal lines in a second are at most 60 messages', async () => {
    const { bench, port, clock, end } = await opened()
    let messages = 0
    const stop = bench.onEvents(() => messages++)
    for (let i = 0; i < 300; i++) {
      port.deliver(line(`+CSQ: ${i % 32},99`))
      await clock.advance(1000 / 300)
    }
    stop()
    expect(messages).toBeGreaterThan(10)
    expect(messages).toBeLessThanOrEqual(60)
    await end()
  })
})
