import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { FilesState, Input, ReadFile, SlotName, StoreKind } from '@contract'
import { client } from '../api/client'
import { useAsking } from './asking'

/** The files and certificates in the modem of the slot that is looked at. */
export const useFiles = defineStore('files', () => {
  const state = shallowRef<FilesState | null>(null)
  const { error, busy, leave, asked } = useAsking()

  function forget(): void {
    state.value = null
    leave()
  }
  async function taken(work: () => Promise<FilesState>): Promise<boolean> {
    const read = await asked(work)
    if (read) state.value = read
    return read !== undefined
  }
  const read = (slot: SlotName) => taken(() => client().call('files.read', { slot }))
  const upload = (slot: SlotName, file: Omit<Input<'files.upload'>, 'slot'>) =>
    taken(() => client().call('files.upload', { slot, ...file }))
  const remove = (slot: SlotName, kind: StoreKind, name: string) =>
    taken(() => client().call('files.delete', { slot, kind, name }))
  const download = (slot: SlotName, name: string): Promise<ReadFile | undefined> =>
    asked(() => client().call('files.download', { slot, name }))
  return { state, error, busy, forget, read, upload, remove, download }
})
