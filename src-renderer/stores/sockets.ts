import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Input, SlotName, SocketAnswer, SocketsState } from '@contract'
import { client } from '../api/client'
import { useAsking } from './asking'

export type SocketWish = Omit<Input<'sockets.run'>, 'slot'>

/** The TCP/IP stack of the modem in the slot that is looked at, and what was tried over it. */
export const useSockets = defineStore('sockets', () => {
  const state = shallowRef<SocketsState | null>(null)
  const answer = shallowRef<SocketAnswer | null>(null)
  const { error, busy, leave, asked } = useAsking()

  function forget(): void {
    state.value = null
    answer.value = null
    leave()
  }
  async function taken(work: () => Promise<SocketsState>): Promise<void> {
    state.value = (await asked(work)) ?? state.value
  }
  const read = (slot: SlotName, tlsContext: number) =>
    taken(() => client().call('sockets.read', { slot, tlsContext }))
  const tls = (slot: SlotName, change: Omit<Input<'sockets.tls'>, 'slot'>) =>
    taken(() => client().call('sockets.tls', { slot, ...change }))
  async function run(slot: SlotName, wish: SocketWish): Promise<void> {
    answer.value =
      (await asked(() => client().call('sockets.run', { slot, ...wish }))) ?? answer.value
  }
  const stop = (slot: SlotName) => client().call('at.cancel', { slot })
  return { state, answer, error, busy, forget, read, tls, run, stop }
})
