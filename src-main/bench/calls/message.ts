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
    'messages.list': async ({ slot, fresh }) => slots[slot].listMessages(fresh),
    'messages.send': async ({ slot, message }) => slots[slot].sendMessage(message),
    'messages.delete': async ({ slot, ids }) => slots[slot].deleteMessages(ids),
    'messages.seen': async ({ slot, ids }) => slots[slot].messages.seen(ids),
    'messages.setCentre': async ({ slot, number }) => slots[slot].setMessageCentre(number),
  }
}
