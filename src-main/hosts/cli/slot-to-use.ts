import { Fault, type SlotName, type SlotState } from '@contract'
import { bothInUse } from './words'

type Used = Pick<SlotState, 'slot' | 'port'>

/** Nobody works with it: it has no port, or one that did not open and that nothing takes up again. */
export const isFree = ({ port }: Pick<Used, 'port'>): boolean =>
  port === null || port.state === 'failed'

/** The first free slot of a bench elsewhere. Throws `Fault('port-slots-full')` with what each of them has open. */
export function slotToUse(slots: readonly Used[], where: string): SlotName {
  const free = slots.find(isFree)
  if (free) return free.slot
  const list = slots.map(({ slot, port }) => `${slot.toUpperCase()} ${port?.path ?? ''}`)
  throw new Fault('port-slots-full', bothInUse(where, list))
}
