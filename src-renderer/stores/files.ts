import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CallError, FilesState, Input, ReadFile, SlotName, StoreKind } from '@contract'
import { client } from '../api/client'
import { errorOf } from './notices'

/** The files and certificates in the modem of the slot that is looked at. */
export const useFiles = defineStore('files', () => {
  const state = shallowRef<FilesState | null>(null)
  const error = shallowRef<CallError | null>(null)
  const busy = ref(false)
  let turn = 0

  function forget(): void {
    state.value = null
    error.value = null
    turn++
  }
  /** What came of it; undefined where it failed, or another slot is looked at by now. */
  async function tried<T>(work: () => Promise<T>): Promise<T | undefined> {
    const mine = turn
    busy.value = true
    error.value = null
    try {
      const value = await work()
      return mine === turn ? value : undefined
    } catch (reason) {
      if (mine === turn) error.value = errorOf(reason)
      return undefined
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  async function taken(work: () => Promise<FilesState>): Promise<boolean> {
    const read = await tried(work)
    if (read) state.value = read
    return read !== undefined
  }
  const read = (slot: SlotName) => taken(() => client().call('files.read', { slot }))
  const upload = (slot: SlotName, file: Omit<Input<'files.upload'>, 'slot'>) =>
    taken(() => client().call('files.upload', { slot, ...file }))
  const remove = (slot: SlotName, kind: StoreKind, name: string) =>
    taken(() => client().call('files.delete', { slot, kind, name }))
  const download = (slot: SlotName, name: string): Promise<ReadFile | undefined> =>
    tried(() => client().call('files.download', { slot, name }))
  return { state, error, busy, forget, read, upload, remove, download }
})
