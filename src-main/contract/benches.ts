import { z } from 'zod'
import { rungIds } from '@core/modem/rungs'
import type { Words } from '@core/words'
import { call } from './call'
import { slotName } from './schema'

const text = z.string().max(500)
const seenSlot = z.object({
  slot: slotName,
  port: text,
  portState: text,
  modem: text,
  mode: text,
  registered: z.boolean().nullable(),
  access: text,
  band: text,
  operator: text,
  connectedMs: z.number().nullable(),
  measured: z.object({ rsrpDbm: z.number().optional() }),
  /** Absent on a bench of an older version. */
  rung: z
    .object({ id: z.enum(rungIds), state: z.enum(['idle', 'busy', 'fine', 'warning', 'failure']) })
    .nullable()
    .default(null),
  lastVerdict: z.object({ result: text, reason: text, atMs: z.number() }).nullable(),
})

/** What is read of the figures of a bench elsewhere, which may be of another version. */
export const seenFigures = z.object({
  version: text,
  slots: z.array(seenSlot).max(2),
  alerts: z
    .array(z.object({ name: text, slot: slotName, raised: z.boolean() }))
    .max(200)
    .default([]),
})
export type SeenFigures = z.output<typeof seenFigures>
export type SeenSlot = SeenFigures['slots'][number]

/** A bench of another computer as it was seen last. */
export interface SeenBench {
  readonly url: string
  readonly state: 'asking' | 'reached' | 'unreachable' | 'refused' | 'untrusted' | 'no-token'
  /** Why it is not reached, and what to do. */
  readonly why: Words | null
  readonly seenMs: number | null
  /** As they were told last, also where it is not reached any more. */
  readonly figures: SeenFigures | null
}

export const benchesCalls = {
  /** Every bench of another computer that is remembered, as it is known now. While this is asked, each is asked every few seconds. */
  'benches.read': call<readonly SeenBench[]>()(z.undefined()),
} as const
