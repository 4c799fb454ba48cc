import { defineStore } from 'pinia'
import { computed, reactive, shallowReactive, watch } from 'vue'
import type {
  CallError,
  CellsHeard,
  Input,
  RadioComparison,
  RadioItemId,
  RadioState,
  SlotName,
} from '@contract'
import { client } from '../api/client'
import { useModems } from './modems'
import { errorOf } from './notices'

const slots = ['a', 'b'] as const
type Changes = Input<'radio.write'>['changes']
type Draft = { [item in RadioItemId]?: string[] }
const pairsOf = (draft: Draft): Changes =>
  Object.entries(draft).map(([item, chosen]) => ({ item: item as RadioItemId, chosen }))

/** The settings of the radios in both slots as they were read last, and what a person wants of them. */
export const useRadio = defineStore('radio', () => {
  const modems = useModems()
  const states = shallowReactive<Record<SlotName, RadioState | null>>({ a: null, b: null })
  const cells = shallowReactive<Record<SlotName, CellsHeard | null>>({ a: null, b: null })
  const errors = shallowReactive<Record<SlotName, CallError | null>>({ a: null, b: null })
  const busy = shallowReactive<Record<SlotName, boolean>>({ a: false, b: false })
  const drafts = reactive<Record<SlotName, Draft>>({ a: {}, b: {} })
  const proposals = shallowReactive<
    Record<SlotName, (RadioComparison & { readonly changes: Changes }) | null>
  >({ a: null, b: null })

  async function asked(slot: SlotName, ask: () => Promise<RadioState>): Promise<boolean> {
    busy[slot] = true
    errors[slot] = null
    try {
      take(slot, await ask())
      return true
    } catch (reason) {
      errors[slot] = errorOf(reason)
      return false
    } finally {
      busy[slot] = false
    }
  }
  function take(slot: SlotName, state: RadioState): void {
    states[slot] = state
    drafts[slot] = {}
    proposals[slot] = null
  }
  const read = (slot: SlotName) => asked(slot, () => client().call('radio.read', { slot }))

  async function readCells(slot: SlotName): Promise<void> {
    busy[slot] = true
    errors[slot] = null
    try {
      cells[slot] = await client().call('radio.cells', { slot })
    } catch (reason) {
      errors[slot] = errorOf(reason)
    } finally {
      busy[slot] = false
    }
  }

  /** What is wanted of a setting; what is wanted as it is, is no wish. */
  function wish(slot: SlotName, item: RadioItemId, chosen: readonly string[]): void {
    proposals[slot] = null
    const now = states[slot]?.items.find(({ id }) => id === item)?.chosen ?? []
    const same = now.length === chosen.length && chosen.every((one) => now.includes(one))
    if (same) delete drafts[slot][item]
    else drafts[slot][item] = [...chosen]
  }
  async function compare(slot: SlotName): Promise<void> {
    const changes = pairsOf(drafts[slot])
    busy[slot] = true
    errors[slot] = null
    try {
      proposals[slot] = {
        ...(await client().call('radio.compare', { slot, changes })),
        changes,
      }
    } catch (reason) {
      errors[slot] = errorOf(reason)
    } finally {
      busy[slot] = false
    }
  }
  /** Writes what was shown, and nothing else; where it fails, what is there now is shown beside the reason. */
  async function write(slot: SlotName): Promise<void> {
    const shown = proposals[slot]
    if (!shown) return
    const { changes, seen } = shown
    await carriedOut(slot, () => client().call('radio.write', { slot, changes, seen }))
  }
  const keep = (slot: SlotName) => carriedOut(slot, () => client().call('radio.keep', { slot }))
  const undo = (slot: SlotName) => carriedOut(slot, () => client().call('radio.undo', { slot }))
  async function carriedOut(slot: SlotName, ask: () => Promise<RadioState>): Promise<void> {
    if (await asked(slot, ask)) return
    const why = errors[slot]
    await read(slot)
    errors[slot] = why ?? errors[slot]
  }
  const wished = computed(() => ({
    a: Object.keys(drafts.a).length,
    b: Object.keys(drafts.b).length,
  }))

  for (const slot of slots) {
    watch(
      () => modems.slots[slot].port?.state === 'open',
      (open) => {
        if (open) return
        states[slot] = null
        cells[slot] = null
        errors[slot] = null
        drafts[slot] = {}
        proposals[slot] = null
      },
    )
    // It went back by itself, or somebody elsewhere kept it.
    watch(
      () => modems.slots[slot].radioUndo,
      (now, before) => {
        if (before && !now && !busy[slot] && states[slot]) void read(slot)
      },
    )
  }
  return {
    states,
    cells,
    errors,
    busy,
    drafts,
    proposals,
    wished,
    read,
    readCells,
    wish,
    compare,
    write,
    keep,
    undo,
  }
})
