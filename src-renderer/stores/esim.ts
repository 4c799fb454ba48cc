import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { EsimContents, SlotName } from '@contract'
import { client } from '../api/client'
import { useAsking } from './asking'
import { useNotices } from './notices'

/** The eUICC in the slot that is looked at. */
export const useEsim = defineStore('esim', () => {
  const contents = shallowRef<EsimContents | null>(null)
  const { error, busy, leave, asked } = useAsking()

  function forget(): void {
    contents.value = null
    leave()
  }
  async function taken(work: () => Promise<EsimContents>): Promise<boolean> {
    const read = await asked(work)
    if (read) contents.value = read
    return read !== undefined
  }
  const read = (slot: SlotName) => taken(() => client().call('esim.read', { slot }))
  const act = (slot: SlotName, what: 'enable' | 'disable' | 'remove', iccid: string) =>
    taken(() => client().call(`esim.${what}`, { slot, iccid }))
  const rename = (slot: SlotName, iccid: string, nickname: string) =>
    taken(() => client().call('esim.rename', { slot, iccid, nickname }))
  const download = (slot: SlotName, code: string, confirmation: string) =>
    taken(() =>
      client().call('esim.download', { slot, code, ...(confirmation && { confirmation }) }),
    )
  const deliver = (slot: SlotName) => taken(() => client().call('esim.deliver', { slot }))
  /** What is under way; the call that began it then says so. */
  const cancel = (slot: SlotName) => void useNotices().watch(client().call('at.cancel', { slot }))
  return { contents, error, busy, forget, read, act, rename, download, deliver, cancel }
})
