import { Fault } from '../fault'
import type { Words } from '../words'
import { fileKnobs } from './knobs/files'
import { gnssKnobs } from './knobs/gnss'
import { modemKnobs } from './knobs/modem'
import { networkKnobs } from './knobs/network'
import { packetKnobs } from './knobs/packets'
import { powerKnobs } from './knobs/power'
import { radioKnobs } from './knobs/radio'
import type { FaultKnob } from './knobs/knob'
import type { SimulatedModem } from './modem'
import { noFault } from './words'

/** Every knob and fault, in the order a control page shows them. */
export const faultKnobs: readonly FaultKnob[] = [
  ...networkKnobs,
  ...radioKnobs,
  ...gnssKnobs,
  ...packetKnobs,
  ...modemKnobs,
  ...fileKnobs,
  ...powerKnobs,
]

/** Names those that there are. */
export function noSuchFault(id: string): Words {
  const ids = faultKnobs.map((one) => one.id)
  return noFault(id, ids)
}

/** Applies a knob by its id. Throws Fault('bad-input') for an id or a value that cannot be used. */
export function applyFault(modem: SimulatedModem, id: string, value?: string): void {
  const knob = faultKnobs.find((one) => one.id === id)
  if (!knob) throw new Fault('bad-input', noSuchFault(id))
  knob.apply(modem, value)
}
