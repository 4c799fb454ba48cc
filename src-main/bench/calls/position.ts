import type { Handlers } from '@contract'
import type { positionCalls } from '@contract/position'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface PositionParts {
  readonly slots: Slots
}

/** The calls for the receiver for satellites of a slot. */
export function positionHandlersOf({
  slots,
}: PositionParts): Pick<Handlers, keyof typeof positionCalls> {
  return {
    'position.read': async ({ slot, whole }) =>
      slots[slot].serve(({ position }, signal) => position.read(whole, signal)),
    'position.power': async ({ slot, on }) =>
      slots[slot].serve(({ position }, signal) => position.power(on, signal)),
    'position.start': async ({ slot, kind }) =>
      slots[slot].serve(({ position }, signal) => position.start(kind, signal)),
    'position.port': async ({ slot, path }) =>
      slots[slot].serve(({ position }, signal) => position.port(path, signal)),
    'position.stream': async ({ slot, on }) =>
      slots[slot].serve(({ position }, signal) => position.stream(on, signal)),
    // What was recorded stays after the port is closed.
    'position.track': async (input) => slots[input.slot].services.position.track(input),
    'position.clear': async ({ slot }) => slots[slot].services.position.clear(),
  }
}
