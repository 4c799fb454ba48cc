import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { CommandHelp } from '@contract'
import { client } from '../api/client'
import { useNotices } from './notices'

/**
 * The reference of AT commands. It is more than a megabyte: it is fetched once, and when somebody begins to type or to look
 * something up, not with the page.
 */
export const useCommands = defineStore('commands', () => {
  const list = shallowRef<readonly CommandHelp[]>([])
  let fetching: Promise<void> | undefined
  const load = (): Promise<void> => (fetching ??= fetch())
  async function fetch(): Promise<void> {
    const reference = await useNotices().watch(client().call('commands.reference'))
    if (reference) list.value = reference
    else fetching = undefined
  }
  return { list, load }
})
