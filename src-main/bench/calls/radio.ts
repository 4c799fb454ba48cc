import type { Handlers } from '@contract'
import type { radioCalls } from '@contract/radio'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface RadioParts {
  readonly slots: Slots
}

/** The calls for the radio of a slot's modem. */
export function radioHandlersOf({ slots }: RadioParts): Pick<Handlers, keyof typeof radioCalls> {
  return {
    'radio.read': async ({ slot }) => slots[slot].serve(({ radio }, signal) => radio.read(signal)),
    'radio.cells': async ({ slot }) => slots[slot].serve(({ cells }, signal) => cells.read(signal)),
    'radio.compare': async ({ slot, changes }) =>
      slots[slot].serve(({ radio }, signal) => radio.compare(changes, signal)),
    'radio.write': async ({ slot, changes, ...wishes }) =>
      slots[slot].serve(({ radio }, signal) => radio.write(changes, wishes, signal)),
    'radio.keep': async ({ slot }) => slots[slot].serve(({ radio }, signal) => radio.keep(signal)),
    'radio.undo': async ({ slot }) => slots[slot].serve(({ radio }, signal) => radio.undo(signal)),
  }
}
