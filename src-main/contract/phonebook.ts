import { z } from 'zod'
import { call } from './call'
import { slotName } from './schema'

export interface PhonebookEntry {
  readonly index: number
  readonly number: string
  /** Empty: none. */
  readonly name: string
}

/** Own numbers, and one store of the phone book, as they were read last. */
export interface Phonebook {
  /** By AT+CNUM; a data SIM often has none. */
  readonly own: readonly { readonly number: string; readonly name: string }[]
  /** The stores there are: `SM`, `ME`, `FD`, `ON`; empty: the modem does not tell. */
  readonly stores: readonly string[]
  /** The one that was read; empty: the modem has no phone book. */
  readonly store: string
  /** Null: the modem does not tell. */
  readonly used: number | null
  readonly total: number | null
  readonly entries: readonly PhonebookEntry[]
}

export const phonebookCalls = {
  /** Reads own numbers and a store; without a name the one the modem has chosen. Changes nothing. */
  'phonebook.read': call<Phonebook>()(
    z.object({
      slot: slotName,
      store: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    }),
  ),
} as const
