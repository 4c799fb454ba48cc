import { defineStore } from 'pinia'
import { reactive, shallowRef } from 'vue'
import type { Preset, SlotName } from '@contract'
import { client } from '../api/client'
import { emptyForm, formOf, presetOf, targetOf, type ConnectForm } from './connect-form'
import { useNotices } from './notices'
import { useSettings } from './settings'

/** The presets, and per slot what is typed in the wizard. */
export const useConnect = defineStore('connect', () => {
  const presets = shallowRef<readonly Preset[]>([])
  const forms = reactive<Record<SlotName, ConnectForm>>({ a: emptyForm(), b: emptyForm() })
  const chosen = reactive<Record<SlotName, string>>({ a: '', b: '' })

  function takePresets(list: readonly Preset[]): void {
    presets.value = list
    for (const slot of ['a', 'b'] as const) {
      if (chosen[slot]) continue
      const remembered = useSettings().values.preset[slot]
      const preset = list.find((one) => one.id === remembered) ?? list[0]
      if (preset) fill(slot, preset)
    }
  }

  function fill(slot: SlotName, preset: Preset): void {
    chosen[slot] = preset.id
    forms[slot] = { ...forms[slot], ...formOf(preset) }
  }

  function choose(slot: SlotName, preset: Preset): void {
    fill(slot, preset)
    const settings = useSettings()
    void settings.change({ preset: { ...settings.values.preset, [slot]: preset.id } })
  }

  async function start(slot: SlotName, pressPower = false): Promise<void> {
    const target = targetOf(forms[slot])
    await useNotices().watch(client().call('connect.start', { slot, target, pressPower }))
  }
  async function cancel(slot: SlotName): Promise<void> {
    await useNotices().watch(client().call('connect.cancel', { slot }))
  }
  async function disconnect(slot: SlotName): Promise<void> {
    await useNotices().watch(client().call('connect.disconnect', { slot }))
  }
  async function save(slot: SlotName, name: string): Promise<boolean> {
    const preset = presetOf(forms[slot], name, presets.value)
    const list = await useNotices().watch(client().call('presets.save', preset))
    if (!list) return false
    presets.value = list
    chosen[slot] = preset.id
    return true
  }
  async function remove(id: string): Promise<void> {
    const list = await useNotices().watch(client().call('presets.remove', { id }))
    if (list) presets.value = list
  }

  return { presets, forms, chosen, takePresets, choose, start, cancel, disconnect, save, remove }
})
