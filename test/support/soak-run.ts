import { expect } from 'vitest'
import { Fault } from '@core/fault'
import type { SlotName } from '@core/modem/slot-names'
import type { SoakPlan } from '@core/soak/plan'
import type { SoakRow } from '@core/soak/rows'
import { SoakRun } from '@core/soak/run'
import type { SoakSummary } from '@core/soak/tally'
import { sleep } from '@core/wait'
import type { ModelSlot } from './failover-slots'
import type { ManualClock } from './manual-clock'
import { quoted } from '@core/words'

/** A line of the server's log: when it came, from where, and what it carried. */
export interface ServerLine {
  readonly ms: number
  readonly client: string
  readonly value: string
}

interface ModelRun {
  readonly clock: ManualClock
  readonly slots: Record<SlotName, ModelSlot>
  readonly plan: SoakPlan
  readonly report: (error: unknown) => void
  readonly keep?: (row: SoakRow) => Promise<void>
  /** The server's log. */
  readonly server?: ServerLine[]
}

/** A run whose uploads go over model slots to a server that notes who asked. */
export function modelRun({ clock, slots, plan, report, keep, server }: ModelRun): SoakRun {
  return new SoakRun(plan.name, plan, {
    clock,
    async upload(slot, value, signal) {
      const link = slots[slot]
      await sleep(clock, link.dead ? plan.upload.timeoutMs : 80, signal)
      if (!link.link || link.dead) throw new Fault('ip-no-answer', quoted('ip.example'))
      const client = link.facts.address
      server?.push({ ms: clock.nowMs(), client: client ?? '', value })
      return { latencyMs: 80, status: 404, own: client, seenAs: client }
    },
    facts: (slot) => slots[slot].facts,
    inject: async () => undefined,
    journal: () => 'night.journal',
    keep: keep ?? (async () => undefined),
    onChange: () => undefined,
    lookMs: 600_000,
    onEnd: () => undefined,
    report,
  })
}

/** Every sum of a report is that of its parts. */
export function expectSums(summary: SoakSummary, where = ''): void {
  const { slots, uploads, gaps } = summary
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  expect(summary.upMs + summary.downMs, where).toBe(summary.elapsedMs)
  expect(slots.a.servedMs + slots.b.servedMs, where).toBe(summary.upMs)
  expect(sum(gaps.map(({ fromMs, toMs }) => toMs - fromMs)), where).toBe(summary.downMs)
  expect(uploads.sent + uploads.left, where).toBe(uploads.due)
  expect(slots.a.uploads + slots.b.uploads, where).toBe(uploads.sent)
  expect(slots.a.rxBytes + slots.b.rxBytes, where).toBe(summary.rxBytes)
  expect(sum(summary.clients.map((client) => client.uploads)), where).toBe(uploads.sent)
}
