import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AlertNews, AlertsState, CallError, Input, SlotName } from '@contract'
import { client } from '../api/client'
import { beep } from '../components/beep'
import { say } from '../text'
import { errorOf, useNotices } from './notices'

const nothing: AlertsState = { rules: [], raised: [], news: [] }

/** What is watched while nobody looks, and what is raised now. */
export const useAlerts = defineStore('alerts', () => {
  const shown = ref(false)
  const state = shallowRef<AlertsState>(nothing)
  const error = shallowRef<CallError | null>(null)
  const raised = computed(() => state.value.raised.length)

  function take(now: AlertsState): void {
    state.value = now
  }
  function hear(news: AlertNews): void {
    const notices = useNotices()
    if (news.kind === 'raised' || news.kind === 'failed') notices.warn(say(news.words))
    // A page that nobody has clicked in stays silent: the notice is there all the same.
    if (news.sound) void beep().catch(() => undefined)
  }
  async function load(): Promise<void> {
    state.value = (await useNotices().watch(client().call('alerts.list'))) ?? state.value
  }
  /** True when it was done; else `error` says why not. */
  async function change(call: () => Promise<AlertsState>): Promise<boolean> {
    error.value = null
    try {
      state.value = await call()
      return true
    } catch (reason) {
      error.value = errorOf(reason)
      return false
    }
  }
  const add = (text: string) => change(() => client().call('alerts.add', { text }))
  const save = (given: Input<'alerts.save'>) => change(() => client().call('alerts.save', given))
  const remove = (name: string) => change(() => client().call('alerts.remove', { name }))
  const dismiss = (name: string, slot: SlotName) =>
    change(() => client().call('alerts.dismiss', { name, slot }))
  async function tryOne(name: string, slot: SlotName): Promise<void> {
    const news = await useNotices().watch(client().call('alerts.try', { name, slot }))
    for (const { kind, words } of news ?? []) if (kind === 'done') useNotices().done(say(words))
  }
  return { shown, state, error, raised, take, hear, load, add, save, remove, dismiss, tryOne }
})
