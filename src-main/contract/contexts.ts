import { z } from 'zod'
import type { PdpContext } from '@core/context/context'
import type { Words } from '@core/words'
import { call } from './call'
import { atText, slotName } from './schema'

/** The PDP contexts of a modem as they were read last. */
export interface ContextTable {
  readonly contexts: readonly PdpContext[]
  /** Which numbers a context may have, from and to; null: the modem does not tell. */
  readonly cids: readonly [number, number] | null
  /** Whether the console can read and write authentication. */
  readonly authKnown: boolean
  readonly readMs: number
}

/** What a change would do, before anything is written. */
export interface ContextComparison {
  readonly differences: readonly Words[]
  readonly warnings: readonly Words[]
  /** How the context was when it was compared: handed to `contexts.write`, it is refused where something else changed it. */
  readonly seen: string
}

const contextNumber = 'must be a whole number from 0 to 255'
const cid = z.number(contextNumber).int(contextNumber).min(0, contextNumber).max(255, contextNumber)
export const pdpTypes = ['IP', 'IPV6', 'IPV4V6', 'Non-IP'] as const
export const contextAuths = ['keep', 'none', 'pap', 'chap', 'either'] as const

export const contextChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set'),
    cid,
    pdpType: z.enum(pdpTypes).default('IP'),
    apn: atText(100),
    auth: z.enum(contextAuths).default('keep'),
    user: atText(64).default(''),
    password: atText(64).default(''),
  }),
  z.object({ kind: z.literal('remove'), cid }),
])

export const contextCalls = {
  /** Reads all contexts; changes nothing. */
  'contexts.read': call<ContextTable>()(z.object({ slot: slotName })),
  /** What a change would do; writes nothing. */
  'contexts.compare': call<ContextComparison>()(
    z.object({ slot: slotName, change: contextChange }),
  ),
  /** Writes what differs and reads it back. */
  'contexts.write': call<ContextTable>()(
    z.object({ slot: slotName, change: contextChange, seen: z.string().max(4000).optional() }),
  ),
} as const
