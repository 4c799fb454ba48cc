import { defineStore } from 'pinia'
import { reactive, watch } from 'vue'
import type { SlotName } from '@contract'
import { keepJson, keptJson } from './kept'

/** How a person has set up a slot of the bench to look. */
export interface SlotLook {
  /** Identities are readable, in the whole slot. */
  revealed: boolean
  /** The control lines are shown below the header. */
  lines: boolean
  /** The drawer with all that is known of the modem is open. */
  modem: boolean
  /** Why it stands as it does is shown below the answer. */
  why: boolean
  /** Polls and frames have rows of their own in the terminal. */
  everyRow: boolean
  controls: boolean
  raw: boolean
}
const plain = (): SlotLook => ({
  revealed: false,
  lines: false,
  modem: false,
  why: false,
  everyRow: false,
  controls: false,
  raw: false,
})

const storeKey = 'look'

/** As it was left; identities are hidden again, and what is not a look of ours is not taken. */
function keptLooks(): Record<SlotName, SlotLook> {
  const looks = { a: plain(), b: plain() }
  const kept = keptJson(storeKey) as
    | Partial<Record<SlotName, Partial<Record<keyof SlotLook, unknown>>>>
    | null
    | undefined
  for (const slot of ['a', 'b'] as const)
    for (const name of remembered) {
      const value = kept?.[slot]?.[name]
      if (typeof value === 'boolean') looks[slot][name] = value
    }
  return looks
}
const remembered = ['lines', 'modem', 'everyRow', 'controls', 'raw'] as const

export const useLook = defineStore('look', () => {
  const slots = reactive(keptLooks())
  watch(slots, () => keepJson(storeKey, slots))
  return { slots }
})
