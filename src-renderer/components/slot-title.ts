import type { SlotName } from '@contract'
import { useModems } from '../stores/modems'
import { portName } from './port-name'

/** What is in a slot: its modem or, before that was asked, its port; `''` where none is open. */
export function slotTitle(slot: SlotName): string {
  const { modem, port } = useModems().slots[slot]
  return modem?.name ?? (port ? portName(port.path) : '')
}
