import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ContextComparison, ContextTable, Input, SlotName } from '@contract'
import { client } from '../api/client'
import { useAsking } from './asking'

export type Change = Input<'contexts.write'>['change']

/** A change with what it would do, for a person to look at before it is written. */
export interface Proposal extends ContextComparison {
  readonly change: Change
}

/** The PDP contexts of the slot that is looked at. */
export const useContexts = defineStore('contexts', () => {
  const table = shallowRef<ContextTable | null>(null)
  const proposal = shallowRef<Proposal | null>(null)
  const { error, busy, leave, asked } = useAsking()

  function forget(): void {
    table.value = null
    proposal.value = null
    leave()
  }
  /** Whether it went well; why not is in `error`. */
  async function tried<T>(work: () => Promise<T>, take: (value: T) => void): Promise<boolean> {
    const value = await asked(work)
    if (value === undefined) return false
    take(value)
    return true
  }
  const take = (read: ContextTable) => {
    table.value = read
    proposal.value = null
  }
  function read(slot: SlotName): Promise<boolean> {
    return tried(() => client().call('contexts.read', { slot }), take)
  }
  function compare(slot: SlotName, change: Change): Promise<boolean> {
    proposal.value = null
    return tried(
      () => client().call('contexts.compare', { slot, change }),
      (compared) => (proposal.value = { ...compared, change }),
    )
  }
  /** Writes what was shown, and nothing else. */
  async function write(slot: SlotName): Promise<boolean> {
    const shown = proposal.value
    if (!shown) return false
    const { change, seen } = shown
    const done = await tried(() => client().call('contexts.write', { slot, change, seen }), take)
    if (done) return true
    // It may be written by half, or by somebody else: what is there now is shown beside the reason.
    const why = error.value
    proposal.value = null
    await tried(() => client().call('contexts.read', { slot }), take)
    error.value = why ?? error.value
    return false
  }
  return { table, proposal, error, busy, forget, read, compare, write }
})
