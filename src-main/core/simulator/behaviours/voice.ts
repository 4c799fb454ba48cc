import { ok } from '../answer'
import type { Behaviour } from '../behaviour'
import { accepted } from './accepted'

/** What other programs send at the start and expect an OK for; there are no voice calls. */
export const voice: Behaviour = [
  { name: '+CLCC', test: () => ok('+CLCC: (0,1)'), execute: () => ok() },
  { name: '+CPAS', test: () => ok('+CPAS: (0,3,4)'), execute: () => ok('+CPAS: 0') },
  accepted('+CLIP', 1),
  accepted('+CRC', 1),
  accepted('+CVHU', 1),
  accepted('+STK', 1),
]
