import { z } from 'zod'
import { call } from './call'
import { slotName } from './schema'

const ofSlot = z.object({ slot: slotName })

/** Calls for octets as a person types them, past the queue of commands. */
export const rawCalls = {
  /**
   * Writes octets to the port as they are; what is written while others go out goes behind them. Resolves when all were handed
   * on. Rejects with at-not-command-mode where PPP or the multiplexer has the port, connect-running, at-cancelled (`raw.stop`).
   */
  'raw.write': call<void>()(
    z.object({
      slot: slotName,
      base64: z.base64().min(1).max(1_400_000),
      /** At most so many octets a second; absent: as fast as the port takes them. */
      octetsPerSecond: z.number().min(1).max(1_000_000).optional(),
      /** How long to wait behind each line. */
      linePauseMs: z.number().int().min(0).max(60_000).default(0),
    }),
  ),
  /** Gives up what has not gone out yet. */
  'raw.stop': call<void>()(ofSlot),
  /** Holds the line in the break state. Rejects with port-no-lines where the port sends no break. */
  'raw.break': call<void>()(
    z.object({ slot: slotName, ms: z.number().int().min(1).max(5_000).default(250) }),
  ),
} as const
