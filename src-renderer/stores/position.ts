import { defineStore } from 'pinia'
import { shallowReactive, watch } from 'vue'
import type { CallError, GnssStart, PositionState, SlotName, TrackFormat } from '@contract'
import { client } from '../api/client'
import { download } from '../components/download'
import { useModems } from './modems'
import { errorOf } from './notices'

const slots = ['a', 'b'] as const
const everyMs = 1_000

/** Where the modems of both slots are, as it was read last; followed while their receivers are on, whatever page is shown. */
export const usePosition = defineStore('position', () => {
  const modems = useModems()
  const states = shallowReactive<Record<SlotName, PositionState | null>>({ a: null, b: null })
  const errors = shallowReactive<Record<SlotName, CallError | null>>({ a: null, b: null })
  const busy = shallowReactive<Record<SlotName, boolean>>({ a: false, b: false })
  const following = shallowReactive<Record<SlotName, boolean>>({ a: false, b: false })

  async function asked(slot: SlotName, ask: () => Promise<PositionState>): Promise<void> {
    busy[slot] = true
    errors[slot] = null
    try {
      states[slot] = await ask()
    } catch (reason) {
      errors[slot] = errorOf(reason)
      following[slot] = false
    } finally {
      busy[slot] = false
    }
  }
  const read = (slot: SlotName) => asked(slot, () => client().call('position.read', { slot }))

  async function power(slot: SlotName, on: boolean): Promise<void> {
    if (!on) following[slot] = false
    await asked(slot, () => client().call('position.power', { slot, on }))
    if (on) follow(slot)
  }
  async function start(slot: SlotName, kind: GnssStart): Promise<void> {
    await asked(slot, () => client().call('position.start', { slot, kind }))
    follow(slot)
  }
  const port = (slot: SlotName, path: string | null) =>
    asked(slot, () => client().call('position.port', { slot, path }))
  const stream = (slot: SlotName, on: boolean) =>
    asked(slot, () => client().call('position.stream', { slot, on }))

  /** Reads once a second until it is told to stop, the receiver is off, or something fails. */
  function follow(slot: SlotName): void {
    if (following[slot] || errors[slot] || states[slot]?.on === false) return
    following[slot] = true
    void again(slot)
  }
  async function again(slot: SlotName): Promise<void> {
    await new Promise((done) => window.setTimeout(done, everyMs))
    if (!following[slot]) return
    // What a person asks for goes first, and brings the state with it.
    if (!busy[slot]) await quietly(slot)
    if (states[slot]?.on === false) following[slot] = false
    if (following[slot]) void again(slot)
  }
  async function quietly(slot: SlotName): Promise<void> {
    try {
      const state = await client().call('position.read', { slot, whole: false })
      if (following[slot]) states[slot] = state
    } catch (reason) {
      if (!following[slot]) return
      errors[slot] = errorOf(reason)
      following[slot] = false
    }
  }
  function unfollow(slot: SlotName): void {
    following[slot] = false
  }

  async function save(slot: SlotName, format: TrackFormat, showPlaces: boolean): Promise<void> {
    errors[slot] = null
    try {
      download(await client().call('position.track', { slot, format, showPlaces }))
    } catch (reason) {
      errors[slot] = errorOf(reason)
    }
  }
  const clear = (slot: SlotName) =>
    asked(slot, async () => {
      await client().call('position.clear', { slot })
      return client().call('position.read', { slot, whole: false })
    })

  for (const slot of slots)
    watch(
      () => modems.slots[slot].port?.state === 'open',
      (open) => {
        if (open) return
        following[slot] = false
        states[slot] = null
        errors[slot] = null
      },
    )
  return {
    states,
    errors,
    busy,
    following,
    read,
    power,
    start,
    port,
    stream,
    follow,
    unfollow,
    save,
    clear,
  }
})
