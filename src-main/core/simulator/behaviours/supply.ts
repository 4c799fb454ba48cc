import { ok } from '../answer'
import type { Asked, Behaviour } from '../behaviour'

/** `3.978V` on the SIM7672; the SIM5320 puts charging state and percent before it, Quectel writes `0,72,3978`. */
function charge({ modem }: Asked): string {
  const volts = `${modem.supply.volts.toFixed(3)}V`
  if (modem.persona.formats.cbc === 'volts') return `+CBC: ${volts}`
  const percent = Math.max(0, Math.min(100, Math.round((modem.supply.volts - 3.4) * 125)))
  const millivolts = Math.round(modem.supply.volts * 1000)
  return `+CBC: 0,${percent},${modem.persona.formats.cbc === 'millivolts' ? millivolts : volts}`
}

export const supply: Behaviour = [
  { name: '+CBC', test: () => ok(), execute: (asked) => ok(charge(asked)) },
  {
    name: '+CPMUTEMP',
    test: () => ok(),
    execute: ({ modem }) => ok(`+CPMUTEMP: ${modem.supply.celsius}`),
    read: ({ modem }) => ok(`+CPMUTEMP: ${modem.supply.celsius}`),
  },
]
