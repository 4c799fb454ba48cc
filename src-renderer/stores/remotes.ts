import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CallError, Input, KnownRemote } from '@contract'
import { client } from '../api/client'
import { errorOf, useNotices } from './notices'

/** Benches of other computers, each of which opens in a window of its own. */
export const useRemotes = defineStore('remotes', () => {
  const shown = ref(false)
  const list = shallowRef<readonly KnownRemote[]>([])
  const error = shallowRef<CallError | null>(null)
  const busy = ref(false)
  /** The certificate that a person is to compare, and the call that waits for it. */
  const toCompare = shallowRef<{
    readonly fingerprint: string
    readonly changed: boolean
    readonly asked: Input<'remote.open'>
  } | null>(null)

  /** By address: who typed a wrong token need not compare again. */
  const compared = new Map<string, string>()

  async function show(): Promise<void> {
    error.value = null
    toCompare.value = null
    shown.value = true
    list.value = (await useNotices().watch(client().call('remote.list'))) ?? []
  }
  async function open(given: Input<'remote.open'>): Promise<void> {
    const fingerprint = given.fingerprint ?? compared.get(given.address)
    const asked = fingerprint === undefined ? given : { ...given, fingerprint }
    error.value = null
    busy.value = true
    try {
      const answer = await client().call('remote.open', asked)
      if (answer.kind === 'opened') shown.value = false
      else {
        const { fingerprint: shownOne, changed = false } = answer
        toCompare.value = { fingerprint: shownOne, changed, asked }
      }
    } catch (reason) {
      toCompare.value = null
      error.value = errorOf(reason)
    } finally {
      busy.value = false
    }
  }
  async function trust(): Promise<void> {
    if (!toCompare.value) return
    const { fingerprint, asked } = toCompare.value
    compared.set(asked.address, fingerprint)
    await open({ ...asked, fingerprint })
  }
  async function forget(url: string): Promise<void> {
    list.value = (await useNotices().watch(client().call('remote.forget', { url }))) ?? list.value
  }
  return { shown, list, error, busy, toCompare, show, open, trust, forget }
})
