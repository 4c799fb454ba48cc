import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { CommandHelp } from '@contract'
import { client } from '../api/client'
import { useNotices } from './notices'

/** The reference of AT commands, fetched once. */
export const useCommands = defineStore('commands', () => {
  const list = shallowRef<readonly CommandHelp[]>([])
  async function load(): Promise<void> {
    if (list.value.length > 0) return
    list.value = (await useNotices().watch(client().call('commands.reference'))) ?? []
  }
  return { list, load }
})
