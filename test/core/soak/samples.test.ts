import { expect, test } from 'vitest'
import type { SlotFacts } from '@core/failover/slots'
import { Samples } from '@core/soak/samples'

const facts = (more: Partial<SlotFacts>): SlotFacts => ({
  ...{ port: true, link: true, registered: true, dbm: -79, cell: 'LTE 7', operator: '44010' },
  ...{ address: '10.0.0.2', bytes: { rx: 0, tx: 0 }, attaches: 0, ...more },
})

test('a sample has the octets and attaches since the one before, and none of before the run', () => {
  const now = { a: facts({ bytes: { rx: 500, tx: 100 }, attaches: 2 }), b: facts({}) }
  const samples = new Samples((slot) => now[slot])
  samples.begin()
  now.a = facts({ bytes: { rx: 800, tx: 150 }, attaches: 3 })
  expect(samples.take(1_000)).toMatchObject([
    { k: 'sample', ms: 1_000, slot: 'a', rx: 300, tx: 50, attaches: 1, dbm: -79, cell: 'LTE 7' },
    { k: 'sample', ms: 1_000, slot: 'b', rx: 0, tx: 0, attaches: 0 },
  ])
  expect(samples.take(2_000)[0]).toMatchObject({ rx: 0, tx: 0, attaches: 0 })
})

test('probes are counted whether or not they were answered, each slot’s own, once', () => {
  const samples = new Samples(() => facts({}))
  samples.probed('a', 40)
  samples.probed('a', null)
  samples.probed('b', 70)
  expect(samples.take(1_000)).toMatchObject([
    { slot: 'a', probes: 2, rttMs: [40] },
    { slot: 'b', probes: 1, rttMs: [70] },
  ])
  expect(samples.take(2_000)).toMatchObject([
    { probes: 0, rttMs: [] },
    { probes: 0, rttMs: [] },
  ])
})
