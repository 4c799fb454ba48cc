import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { SimulatedModemInfo, SlotName } from '@contract'
import { client } from '../api/client'
import { useModems } from './modems'
import { useNotices } from './notices'
import { useShell } from './shell'

/** The simulated modem a path opens, without options, without the number of a come-back and whichever of its ports it is; undefined for real ports. */
export function simulatedName(path: string | undefined): string | undefined {
  const name = path?.trim().toLowerCase()
  return name?.startsWith('sim:') ? name.replace(/[?@/].*$/s, '') : undefined
}

/** The simulated modems that are in use, and their knobs. */
export const useSimulators = defineStore('simulators', () => {
  const modems = useModems()
  const list = shallowRef<readonly SimulatedModemInfo[]>([])
  const nameOf = (slot: SlotName) => simulatedName(modems.slots[slot].port?.path)
  const slotOf = (name: string) => (['a', 'b'] as const).find((slot) => nameOf(slot) === name)
  /** The one whose control page is open. */
  const shown = computed(() => {
    const { simulatorFor } = useShell()
    return list.value.find(({ name }) => name === simulatorFor)
  })

  async function load(): Promise<void> {
    list.value = (await useNotices().watch(client().call('simulator.list'))) ?? list.value
  }
  async function set(name: string, fault: string, value: string | undefined): Promise<void> {
    const control = value === undefined ? { name, fault } : { name, fault, value }
    await useNotices().watch(client().call('simulator.control', control))
    await load()
  }
  return { list, shown, nameOf, slotOf, load, set }
})
