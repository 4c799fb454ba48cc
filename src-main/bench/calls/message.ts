import type { Handlers } from '@contract'
import type { messageCalls } from '@contract/messages'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface MessageParts {
  readonly slots: Slots
}

/** The calls for short messages. */
export function messageHandlersOf({
  slots,
}: MessageParts): Pick<Handlers, keyof typeof messageCalls> {
  return {
    'messages.list': async ({ slot, fresh }) => {
      const { asked, messages } = slots[slot]
      return asked.work(async (signal) => (fresh ? messages.list(signal) : messages.box))
    },
    'messages.send': async ({ slot, message }) =>
      slots[slot].asked.work((signal) => slots[slot].messages.send(message, signal)),
    'messages.delete': async ({ slot, ids }) =>
      slots[slot].asked.work((signal) => slots[slot].messages.delete(ids, signal)),
    'messages.seen': async ({ slot, ids }) => slots[slot].messages.seen(ids),
    'messages.setCentre': async ({ slot, number }) =>
      slots[slot].asked.work((signal) => slots[slot].messages.setCentre(number, signal)),
  }
}
