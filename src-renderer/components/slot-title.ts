import type { SlotName } from '@contract'
import { useModems } from '../stores/modems'
import { modemName } from './modem-name'
import { portName } from './port-name'

/** What is in a slot: its modem or, before that was asked, its port; `''` where none is open. */
export function slotTitle(slot: SlotName): string {
  const state = useModems().slots[slot]
  const { port } = state
  return modemName(state) ?? (port ? portName(port.path) : '')
}
