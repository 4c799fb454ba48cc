import { defineStore } from 'pinia'
import { computed, reactive, shallowReactive, shallowRef } from 'vue'
import {
  idleNet,
  rungIds,
  type CallError,
  type Events,
  type Framing,
  type PortInfo,
  type SlotName,
  type SlotState,
  type Snapshot,
} from '@contract'
import { client } from '../api/client'
import { portOfLastTime } from './last-port'
import { errorOf, useNotices } from './notices'
import { useSettings } from './settings'

/** A slot before the host has said anything about it. */
export function emptySlot(slot: SlotName): SlotState {
  return {
    slot,
    port: null,
    mode: 'closed',
    at: { through: null, found: false, held: false },
    back: null,
    prompt: null,
    second: { offered: [], port: null },
    unresponsive: false,
    unanswered: null,
    inFlight: null,
    rungs: rungIds.map((id) => ({ id, state: 'idle', word: { en: '', ja: '' } })),
    facts: [],
    connect: { state: 'idle', target: null, steps: [], verdict: null, startedMs: null },
    ip: null,
    net: idleNet,
    idle: null,
    board: null,
    macro: null,
    messages: { count: 0, sending: null },
    radioUndo: null,
    psm: null,
    sleep: null,
    voice: null,
    esimDownload: null,
    poll: { on: false, intervalMs: 10_000, commands: [], refused: [] },
    journal: null,
    modem: null,
  }
}

/** Both slots as the host sees them, the ports there are, and what a person can do to a port. */
export const useModems = defineStore('modems', () => {
  const slots = shallowReactive<Record<SlotName, SlotState>>({
    a: emptySlot('a'),
    b: emptySlot('b'),
  })
  const ports = shallowRef<readonly PortInfo[]>([])
  /** Why the last attempt to open a slot's port failed; shown where the port is chosen. */
  const problems = shallowReactive<Record<SlotName, CallError | null>>({ a: null, b: null })
  /** What stands in the port field of a slot. */
  const chosen = reactive<Record<SlotName, string>>({ a: '', b: '' })
  const baud = reactive<Record<SlotName, number>>({ a: 115200, b: 115200 })
  const framing = reactive<Record<SlotName, Framing>>({ a: '8N1', b: '8N1' })
  const app = shallowRef<Snapshot['app'] | null>(null)
  let seq = -1

  function takeSnapshot(snapshot: Snapshot): void {
    seq = snapshot.seq
    slots.a = snapshot.slots.a
    slots.b = snapshot.slots.b
    app.value = snapshot.app
    for (const slot of ['a', 'b'] as const) {
      const port = snapshot.slots[slot].port
      chosen[slot] = port?.path ?? (chosen[slot] || portOfLastTime(slot, snapshot))
      if (port) baud[slot] = port.baudRate
      if (port?.framing) framing[slot] = port.framing
    }
    takePorts(snapshot.ports)
  }

  function takePatch({ seq: number, slot, patch }: Events['patch']): void {
    if (number <= seq) return
    seq = number
    slots[slot] = { ...slots[slot], ...patch }
    const port = patch.port
    if (port) {
      chosen[slot] = port.path
      if (port.state === 'open') problems[slot] = null
    }
  }

  function takePorts(list: readonly PortInfo[]): void {
    ports.value = list
    suggestPorts()
  }

  /** With nothing chosen yet, each slot starts on a modem of its own: a real AT port first, else a simulated one. */
  function suggestPorts(): void {
    // The second AT port of a modem is for the slot that has its first one.
    const usable = ports.value.filter((port) => port.use === 'yes' && port.role !== 'at2')
    const best = [
      ...usable.filter((port) => port.kind === 'serial'),
      ...usable.filter((port) => port.kind === 'simulated'),
    ]
    for (const slot of ['a', 'b'] as const) {
      const other = chosen[slot === 'a' ? 'b' : 'a']
      chosen[slot] ||= best.find((port) => port.path !== other)?.path ?? ''
    }
  }

  async function open(slot: SlotName): Promise<void> {
    problems[slot] = null
    const path = chosen[slot].trim()
    const options = {
      baudRate: baud[slot],
      ...(framing[slot] === '8N1' ? {} : { framing: framing[slot] }),
      askAt: useSettings().values.askOnOpen,
    }
    try {
      await client().call('port.open', { slot, path, options })
    } catch (reason) {
      problems[slot] = errorOf(reason)
    }
  }

  async function close(slot: SlotName): Promise<void> {
    problems[slot] = null
    await useNotices().watch(client().call('port.close', { slot }))
  }

  /** Both outputs always travel together: drivers fill in the one that is missing. */
  async function setLines(slot: SlotName, lines: { dtr: boolean; rts: boolean }): Promise<void> {
    await useNotices().watch(client().call('port.lines', { slot, ...lines }))
  }

  async function refresh(slot: SlotName, key?: string): Promise<void> {
    await useNotices().watch(client().call('facts.refresh', key ? { slot, key } : { slot }))
  }

  async function poll(slot: SlotName, on: boolean): Promise<void> {
    await useNotices().watch(client().call('at.poll', { slot, on }))
  }

  /** The ladder, or with `keepCall` the escape alone; how it goes is in the state, and so is a cancel. */
  async function back(slot: SlotName, keepCall = false): Promise<void> {
    try {
      await client().call('mode.back', keepCall ? { slot, keepCall } : { slot })
    } catch (reason) {
      if (errorOf(reason).code !== 'at-cancelled') useNotices().failed(reason)
    }
  }
  async function cancelBack(slot: SlotName): Promise<void> {
    await useNotices().watch(client().call('mode.cancel', { slot }))
  }
  async function powerCycle(slot: SlotName): Promise<void> {
    await useNotices().watch(client().call('mode.powerCycle', { slot }))
  }

  async function resume(slot: SlotName): Promise<void> {
    await useNotices().watch(client().call('mode.resume', { slot }))
  }

  /** AT beside data through another port of the same modem; null gives it up. */
  async function useSecond(slot: SlotName, path: string | null): Promise<void> {
    await useNotices().watch(client().call('port.second', { slot, path }))
  }

  async function listPorts(): Promise<void> {
    const list = await useNotices().watch(client().call('ports.list'))
    if (list) takePorts(list)
  }

  const isOpen = computed(() => ({
    a: slots.a.port?.state === 'open',
    b: slots.b.port?.state === 'open',
  }))

  return {
    slots,
    ports,
    problems,
    chosen,
    baud,
    framing,
    app,
    isOpen,
    takeSnapshot,
    takePatch,
    takePorts,
    open,
    close,
    setLines,
    refresh,
    poll,
    back,
    cancelBack,
    powerCycle,
    resume,
    useSecond,
    listPorts,
  }
})
