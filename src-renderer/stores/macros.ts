import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Input, Macro, SlotName } from '@contract'
import { client } from '../api/client'
import { useNotices } from './notices'

/** The macros there are, and what can be done with them. */
export const useMacros = defineStore('macros', () => {
  const list = shallowRef<readonly Macro[]>([])

  function take(all: readonly Macro[]): void {
    list.value = all
  }
  async function load(): Promise<void> {
    list.value = (await useNotices().watch(client().call('macros.list'))) ?? list.value
  }
  async function run(
    slot: SlotName,
    id: string,
    values: Record<string, string> = {},
  ): Promise<void> {
    await useNotices().watch(client().call('macros.run', { slot, id, values }))
  }
  async function runKey(slot: SlotName, key: number): Promise<void> {
    const macro = list.value.find((one) => one.key === key)
    if (macro) await run(slot, macro.id)
  }
  async function stop(slot: SlotName): Promise<void> {
    await useNotices().watch(client().call('macros.stop', { slot }))
  }
  async function answer(slot: SlotName, given: 'yes' | 'no'): Promise<void> {
    await useNotices().watch(client().call('macros.answer', { slot, answer: given }))
  }
  /** True when it was saved; what is wrong with it is shown otherwise. */
  async function save(macro: Input<'macros.save'>): Promise<boolean> {
    const all = await useNotices().watch(client().call('macros.save', macro))
    if (all) list.value = all
    return all !== undefined
  }
  async function remove(id: string): Promise<void> {
    list.value = (await useNotices().watch(client().call('macros.remove', { id }))) ?? list.value
  }
  return { list, take, load, run, runKey, stop, answer, save, remove }
})
