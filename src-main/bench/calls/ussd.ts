import type { Handlers } from '@contract'
import type { ussdCalls } from '@contract/ussd'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface UssdParts {
  readonly slots: Slots
}

/** The calls for USSD of a slot. */
export function ussdHandlersOf({ slots }: UssdParts): Pick<Handlers, keyof typeof ussdCalls> {
  return {
    'ussd.send': async ({ slot, text, waitMs }) =>
      slots[slot].serve(({ ussd }, signal) => ussd.send(text, waitMs, signal)),
    'ussd.cancel': async ({ slot }) => slots[slot].serve(({ ussd }, signal) => ussd.cancel(signal)),
  }
}
