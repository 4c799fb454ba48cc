import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef } from 'vue'
import type {
  AdapterInfo,
  BoardPreset,
  BoardProfile,
  CallError,
  Input,
  SlotName,
  WayDown,
} from '@contract'
import { client } from '../api/client'
import { errorOf, useNotices } from './notices'

/** The boards there are, the adapters that were found, and what a person can do to a board. */
export const useBoard = defineStore('board', () => {
  const boards = shallowRef<readonly BoardProfile[]>([])
  /** Boards the person wrote. */
  const own = shallowRef<readonly BoardProfile[]>([])
  const presets = shallowRef<readonly BoardPreset[]>([])
  const all = computed(() => [...boards.value, ...own.value])
  const waysDown = shallowRef<readonly WayDown[]>([])
  const adapters = shallowRef<readonly AdapterInfo[]>([])
  const searching = shallowRef(false)
  /** Why the last thing asked of a slot's board failed. */
  const problems = shallowReactive<Record<SlotName, CallError | null>>({ a: null, b: null })

  async function load(): Promise<void> {
    if (boards.value.length === 0) await reload()
    if (boards.value.length > 0) await find()
  }
  async function reload(): Promise<void> {
    const found = await useNotices().watch(client().call('board.list'))
    if (!found) return
    boards.value = found.boards
    own.value = found.own
    presets.value = found.presets
    waysDown.value = found.waysDown
  }
  async function find(): Promise<void> {
    searching.value = true
    adapters.value = (await useNotices().watch(client().call('gpio.list'))) ?? adapters.value
    searching.value = false
  }
  async function tried(slot: SlotName, call: Promise<unknown>): Promise<boolean> {
    problems[slot] = null
    try {
      await call
      return true
    } catch (reason) {
      problems[slot] = errorOf(reason)
      return false
    }
  }
  const choose = (input: Input<'board.set'>) => tried(input.slot, client().call('board.set', input))
  const power = (input: Input<'board.power'>) =>
    tried(input.slot, client().call('board.power', input))
  const cancel = (slot: SlotName) => tried(slot, client().call('board.cancel', { slot }))
  const line = (input: Input<'board.line'>) => tried(input.slot, client().call('board.line', input))

  return {
    boards,
    own,
    all,
    presets,
    waysDown,
    adapters,
    searching,
    problems,
    load,
    reload,
    find,
    choose,
    power,
    cancel,
    line,
  }
})
