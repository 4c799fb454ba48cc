import type { SoakPlan } from '@core/soak/plan'
import { Tally } from '@core/soak/tally'
import { quoted } from '@core/words'

/** When the runs below begin, in milliseconds since 1970. */
export const soakStartMs = Date.UTC(2026, 0, 5, 20)

const plan: SoakPlan = {
  name: 'night',
  durationMs: 3_600_000,
  upload: { kind: 'get', target: 'http://ip.example', everyMs: 30_000, timeoutMs: 20_000 },
  sampleMs: 60_000,
  faults: [],
  stop: { gapMs: null, switches: null },
  goal: { availabilityPct: 99, longestGapMs: 60_000 },
}

/** A run that was killed at the second 6000 and went on half a minute later: gaps, anomalies, a failed upload, two journals. */
export function aTroubledNight(): Tally {
  const tally = new Tally()
  const at = (s: number, us = s * 1e6) => ({ ms: soakStartMs + s * 1000, us })
  tally.add({ k: 'start', ...at(1), plan, journal: null })
  tally.add({ k: 'journal', ms: soakStartMs + 2000, file: '/data/one.journal' })
  tally.add({ k: 'back', ms: soakStartMs + 3000, slot: 'a' })
  tally.add({ k: 'anomaly', ...at(3000.5), seen: quoted('odd') })
  tally.add({
    k: 'down',
    ...at(4001),
    fromMs: soakStartMs + 4_000_000,
    cause: 'upload',
    seen: quoted('HTTP 500'),
  })
  tally.add({ k: 'back', ms: soakStartMs + 4_010_000, slot: 'a' })
  const lastMs = soakStartMs + 6_000_000
  tally.add({ k: 'resume', ...at(6030, 2e6), lastMs, journal: '/data/two.journal' })
  tally.add({ k: 'back', ms: soakStartMs + 6_040_000, slot: 'b' })
  tally.add({ k: 'anomaly', ms: soakStartMs + 6_045_000, us: 17e6, seen: quoted('odd again') })
  return tally
}
