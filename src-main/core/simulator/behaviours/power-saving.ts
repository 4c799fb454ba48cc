import { ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'

const timer = /^[01]{8}$/
const cycle = /^[01]{4}$/

/** `AT+CPSMS=1,,,"<TAU>","<active time>"` (27.007, 7.38); `AT+CPSMS=` and `=0` end it. */
function setPsm({ modem, values }: Asked): Outcome {
  const mode = values.length === 1 && values[0]?.text === '' ? 0 : numberIn(values[0], 0, 1)
  const [, , , tau, active] = values.map(({ text }) => text)
  const wanted = [tau, active].filter((one) => one !== undefined && one !== '')
  if (mode === undefined || values.length > 5 || !wanted.every((one) => timer.test(one ?? '')))
    return wrong
  const { saving } = modem.stored
  saving.psm = mode === 1
  if (tau) saving.tau = tau
  if (active) saving.active = active
  modem.psm.restart()
  return {}
}

/** `AT+CEDRXS=<mode>,4,"<cycle>"` (27.007, 7.40): LTE alone. */
function setEdrx({ modem, values }: Asked): Outcome {
  const mode = numberIn(values[0], 0, 3)
  const act = values[1] === undefined ? 4 : numberIn(values[1], 4, 4)
  const asked = values[2]?.text
  if (mode === undefined || act === undefined || values.length > 3) return wrong
  if (asked !== undefined && !cycle.test(asked)) return wrong
  const { saving } = modem.stored
  saving.edrx = mode === 1 || mode === 2
  if (asked !== undefined) saving.cycle = asked
  return {}
}

/** PSM and eDRX as 27.007 has them. */
export const powerSaving: Behaviour = [
  {
    name: '+CPSMS',
    test: () => ok('+CPSMS: (0,1),,,("00000000"-"11111111"),("00000000"-"11111111")'),
    read: ({ modem: { stored } }) => {
      const { psm, tau, active } = stored.saving
      return ok(`+CPSMS: ${psm ? 1 : 0},,,"${tau}","${active}"`)
    },
    set: setPsm,
  },
  {
    name: '+CEDRXS',
    test: () => ok('+CEDRXS: (0-3),(4),("0000"-"1111")'),
    read: ({ modem: { stored } }) =>
      stored.saving.edrx ? ok(`+CEDRXS: 4,"${stored.saving.cycle}"`) : ok(),
    set: setEdrx,
  },
  {
    name: '+CEDRXRDP',
    test: () => ok(),
    execute: ({ modem }) => {
      const { saving } = modem.stored
      const given = modem.radio.state.kind === 'registered' ? saving.grantedCycle : undefined
      if (given === undefined) return ok('+CEDRXRDP: 0')
      return ok(`+CEDRXRDP: 4,"${saving.cycle}","${given}","0011"`)
    },
  },
]
