import { nextTick, onBeforeUnmount, onMounted } from 'vue'
import { useMacros } from '../stores/macros'
import { keyOfView, useShell, viewNames } from '../stores/shell'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

const slots = ['a', 'b'] as const

const viewAt = (key: string) => viewNames.find((name) => keyOfView(name) === key)

/** The keys that work everywhere in the window. */
export function useShortcuts(): void {
  const shell = useShell()

  function pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return
    const control = event.ctrlKey || event.metaKey
    const view = control && !event.altKey ? viewAt(event.key) : undefined
    if (view) {
      event.preventDefault()
      shell.show(view)
    } else if (event.key === 'F6') {
      event.preventDefault()
      void otherSlot()
    } else if (control && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      shell.paletteOpen = !shell.paletteOpen
    } else if (control && event.key.toLowerCase() === 'e') {
      event.preventDefault()
      shell.exportOpen = true
    } else if (event.key === 'F1') {
      event.preventDefault()
      shell.referenceFor = shell.slotInUse
    } else if (event.altKey && !control && /^[1-9]$/.test(event.key)) {
      event.preventDefault()
      void useMacros().runKey(shell.slotInUse, Number(event.key))
    } else if (event.key === '?' && !isTyping(event.target)) {
      shell.shortcutsOpen = true
    }
  }

  /** Goes to the other slot's command line; from elsewhere, whatever page it is, to that of the slot in use. */
  async function otherSlot(): Promise<void> {
    const here = slots.find((slot) => document.activeElement === terminalInput(slot))
    const wanted = here === undefined ? shell.slotInUse : here === 'a' ? 'b' : 'a'
    shell.show('bench')
    if (terminalInput(wanted)) shell.slotInUse = wanted
    await nextTick()
    ;(terminalInput(wanted) ?? terminalInput('a'))?.focus()
  }
  const terminalInput = (slot: string) =>
    document.querySelector<HTMLElement>(`[data-testid="terminal-${slot}-input"]`)

  onMounted(() => window.addEventListener('keydown', pressed))
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed))
}
