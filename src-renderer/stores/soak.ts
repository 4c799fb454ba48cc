import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { CallError, ExportedFile, Input, SoakState, StoredSoak } from '@contract'
import { client } from '../api/client'
import { errorOf, useNotices } from './notices'

/** The run that goes on, and the one that is kept on disk. */
export const useSoak = defineStore('soak', () => {
  const state = shallowRef<SoakState | null>(null)
  const stored = shallowRef<StoredSoak | null>(null)
  /** Why the last start or resumption failed. */
  const error = shallowRef<CallError | null>(null)
  const starting = shallowRef(false)
  const running = computed(() => state.value !== null && state.value.state !== 'ended')
  /** A run that the end of the program interrupted, and that nobody goes on with. */
  const interrupted = computed(() =>
    !running.value && stored.value && !stored.value.ended ? stored.value : null,
  )

  function take(now: SoakState): void {
    const ends = now.state === 'ended' && state.value?.state !== 'ended'
    state.value = now
    if (ends) void load()
  }
  async function load(): Promise<void> {
    const notices = useNotices()
    const now = await notices.watch(client().call('soak.state'))
    if (now !== undefined) state.value = now
    const kept = await notices.watch(client().call('soak.stored'))
    if (kept !== undefined) stored.value = kept
  }
  async function tried(call: Promise<SoakState | null>): Promise<boolean> {
    error.value = null
    starting.value = true
    try {
      state.value = (await call) ?? state.value
      return true
    } catch (reason) {
      error.value = errorOf(reason)
      return false
    } finally {
      starting.value = false
      await load()
    }
  }
  const start = (text: string) => tried(client().call('soak.start', { text }))
  const resume = () => tried(client().call('soak.resume'))
  async function stop(): Promise<void> {
    await useNotices().watch(client().call('soak.stop'))
  }
  async function report(
    format: Input<'soak.report'>['format'],
    language: Input<'soak.report'>['language'],
    linked = true,
  ): Promise<ExportedFile | undefined> {
    return useNotices().watch(client().call('soak.report', { format, language, linked }))
  }
  return {
    state,
    stored,
    error,
    starting,
    running,
    interrupted,
    take,
    load,
    start,
    resume,
    stop,
    report,
  }
})
