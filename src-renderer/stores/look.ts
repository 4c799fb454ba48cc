import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { SlotName } from '@contract'

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

export const useLook = defineStore('look', () => {
  const slots = reactive<Record<SlotName, SlotLook>>({ a: plain(), b: plain() })
  return { slots }
})
