import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef } from 'vue'
import type { CallError, CallName, Input, Output, SlotName, SoracomState } from '@contract'
import { nothingSeen } from '@contract'
import { client } from '../api/client'
import { errorOf, useNotices } from './notices'

/** SORACOM's side of both slots, and who is signed in there. */
export const useSoracom = defineStore('soracom', () => {
  const state = shallowRef<SoracomState>({
    account: null,
    ready: false,
    keeps: 'file',
    slots: { a: nothingSeen, b: nothingSeen },
  })
  const errors = shallowReactive<Record<SlotName, CallError | null>>({ a: null, b: null })
  const busy = shallowReactive<Record<SlotName, boolean>>({ a: false, b: false })
  const account = computed(() => state.value.account)

  function take(value: SoracomState): void {
    state.value = value
  }
  async function load(): Promise<void> {
    const known = await useNotices().watch(client().call('soracom.state'))
    if (known) take(known)
  }

  /** A question about the SIM of a slot; undefined where it failed, which is shown where it was asked. */
  async function ask<N extends CallName>(
    slot: SlotName,
    name: N,
    input: Input<N>,
  ): Promise<Output<N> | undefined> {
    busy[slot] = true
    errors[slot] = null
    try {
      return await client().call(name, ...([input] as never))
    } catch (reason) {
      errors[slot] = errorOf(reason)
      return undefined
    } finally {
      busy[slot] = false
    }
  }
  const look = (slot: SlotName) => ask(slot, 'soracom.look', { slot })
  const watch = (slot: SlotName, on: boolean) => ask(slot, 'soracom.watch', { slot, on })
  const ping = (slot: SlotName) => ask(slot, 'soracom.ping', { slot })
  const deleteSession = (slot: SlotName) => ask(slot, 'soracom.deleteSession', { slot })

  return { state, account, errors, busy, take, load, look, watch, ping, deleteSession }
})
