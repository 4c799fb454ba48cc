import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { OpenedLog, RowFilter, SlotName } from '@contract'

export const viewNames = [
  'bench',
  'connect',
  'link',
  'signal',
  'failover',
  'board',
  'log',
  'messages',
  'test',
  'settings',
] as const
export type ViewName = (typeof viewNames)[number]

const isView = (name: string): name is ViewName => viewNames.some((known) => known === name)

const viewKey = 'view'

/** Which screen is shown, and what floats above it. */
export const useShell = defineStore('shell', () => {
  const hash = window.location.hash.slice(1)
  const kept = localStorage.getItem(viewKey) ?? ''
  const view = ref<ViewName>(isView(hash) ? hash : isView(kept) ? kept : 'bench')
  const connectSlot = ref<SlotName>('a')
  const shortcutsOpen = ref(false)
  const exportOpen = ref(false)
  const paletteOpen = ref(false)
  /** The panel beside the charts. */
  const signalTab = ref<'poll' | 'cells' | 'scan' | 'compare' | 'events'>('poll')
  /** The slot the command reference or the macros are open for. */
  const referenceFor = ref<SlotName | null>(null)
  const macrosFor = ref<SlotName | null>(null)
  /** The slot whose port is looked after. */
  const careFor = ref<SlotName | null>(null)
  /** The slot whose SIM is looked at. */
  const cardFor = ref<SlotName | null>(null)
  const contextsFor = ref<SlotName | null>(null)
  const ussdFor = ref<SlotName | null>(null)
  const phonebookFor = ref<SlotName | null>(null)
  /** The opened log that is to be a modem, and the slot it is for. */
  const replayFor = shallowRef<{ readonly log: OpenedLog; readonly slot: SlotName } | null>(null)
  /** The simulated modem whose control page is open beside the view. */
  const simulatorFor = ref<string | null>(null)
  /** The slot a person worked in last. */
  const slotInUse = ref<SlotName>('a')
  /** The moment the log should show when it is next drawn. */
  const logTarget = shallowRef<{ readonly monoUs: number } | null>(null)
  /** What the log should show when it is next drawn. */
  const logFilter = shallowRef<RowFilter | null>(null)
  /** Whether the host can be reached; always true in the desktop window. */
  const hostUp = ref(true)
  /** Whether this window may only look. */
  const readOnly = ref(false)

  function show(name: ViewName): void {
    view.value = name
    window.history.replaceState(null, '', `#${name}`)
    localStorage.setItem(viewKey, name)
  }
  function showConnect(slot: SlotName): void {
    connectSlot.value = slot
    show('connect')
  }
  return {
    view,
    connectSlot,
    shortcutsOpen,
    exportOpen,
    paletteOpen,
    signalTab,
    referenceFor,
    macrosFor,
    careFor,
    cardFor,
    contextsFor,
    ussdFor,
    phonebookFor,
    replayFor,
    simulatorFor,
    slotInUse,
    logTarget,
    logFilter,
    hostUp,
    readOnly,
    show,
    showConnect,
  }
})
