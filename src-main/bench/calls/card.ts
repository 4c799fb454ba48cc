import type { Handlers } from '@contract'
import type { cardCalls } from '@contract/card'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface CardParts {
  readonly slots: Slots
}

/** The calls for the SIM of a slot. */
export function cardHandlersOf({ slots }: CardParts): Pick<Handlers, keyof typeof cardCalls> {
  return {
    'card.read': async ({ slot }) => slots[slot].serve(({ card }, signal) => card.read(signal)),
    'card.enterPin': async ({ slot, ...wish }) =>
      slots[slot].serve(({ card }, signal) => card.enterPin(wish, signal)),
    'card.askPin': async ({ slot, ...wish }) =>
      slots[slot].serve(({ card }, signal) => card.askPin(wish, signal)),
    'card.changePin': async ({ slot, ...wish }) =>
      slots[slot].serve(({ card }, signal) => card.changePin(wish, signal)),
    'card.clearForbidden': async ({ slot }) =>
      slots[slot].serve(({ card }, signal) => card.clearForbidden(signal)),
    'card.restoreForbidden': async ({ slot, hex }) =>
      slots[slot].serve(({ card }, signal) => card.restoreForbidden(hex, signal)),
  }
}
