import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { SlotName } from '@contract'

/** What other panels put into a slot's command line; the line takes it and clears it. */
export const useTyping = defineStore('typing', () => {
  const given = shallowReactive<Record<SlotName, { text: string; run: boolean } | null>>({
    a: null,
    b: null,
  })
  function insert(slot: SlotName, text: string): void {
    given[slot] = { text, run: false }
  }
  /** Sends it as if it had been typed, with history and answer. */
  function run(slot: SlotName, text: string): void {
    given[slot] = { text, run: true }
  }
  return { given, insert, run }
})
