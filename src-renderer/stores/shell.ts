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
  'position',
  'radio',
  'benches',
  'settings',
] as const
export type ViewName = (typeof viewNames)[number]

/** The key that shows a page with Ctrl: 1 to 9 for the first ones, 0 for the last; there are more pages than digits. */
export function keyOfView(name: ViewName): string | undefined {
  const at = viewNames.indexOf(name)
  if (at === viewNames.length - 1) return '0'
  return at < 9 ? String(at + 1) : undefined
}

/** What is done with one slot in a dialog. */
export type SlotDialogName = 'macros' | 'care' | (typeof modemDialogs)[number]['name']
/** Those that ask the modem, so that they need an open port. */
export const modemDialogs = [
  { name: 'card', title: 'card.name', what: 'card.what' },
  { name: 'esim', title: 'esim.name', what: 'esim.what' },
  { name: 'contexts', title: 'contexts.name', what: 'contexts.what' },
  { name: 'ussd', title: 'ussd.name', what: 'ussd.what' },
  { name: 'voice', title: 'voice.name', what: 'voice.what' },
  { name: 'phonebook', title: 'phonebook.name', what: 'phonebook.what' },
  { name: 'sockets', title: 'sockets.name', what: 'sockets.what' },
  { name: 'files', title: 'files.name', what: 'files.what' },
] as const

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
  /** The slot the command reference is open for. */
  const referenceFor = ref<SlotName | null>(null)
  const slotDialog = shallowRef<{ readonly name: SlotDialogName; readonly slot: SlotName } | null>(
    null,
  )
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
  /** Whether what a person sets here is kept by this window alone: its token changes nothing for others. */
  const keepsToItself = ref(false)

  function show(name: ViewName): void {
    view.value = name
    window.history.replaceState(null, '', `#${name}`)
    localStorage.setItem(viewKey, name)
  }
  function showConnect(slot: SlotName): void {
    connectSlot.value = slot
    show('connect')
  }
  function openDialog(name: SlotDialogName, slot: SlotName): void {
    slotDialog.value = { name, slot }
  }
  function closeDialog(): void {
    slotDialog.value = null
  }
  return {
    view,
    connectSlot,
    shortcutsOpen,
    exportOpen,
    paletteOpen,
    signalTab,
    referenceFor,
    slotDialog,
    replayFor,
    simulatorFor,
    slotInUse,
    logTarget,
    logFilter,
    hostUp,
    readOnly,
    keepsToItself,
    show,
    showConnect,
    openDialog,
    closeDialog,
  }
})
