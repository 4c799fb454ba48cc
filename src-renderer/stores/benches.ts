import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SeenBench } from '@contract'
import { client } from '../api/client'
import { useNotices } from './notices'
import { useRemotes } from './remotes'

const everyMs = 2_000

/** All remembered benches; asked for while the page is looked at. */
export const useBenches = defineStore('benches', () => {
  const list = shallowRef<readonly SeenBench[] | null>(null)
  let timer = 0

  async function read(): Promise<void> {
    list.value = (await useNotices().watch(client().call('benches.read'))) ?? list.value
  }
  function follow(): void {
    void read()
    window.clearInterval(timer)
    timer = window.setInterval(() => void read(), everyMs)
  }
  function leave(): void {
    window.clearInterval(timer)
  }
  /** In a window of its own; what is missing for it is asked for in the dialog. */
  async function open(url: string): Promise<void> {
    const remotes = useRemotes()
    await remotes.open({ address: url, token: '', keep: true })
    if (remotes.error || remotes.toCompare) remotes.shown = true
  }
  async function forget(url: string): Promise<void> {
    await useRemotes().forget(url)
    await read()
  }
  return { list, follow, leave, open, forget }
})
