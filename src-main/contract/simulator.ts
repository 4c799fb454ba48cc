import { z } from 'zod'
import type { Words } from '@core/words'
import { call } from './call'
import { slotName } from './schema'

/** A simulated modem and the knobs a person can turn. */
export interface SimulatedModemInfo {
  readonly name: string
  readonly persona: string
  readonly power: boolean
  readonly faults: readonly {
    readonly id: string
    readonly title: Words
    readonly value?: string
  }[]
}

export const simulatorCalls = {
  'simulator.list': call<readonly SimulatedModemInfo[]>()(z.undefined()),
  'simulator.control': call<void>()(
    z.object({ name: z.string(), fault: z.string(), value: z.string().optional() }),
  ),
  /**
   * Makes an opened log a port: what to open. `of` is the modem of the log that answers, the first one without it.
   * Rejects with `replay-empty` where the log holds no command to that modem.
   */
  'simulator.replay': call<{ readonly path: string }>()(
    z.object({ id: z.string().max(64), of: slotName.optional() }),
  ),
} as const
