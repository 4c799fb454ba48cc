import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef } from 'vue'
import {
  thinned,
  type CallError,
  type CellStay,
  type OperatorScan,
  type SignalEvent,
  type SignalMarks,
  type SignalSample,
  type SlotName,
} from '@contract'
import { seriesOf } from '../charts/series'
import { client } from '../api/client'
import { oncePerFrame } from './frame'
import { errorOf, useNotices } from './notices'

const limit = 40_000
const mostEvents = 5000

/** A scan of a slot: running since then, its result, or why it failed. */
export interface ScanState {
  readonly sinceMs: number | null
  readonly result: OperatorScan | null
  readonly error: CallError | null
}
const noScan: ScanState = { sinceMs: null, result: null, error: null }

/** Signal samples of both slots, oldest first, what happened meanwhile, and the cells they were on. */
export const useSignal = defineStore('signal', () => {
  const samples = shallowRef<readonly SignalSample[]>([])
  const events = shallowRef<readonly SignalEvent[]>([])
  const cells = shallowRef<readonly CellStay[]>([])
  const scans = shallowReactive<Record<SlotName, ScanState>>({ a: noScan, b: noScan })
  const series = computed(() => seriesOf(samples.value))
  let pending: SignalSample[] = []

  const draw = oncePerFrame(() => {
    const arrived = pending
    pending = []
    const all = [...samples.value, ...arrived]
    samples.value = all.length > limit ? thinned(all, limit * 0.75) : all
  })

  function take(arrived: readonly SignalSample[]): void {
    pending.push(...arrived)
    draw()
  }
  function takeMarks(marks: SignalMarks): void {
    if (marks.events.length > 0)
      events.value = [...events.value, ...marks.events].slice(-mostEvents)
    cells.value = marks.cells
  }

  async function load(): Promise<void> {
    const notices = useNotices()
    const past = await notices.watch(client().call('signal.history', { maxPoints: limit / 2 }))
    if (past) samples.value = past
    const marks = await notices.watch(client().call('signal.marks'))
    if (!marks) return
    events.value = marks.events
    cells.value = marks.cells
  }

  async function scan(slot: SlotName): Promise<void> {
    scans[slot] = { ...scans[slot], sinceMs: Date.now(), error: null }
    try {
      const result = await client().call('operators.scan', { slot })
      scans[slot] = { sinceMs: null, result, error: null }
    } catch (reason) {
      const error = errorOf(reason)
      // Who cancels a scan knows that it was cancelled.
      scans[slot] = {
        ...scans[slot],
        sinceMs: null,
        error: error.code === 'at-cancelled' ? null : error,
      }
    }
  }
  async function cancelScan(slot: SlotName): Promise<void> {
    await useNotices().watch(client().call('at.cancel', { slot }))
  }
  async function poll(slot: SlotName, on: boolean, intervalMs: number): Promise<void> {
    await useNotices().watch(client().call('at.poll', { slot, on, intervalMs }))
  }
  async function pollAgain(slot: SlotName, command: string): Promise<void> {
    await useNotices().watch(client().call('at.pollAgain', { slot, command }))
  }
  return {
    samples,
    events,
    cells,
    scans,
    series,
    take,
    takeMarks,
    load,
    scan,
    cancelScan,
    poll,
    pollAgain,
  }
})
