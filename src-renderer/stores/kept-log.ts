import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { StoreTrouble } from '@contract'

/** Whether the log is safe on the disk of the host, and what is in the way. */
export const useKeptLog = defineStore('kept-log', () => {
  const troubles = shallowRef<readonly StoreTrouble[]>([])
  const dismissed = shallowRef<ReadonlySet<string>>(new Set())

  /** A trouble that was put away comes back when it says something else, or when it is there again. */
  const shown = computed(() => troubles.value.filter(({ words }) => !dismissed.value.has(words.en)))

  function take(list: readonly StoreTrouble[]): void {
    troubles.value = list
    const there = new Set(list.map(({ words }) => words.en))
    dismissed.value = new Set([...dismissed.value].filter((text) => there.has(text)))
  }
  function dismiss({ words }: StoreTrouble): void {
    dismissed.value = new Set([...dismissed.value, words.en])
  }
  return { shown, take, dismiss }
})
