import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { CallError, Events, NetTool, SlotName, ToolAnswer, ToolProgress } from '@contract'
import { client } from '../api/client'
import { errorOf, useNotices } from './notices'

/** One tool on one slot: what it says while it runs, and its answer. */
export interface ToolRun {
  readonly running: boolean
  readonly progress: readonly ToolProgress[]
  readonly answer: ToolAnswer | null
  readonly error: CallError | null
}
export const noRun: ToolRun = { running: false, progress: [], answer: null, error: null }

/** Lines kept of a tool that goes on for hours. */
const mostLines = 2000
const keyOf = (slot: SlotName, tool: NetTool) => `${slot} ${tool}`

/** The tools that go over a slot's link. */
export const useNet = defineStore('net', () => {
  const runs = shallowReactive<Record<string, ToolRun>>({})

  function runOf(slot: SlotName, tool: NetTool): ToolRun {
    return runs[keyOf(slot, tool)] ?? noRun
  }
  function take({ slot, tool, progress }: Events['net']): void {
    const run = runOf(slot, tool)
    const kept = [...run.progress.slice(1 - mostLines), progress]
    runs[keyOf(slot, tool)] = { ...run, progress: kept }
  }
  async function start(
    slot: SlotName,
    tool: NetTool,
    call: () => Promise<ToolAnswer>,
  ): Promise<void> {
    const key = keyOf(slot, tool)
    runs[key] = { ...noRun, running: true }
    try {
      const answer = await call()
      runs[key] = { ...runOf(slot, tool), running: false, answer }
    } catch (reason) {
      const error = errorOf(reason)
      runs[key] = {
        ...runOf(slot, tool),
        running: false,
        // Who cancels knows that it was cancelled.
        error: error.code === 'at-cancelled' ? null : error,
      }
    }
  }
  async function cancel(slot: SlotName): Promise<void> {
    await useNotices().watch(client().call('net.cancel', { slot }))
  }
  return { runs, runOf, take, start, cancel }
})
