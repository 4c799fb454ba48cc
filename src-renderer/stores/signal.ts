import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SignalSample } from '@contract'
import { client } from '../api/client'
import { oncePerFrame } from './frame'
import { useNotices } from './notices'

const limit = 40_000

/** Signal samples of both slots, oldest first. */
export const useSignal = defineStore('signal', () => {
  const samples = shallowRef<readonly SignalSample[]>([])
  let pending: SignalSample[] = []

  const draw = oncePerFrame(() => {
    const arrived = pending
    pending = []
    samples.value = [...samples.value, ...arrived].slice(-limit)
  })

  function take(arrived: readonly SignalSample[]): void {
    pending.push(...arrived)
    draw()
  }

  async function load(): Promise<void> {
    const past = await useNotices().watch(client().call('signal.history', { maxPoints: 20_000 }))
    if (past) samples.value = past
  }
  return { samples, take, load }
})
