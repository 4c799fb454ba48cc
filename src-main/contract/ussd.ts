import { z } from 'zod'
import type { UssdReply } from '@core/ussd/reply'
import { call } from './call'
import { slotName } from './schema'

export const ussdCalls = {
  /** Sends a code, or, while the network waits for one, an answer; resolves with what the network says. */
  'ussd.send': call<UssdReply>()(
    z.object({
      slot: slotName,
      text: z.string().max(182),
      /** How long the network may take. */
      waitMs: z.number().int().min(1_000).max(600_000).default(90_000),
    }),
  ),
  /** Ends the dialogue; nothing happens where there is none. */
  'ussd.cancel': call<void>()(z.object({ slot: slotName })),
} as const
