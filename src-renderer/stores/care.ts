import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowReactive, shallowRef } from 'vue'
import type {
  CallError,
  Leftover,
  MmState,
  PortInfo,
  ProbeResult,
  Restored,
  SlotName,
  UsbState,
} from '@contract'
import { client } from '../api/client'
import { useModems } from './modems'
import { errorOf } from './notices'

/** What was asked of a slot's modem about settings left behind, and what came of it. */
interface LeftBehind {
  readonly found: readonly Leftover[] | null
  readonly done: readonly Restored[]
  readonly busy: boolean
}
/** What a slot's modem is on USB, as it was read last. */
interface UsbRead {
  readonly state: UsbState | null
  /** It was told to be something else, and leaves the bus. */
  readonly written: boolean
  readonly busy: boolean
}
const usbNotAsked: UsbRead = { state: null, written: false, busy: false }
const notAsked: LeftBehind = { found: null, done: [], busy: false }

/** Getting along with the operating system: ModemManager, what it left in a modem, which port is for AT. */
export const useCare = defineStore('care', () => {
  const modems = useModems()
  /** By path; only ports of this computer can be ModemManager's. */
  const managers = shallowReactive<Record<string, MmState>>({})
  const taking = shallowRef('')
  const problem = shallowRef<CallError | null>(null)
  const left = shallowReactive<Record<SlotName, LeftBehind>>({ a: notAsked, b: notAsked })
  const usb = shallowReactive<Record<SlotName, UsbRead>>({ a: usbNotAsked, b: usbNotAsked })
  const probed = shallowReactive<Record<string, ProbeResult>>({})
  const trying = shallowRef('')
  const wanted = reactive<Record<string, boolean>>({})
  /** Look for the speed of each port. */
  const search = ref(false)
  let stopped = false

  /** Ports worth a try: those of this computer, and the simulated ones where there is nothing else. */
  const candidates = computed(() => {
    const real = modems.ports.filter((port) => port.kind === 'serial')
    return real.length > 0 ? real : modems.ports.filter((port) => port.kind === 'simulated')
  })

  /** Unless the person said otherwise, only USB ports that no table knows are tried: a console or a machine may hang on others. */
  function isWanted(port: PortInfo): boolean {
    const unknown = port.usb !== undefined && port.role === 'unknown' && port.use !== 'no'
    return wanted[port.path] ?? (port.kind === 'simulated' || unknown)
  }
  const chosen = computed(() => candidates.value.filter(isWanted).map((port) => port.path))

  async function tried<T>(call: Promise<T>): Promise<T | undefined> {
    problem.value = null
    try {
      return await call
    } catch (reason) {
      problem.value = errorOf(reason)
      return undefined
    }
  }

  /** Whether ModemManager drives the modem of a port; asked quietly, since it stands in nobody's way. */
  async function look(path: string): Promise<void> {
    if (!path.startsWith('/dev/')) return
    const state = await client()
      .call('mm.look', { path })
      .catch(() => undefined)
    if (state) managers[path] = state
  }
  async function hold(path: string, call: 'mm.take' | 'mm.release'): Promise<void> {
    taking.value = path
    const state = await tried(client().call(call, { path }))
    if (state) managers[path] = state
    taking.value = ''
  }
  const take = (path: string) => hold(path, 'mm.take')
  const release = (path: string) => hold(path, 'mm.release')

  async function readUsb(slot: SlotName): Promise<void> {
    usb[slot] = { ...usbNotAsked, state: usb[slot].state, busy: true }
    const state = await tried(client().call('usb.read', { slot }))
    usb[slot] = { ...usbNotAsked, state: state ?? null }
  }
  async function switchUsb(slot: SlotName, call: Promise<null>): Promise<void> {
    usb[slot] = { ...usb[slot], busy: true }
    const done = await tried(call)
    // Behind it the modem has other ports: what was read is of the past.
    usb[slot] = done === null ? { ...usbNotAsked, written: true } : { ...usb[slot], busy: false }
  }
  const writeUsb = (slot: SlotName, to: string) =>
    switchUsb(slot, client().call('usb.write', { slot, to }))
  const undoUsb = (slot: SlotName) => switchUsb(slot, client().call('usb.undo', { slot }))

  async function readLeft(slot: SlotName): Promise<void> {
    left[slot] = { ...left[slot], busy: true }
    const found = await tried(client().call('modem.leftovers', { slot }))
    left[slot] = { found: found ?? left[slot].found, done: [], busy: false }
  }
  /** Puts everything back, and shows how each went. */
  async function restore(slot: SlotName): Promise<void> {
    left[slot] = { ...left[slot], busy: true }
    const done = await tried(client().call('modem.restore', { slot }))
    left[slot] = { ...left[slot], done: done ?? [], busy: false }
  }
  const forget = (slot: SlotName) => void (left[slot] = notAsked)

  /** Tries the chosen ports one after the other, so that each result shows as it comes. */
  async function probe(): Promise<void> {
    stopped = false
    const paths = chosen.value
    for (const path of paths) delete probed[path]
    for (const path of paths) {
      if (stopped) break
      trying.value = path
      const results = await tried(
        client().call('ports.probe', { paths: [path], baudSearch: search.value }),
      )
      if (!results) break
      for (const result of results) probed[path] = result
    }
    trying.value = ''
  }
  /** The search for the speed on the open port of a slot, and what it brought. */
  const finding = reactive<Record<SlotName, boolean>>({ a: false, b: false })
  const speeds = shallowReactive<Record<SlotName, ProbeResult | null>>({ a: null, b: null })
  async function findSpeed(slot: SlotName): Promise<void> {
    problem.value = null
    speeds[slot] = null
    finding[slot] = true
    try {
      speeds[slot] = await client().call('port.findSpeed', { slot })
    } catch (reason) {
      const error = errorOf(reason)
      // A person stopped it.
      if (error.code !== 'at-cancelled') problem.value = error
    }
    finding[slot] = false
  }
  const stopFinding = (slot: SlotName) => void tried(client().call('at.cancel', { slot }))
  const stopProbe = () => void (stopped = true)

  return {
    managers,
    taking,
    problem,
    left,
    probed,
    trying,
    search,
    wanted,
    candidates,
    chosen,
    isWanted,
    look,
    take,
    release,
    usb,
    readUsb,
    writeUsb,
    undoUsb,
    readLeft,
    restore,
    forget,
    probe,
    stopProbe,
    finding,
    speeds,
    findSpeed,
    stopFinding,
  }
})
