import type { Handlers } from '@contract'
import type { phonebookCalls } from '@contract/phonebook'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface PhonebookParts {
  readonly slots: Slots
}

/** The call for the phone book of a slot. */
export function phonebookHandlersOf({
  slots,
}: PhonebookParts): Pick<Handlers, keyof typeof phonebookCalls> {
  return {
    'phonebook.read': async ({ slot, store }) =>
      slots[slot].serve(({ phonebook }, signal) => phonebook.read(store, signal)),
  }
}
