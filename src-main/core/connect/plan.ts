import type { ConnectTarget } from './connect-state'
import type { Step } from './step'
import { configure } from './steps/configure'
import { dial } from './steps/dial'
import { identity } from './steps/identity'
import { modeKnown } from './steps/mode-known'
import { portAnswers } from './steps/port-answers'
import { powerOn } from './steps/power-on'
import { address, ppp } from './steps/ppp'
import { dns, http, ping } from './steps/prove'
import { radioOn } from './steps/radio-on'
import { registration } from './steps/registration'
import { setUp } from './steps/set-up'
import { signal } from './steps/signal'
import { simReady } from './steps/sim-ready'
import { stored } from './steps/stored'

const overAt: readonly Step[] = [
  powerOn,
  portAnswers,
  modeKnown,
  setUp,
  identity,
  simReady,
  stored,
  configure,
  radioOn,
  registration,
  signal,
]
const overPpp: readonly Step[] = [dial, ppp, address, dns, ping, http]

/** The steps for a target, in order. `direct` leaves AT out: the far end speaks PPP from the first octet. */
export function planFor(target: ConnectTarget): readonly Step[] {
  return target.direct ? overPpp : [...overAt, ...overPpp]
}
