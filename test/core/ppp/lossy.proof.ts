import { between, seededChance } from '@core/ports/chance'
import { expect, test } from 'vitest'
import type { ManualClock } from '../../support/manual-clock'
import { lastDown, linkPair } from './link-pair'
import { cases } from '../../support/proofs'

/** How bad a line is, by seed: from clean to hopeless. */
function carryOf(seed: number, clock: ManualClock) {
  const chance = seededChance(seed)
  const badness = [0, 0.05, 0.15, 0.3, 0.6][seed % 5] ?? 0
  return (bytes: Uint8Array, deliver: (bytes: Uint8Array) => void) => {
    if (chance.next() < badness / 2) return
    const copy = bytes.slice()
    if (chance.next() < badness / 2) {
      const at = between(chance, 0, copy.length - 1)
      copy[at] = (copy[at] ?? 0) ^ (1 << between(chance, 0, 7))
    }
    const late = chance.next() < badness ? between(chance, 10, 2_000) : 10
    clock.schedule(late, () => deliver(copy))
    if (chance.next() < badness / 3) clock.schedule(late + 50, () => deliver(copy.slice()))
  }
}

const verdicts = new Set([
  'link-no-lcp',
  'link-lcp-loops',
  'link-noise',
  'link-fcs-errors',
  'link-auth-no-answer',
  'link-auth-ended',
  'link-no-ipcp',
  'link-ipcp-loops',
  'link-terminated-by-peer',
  'link-down',
])

const lines = cases(1000)

test(`${lines} lines from clean to hopeless: the link comes up or says why not`, async () => {
  const outcome = { open: 0, failed: 0 }
  for (let seed = 0; seed < lines; seed++) {
    const pair = linkPair({
      seed,
      carry: (clock) => carryOf(seed, clock),
      server: { require: (['pap', 'chap', 'none'] as const)[seed % 3] ?? 'none' },
      client: { echoIntervalMs: 0 },
    })
    pair.server.open()
    pair.client.open()
    // A hopeless line may come up and fall again; what counts is what it comes to first.
    const settled = () => pair.clientEvents.some(({ kind }) => kind === 'up' || kind === 'down')
    for (let second = 0; second < 200 && !settled(); second++) await pair.clock.advance(1_000)
    const up = pair.clientEvents.some(({ kind }) => kind === 'up')
    if (up) outcome.open++
    else {
      outcome.failed++
      expect(verdicts, `seed ${seed}`).toContain(lastDown(pair.clientEvents)?.code)
    }
    // A clean line has no excuse, and neither has one that loses or spoils every seventh frame.
    if (seed % 5 < 3) expect(up, `seed ${seed}`).toBe(true)
  }
  expect(outcome.open).toBeGreaterThan(0.8 * lines)
})
