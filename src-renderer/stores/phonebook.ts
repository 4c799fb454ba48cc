import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Phonebook, SlotName } from '@contract'
import { client } from '../api/client'
import { useAsking } from './asking'

/** The phone book of the slot that is looked at. */
export const usePhonebook = defineStore('phonebook', () => {
  const book = shallowRef<Phonebook | null>(null)
  const { error, busy, leave, asked } = useAsking()

  function forget(): void {
    book.value = null
    leave()
  }
  async function read(slot: SlotName, store?: string): Promise<void> {
    // A store that is read anew puts an end to the reading before it.
    leave()
    const read = await asked(() =>
      client().call('phonebook.read', { slot, ...(store ? { store } : {}) }),
    )
    if (read) book.value = read
  }
  return { book, error, busy, forget, read }
})
