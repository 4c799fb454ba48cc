import type { Handlers } from '@contract'
import type { rawCalls } from '@contract/raw'
import { octetsOf } from '@bench/base64'
import type { Slots } from '@bench/slot/slot'

/** The calls for octets as a person types them. */
export function rawHandlersOf({
  slots,
}: {
  readonly slots: Slots
}): Pick<Handlers, keyof typeof rawCalls> {
  return {
    'raw.write': async ({ slot, base64, ...pace }) => slots[slot].raw.write(octetsOf(base64), pace),
    'raw.stop': async ({ slot }) => slots[slot].raw.stop(),
    'raw.break': async ({ slot, ms }) => slots[slot].raw.sendBreak(ms),
  }
}
