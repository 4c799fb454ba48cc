import { defineStore } from 'pinia'
import { reactive, ref, shallowReactive } from 'vue'
import type { CallError, SlotName, UssdReply } from '@contract'
import { client } from '../api/client'
import { errorOf } from './notices'

/** What was sent, and what the network said; null: it has not yet, or did not. */
export interface UssdExchange {
  readonly sent: string
  readonly reply: UssdReply | null
}

const slots = { a: null, b: null } as const

/** The USSD dialogues of both slots, kept as long as the window is open. */
export const useUssd = defineStore('ussd', () => {
  const exchanges = reactive<Record<SlotName, UssdExchange[]>>({ a: [], b: [] })
  const errors = shallowReactive<Record<SlotName, CallError | null>>({ ...slots })
  const busy = ref<SlotName | null>(null)

  const asks = (slot: SlotName): boolean => exchanges[slot].at(-1)?.reply?.state === 'asks'

  /** Whether the network answered; why not is in `errors`. */
  async function send(slot: SlotName, text: string): Promise<boolean> {
    const at = exchanges[slot].push({ sent: text, reply: null }) - 1
    busy.value = slot
    errors[slot] = null
    try {
      const reply = await client().call('ussd.send', { slot, text })
      exchanges[slot][at] = { sent: text, reply }
      return true
    } catch (reason) {
      const error = errorOf(reason)
      errors[slot] = error.code === 'at-cancelled' ? null : error
      return false
    } finally {
      busy.value = null
    }
  }
  /** Ends a dialogue, or the waiting for the network. */
  async function cancel(slot: SlotName): Promise<void> {
    errors[slot] = null
    try {
      if (busy.value === slot) return await client().call('at.cancel', { slot })
      await client().call('ussd.cancel', { slot })
      const last = exchanges[slot].at(-1)
      if (last?.reply)
        exchanges[slot][exchanges[slot].length - 1] = {
          ...last,
          reply: { ...last.reply, state: 'ended' },
        }
    } catch (reason) {
      errors[slot] = errorOf(reason)
    }
  }
  return { exchanges, errors, busy, asks, send, cancel }
})
