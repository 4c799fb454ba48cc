import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { CallError, FailoverState, SlotName } from '@contract'
import { client } from '../api/client'
import { errorOf, useNotices } from './notices'

/** The failover as the host drives it, and what a person can do to it. */
export const useFailover = defineStore('failover', () => {
  const state = shallowRef<FailoverState | null>(null)
  /** Why the last start failed. */
  const error = shallowRef<CallError | null>(null)
  const starting = shallowRef(false)
  const running = computed(() => state.value !== null && state.value.state !== 'off')

  function take(now: FailoverState): void {
    state.value = now
  }
  async function load(): Promise<void> {
    const now = await useNotices().watch(client().call('failover.state'))
    if (now !== undefined) state.value = now
  }
  async function start(text: string): Promise<boolean> {
    error.value = null
    starting.value = true
    try {
      state.value = await client().call('failover.start', { text })
      return true
    } catch (reason) {
      error.value = errorOf(reason)
      return false
    } finally {
      starting.value = false
    }
  }
  async function stop(): Promise<void> {
    await useNotices().watch(client().call('failover.stop'))
    await load()
  }
  async function switchTo(to: SlotName): Promise<void> {
    await useNotices().watch(client().call('failover.switch', { to }))
  }
  return { state, error, starting, running, take, load, start, stop, switchTo }
})
