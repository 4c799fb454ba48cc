import type { Handlers } from '@contract'
import type { esimCalls } from '@contract/esim'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface EsimParts {
  readonly slots: Slots
}

/** The calls for the profiles of an eUICC. */
export function esimHandlersOf({ slots }: EsimParts): Pick<Handlers, keyof typeof esimCalls> {
  return {
    'esim.read': async ({ slot }) => slots[slot].serve(({ esim }, signal) => esim.read(signal)),
    'esim.enable': async ({ slot, iccid }) =>
      slots[slot].serve(({ esim }, signal) => esim.enable(iccid, signal)),
    'esim.disable': async ({ slot, iccid }) =>
      slots[slot].serve(({ esim }, signal) => esim.disable(iccid, signal)),
    'esim.download': async ({ slot, code, confirmation }) =>
      slots[slot].serve(({ esim }, signal) => esim.download({ code, confirmation }, signal)),
    'esim.deliver': async ({ slot }) =>
      slots[slot].serve(({ esim }, signal) => esim.deliver(signal)),
    'esim.rename': async ({ slot, iccid, nickname }) =>
      slots[slot].serve(({ esim }, signal) => esim.rename(iccid, nickname, signal)),
    'esim.remove': async ({ slot, iccid }) =>
      slots[slot].serve(({ esim }, signal) => esim.remove(iccid, signal)),
  }
}
