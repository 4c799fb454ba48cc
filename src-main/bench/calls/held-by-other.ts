import { Fault, faultCode } from '@core/fault'
import type { SlotName } from '@core/modem/slot-names'
import type { SlotState } from '@contract'
import { otherSlotHas } from './words'

type Ports = { readonly [name in SlotName]: { readonly state: Pick<SlotState, 'port' | 'second'> } }

const bare = (path: string | undefined) => path?.replace(/^(sim:[^?]*)\?.*$/s, '$1').toLowerCase()

/** The error of opening a port, with the slot of this bench that has it, where one has. */
export function heldByOther(slots: Ports, slot: SlotName, path: string, error: unknown): unknown {
  if (!/^port-(busy|already-open)$/.test(faultCode(error) ?? '')) return error
  const other = slot === 'a' ? 'b' : 'a'
  const { port, second } = slots[other].state
  const taken = [port, second.port].some(
    (one) => one?.state === 'open' && bare(one.path) === bare(path),
  )
  return taken ? new Fault('port-already-open', otherSlotHas(other, path), { cause: error }) : error
}
