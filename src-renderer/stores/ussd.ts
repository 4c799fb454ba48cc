import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { SlotName, UssdReply } from '@contract'
import { client } from '../api/client'
import { useAsking } from './asking'
import { errorOf } from './notices'

/** What was sent, and what the network said; null: it has not yet, or did not. */
export interface UssdExchange {
  readonly sent: string
  readonly reply: UssdReply | null
}

/** The USSD dialogues of both slots, kept as long as the window is open. */
export const useUssd = defineStore('ussd', () => {
  const exchanges = reactive<Record<SlotName, UssdExchange[]>>({ a: [], b: [] })
  // Whoever looks at the other slot meanwhile still wants the answer: neither is left.
  const asking = { a: reactive(useAsking()), b: reactive(useAsking()) }

  const asks = (slot: SlotName): boolean => exchanges[slot].at(-1)?.reply?.state === 'asks'

  /** Whether the network answered; why not is in its `asking.error`. */
  async function send(slot: SlotName, text: string): Promise<boolean> {
    const at = exchanges[slot].push({ sent: text, reply: null }) - 1
    const reply = await asking[slot].asked(() => client().call('ussd.send', { slot, text }))
    if (reply) exchanges[slot][at] = { sent: text, reply }
    // Whoever gave it up knows why.
    else if (asking[slot].error?.code === 'at-cancelled') asking[slot].error = null
    return reply !== undefined
  }
  /** Ends a dialogue, or the waiting for the network. */
  async function cancel(slot: SlotName): Promise<void> {
    const mine = asking[slot]
    mine.error = null
    try {
      if (mine.busy) return await client().call('at.cancel', { slot })
      await client().call('ussd.cancel', { slot })
      const last = exchanges[slot].at(-1)
      if (last?.reply)
        exchanges[slot][exchanges[slot].length - 1] = {
          ...last,
          reply: { ...last.reply, state: 'ended' },
        }
    } catch (reason) {
      mine.error = errorOf(reason)
    }
  }
  return { exchanges, asking, asks, send, cancel }
})
