import type { Behaviour } from '../behaviour'
import { basics } from './basics'
import { card } from './card'
import { contexts } from './contexts'
import { dial } from './dial'
import { events } from './events'
import { flow } from './flow'
import { functionality } from './functionality'
import { identity } from './identity'
import { internet } from './internet'
import { messages } from './messages'
import { multiplexer } from './multiplexer'
import { networkMode } from './network-mode'
import { operator } from './operator'
import { power } from './power'
import { profile } from './profile'
import { registration } from './registration'
import { signal } from './signal'
import { supply } from './supply'
import { voice } from './voice'
import { wallClock } from './wall-clock'

/** Everything a simulated modem can answer; a persona takes away what its firmware lacks. */
export const behaviours: readonly Behaviour[] = [
  basics,
  card,
  contexts,
  dial,
  events,
  flow,
  functionality,
  identity,
  internet,
  messages,
  multiplexer,
  networkMode,
  operator,
  power,
  profile,
  registration,
  signal,
  supply,
  voice,
  wallClock,
]
