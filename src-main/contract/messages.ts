import { z } from 'zod'
import type { ShortMessage } from '@core/sms/message'
import { call } from './call'
import { slotName } from './schema'

/** A memory for messages, and how full it is. */
export interface MessageStorage {
  /** `SM` the card, `ME` the modem, `SR` delivery reports. */
  readonly name: string
  readonly used: number
  readonly total: number
  /** New messages go there. */
  readonly receives: boolean
}

/** The messages of a slot as they were read last, with what only this program knows: what it sent, and what came by itself. */
export interface MessageBox {
  readonly messages: readonly ShortMessage[]
  readonly storages: readonly MessageStorage[]
  /** The number of the service centre; empty: none. */
  readonly centre: string
  /** Whether the modem tells of new messages by itself (AT+CNMI). */
  readonly tells: boolean
  /** When they were read; 0: not yet. */
  readonly readMs: number
}

/** A message that went out. */
export interface MessageSent {
  /** Its id in the list. */
  readonly id: string
  readonly parts: number
  readonly alphabet: 'gsm' | 'ucs2' | 'pdu'
  /** What the modem numbered its parts with. */
  readonly references: readonly number[]
}

/** A name of the list: `SM:3`, `sent:1`. */
const id = z.string().min(1).max(32)

export const messageCalls = {
  /** Reads all memories; a modem counts what it lists as read (27.005, 3.4.2). Without `fresh`, what was read last. */
  'messages.list': call<MessageBox>()(
    z.object({ slot: slotName, fresh: z.boolean().default(true) }),
  ),
  /** Sends a text, in as many parts as it needs, or a PDU as it is. */
  'messages.send': call<MessageSent>()(
    z.object({
      slot: slotName,
      message: z.union([
        z.object({
          number: z.string().max(64),
          text: z.string().max(40_000),
          /** Ask for a delivery report; while it is awaited, AT+CNMI lets it through. */
          report: z.boolean().default(false),
        }),
        z.object({ pdu: z.string().max(400) }),
      ]),
    }),
  ),
  /** Deletes messages of the list that was read last, each with all its parts. */
  'messages.delete': call<void>()(z.object({ slot: slotName, ids: z.array(id).min(1).max(1000) })),
  /** These are no news any more. */
  'messages.seen': call<void>()(z.object({ slot: slotName, ids: z.array(id).max(1000) })),
  /** The service centre that messages are handed in at (AT+CSCA). */
  'messages.setCentre': call<void>()(z.object({ slot: slotName, number: z.string().max(64) })),
} as const
