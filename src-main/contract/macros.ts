import { z } from 'zod'
import type { SlotName } from '@core/modem/slot-names'
import type { Words } from '@core/words'
import { longestMacro } from '@core/macro/parse'
import { call } from './call'
import { slotName } from './schema'

export const macro = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(100),
  /** The macro itself; docs/macros.md says how it is written. */
  text: z.string().max(longestMacro),
  /** 1 to 9: Alt and this digit start it on the slot in use. */
  key: z.number().int().min(1).max(9).optional(),
})

/** What a running macro was answered: the lines as they came, the final result last. */
export interface MacroAnswer {
  readonly slot: SlotName
  readonly command: string
  readonly lines: readonly string[]
}

/** A macro as it is stored. `own`: the person's, or changed by them. */
export type Macro = z.output<typeof macro> & {
  /** Name and purpose of one that ships with the product. */
  readonly title?: Words
  readonly about?: Words
  readonly own: boolean
}

const id = z.string().max(64)

export const macroCalls = {
  /** Every macro: those of the product and the own ones. */
  'macros.list': call<readonly Macro[]>()(z.undefined()),
  /** Rejects with macro-syntax when a line cannot be read. The same id replaces; a key leaves whoever had it. */
  'macros.save': call<readonly Macro[]>()(macro),
  /** Removes an own macro; a changed one of the product's is again as it came. */
  'macros.remove': call<readonly Macro[]>()(z.object({ id })),
  /** Starts a macro; the slot's state tells how it goes. `values` replace what the macro sets. */
  'macros.run': call<void>()(
    z.object({
      slot: slotName,
      /** Of a stored macro; a name for people where `text` is given. */
      id,
      /** Run this instead of a stored one. Rejects with macro-syntax when a line cannot be read. */
      text: z.string().max(longestMacro).optional(),
      values: z.record(z.string().max(64), z.string().max(1000)).default({}),
    }),
  ),
  /** Answers what the macro in the slot asks; `none`: nobody is there, which ends it. Rejects with macro-no-question. */
  'macros.answer': call<void>()(
    z.object({ slot: slotName, answer: z.enum(['yes', 'no', 'none']) }),
  ),
  /** Stops the macro that runs in the slot. */
  'macros.stop': call<void>()(z.object({ slot: slotName })),
} as const
