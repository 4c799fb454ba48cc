import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CallError, Phonebook, SlotName } from '@contract'
import { client } from '../api/client'
import { errorOf } from './notices'

/** The phone book of the slot that is looked at. */
export const usePhonebook = defineStore('phonebook', () => {
  const book = shallowRef<Phonebook | null>(null)
  const error = shallowRef<CallError | null>(null)
  const busy = ref(false)
  let turn = 0

  function forget(): void {
    book.value = null
    error.value = null
    turn++
  }
  async function read(slot: SlotName, store?: string): Promise<void> {
    const mine = ++turn
    busy.value = true
    error.value = null
    try {
      const read = await client().call('phonebook.read', { slot, ...(store ? { store } : {}) })
      // Another slot may be looked at by now.
      if (mine === turn) book.value = read
    } catch (reason) {
      if (mine === turn) error.value = errorOf(reason)
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  return { book, error, busy, forget, read }
})
