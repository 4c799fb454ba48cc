import type { Handlers } from '@contract'
import type { contextCalls } from '@contract/contexts'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface ContextParts {
  readonly slots: Slots
}

/** The calls for the PDP contexts of a slot. */
export function contextHandlersOf({
  slots,
}: ContextParts): Pick<Handlers, keyof typeof contextCalls> {
  return {
    'contexts.read': async ({ slot }) =>
      slots[slot].serve(({ contexts }, signal) => contexts.read(signal)),
    'contexts.compare': async ({ slot, change }) =>
      slots[slot].serve(({ contexts }, signal) => contexts.compare(change, signal)),
    'contexts.write': async ({ slot, change, seen }) =>
      slots[slot].serve(({ contexts }, signal) => contexts.write(change, seen, signal)),
  }
}
