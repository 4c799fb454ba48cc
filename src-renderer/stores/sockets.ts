import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CallError, Input, SlotName, SocketAnswer, SocketsState } from '@contract'
import { client } from '../api/client'
import { errorOf } from './notices'

export type SocketWish = Omit<Input<'sockets.run'>, 'slot'>

/** The TCP/IP stack of the modem in the slot that is looked at, and what was tried over it. */
export const useSockets = defineStore('sockets', () => {
  const state = shallowRef<SocketsState | null>(null)
  const answer = shallowRef<SocketAnswer | null>(null)
  const error = shallowRef<CallError | null>(null)
  const busy = ref(false)
  let turn = 0

  function forget(): void {
    state.value = null
    answer.value = null
    error.value = null
    turn++
  }
  /** What another slot said meanwhile is dropped. */
  async function tried<T>(work: () => Promise<T>, take: (value: T) => void): Promise<void> {
    const mine = turn
    busy.value = true
    error.value = null
    try {
      const value = await work()
      if (mine === turn) take(value)
    } catch (reason) {
      if (mine === turn) error.value = errorOf(reason)
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  const take = (read: SocketsState) => (state.value = read)
  const read = (slot: SlotName, tlsContext: number) =>
    tried(() => client().call('sockets.read', { slot, tlsContext }), take)
  const tls = (slot: SlotName, change: Omit<Input<'sockets.tls'>, 'slot'>) =>
    tried(() => client().call('sockets.tls', { slot, ...change }), take)
  const run = (slot: SlotName, wish: SocketWish) =>
    tried(
      () => client().call('sockets.run', { slot, ...wish }),
      (got) => (answer.value = got),
    )
  const stop = (slot: SlotName) => client().call('at.cancel', { slot })
  return { state, answer, error, busy, forget, read, tls, run, stop }
})
