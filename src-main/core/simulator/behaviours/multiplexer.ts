import { cme, error, ok, wrong } from '../answer'
import type { Behaviour } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { muxModes } from '../mux-offer'
import { numberIn } from '../parameters'

/** The modes it takes, and the list that names them; basic alone where nobody asked for others, as SIMCom has it. */
function offered({ muxOffer }: ModemParts): { modes: readonly number[]; list: string } {
  const modes = muxModes[muxOffer ?? 'basic']
  return { modes, list: `(${modes.join(',')})` }
}

/** AT+CMUX (27.007, 5.7): UIH frames only. */
export const multiplexer: Behaviour = [
  {
    name: '+CMUX',
    test: ({ modem }) =>
      modem.persona.mux ? ok(modem.persona.mux.test.replace('(0)', offered(modem).list)) : error,
    read: ({ modem }) =>
      modem.persona.mux ? ok(`+CMUX: 0,0,5,${modem.persona.mux.maxInfo},0,0,600`) : error,
    set: ({ modem, values }) => {
      const { mux } = modem.persona
      if (!mux) return error
      if (modem.muxed) return cme(3)
      const mode = numberIn(values[0], 0, 2)
      if (mode === undefined || !offered(modem).modes.includes(mode)) return cme(4)
      const subset = values[1]?.text ? numberIn(values[1], 0, 0) : 0
      const info = values[3]?.text ? numberIn(values[3], 1, mux.maxInfo) : mux.maxInfo
      if (subset === undefined || info === undefined || values.length > 9) return wrong
      return { after: () => modem.startMux(mode === 1 ? 'advanced' : 'basic') }
    },
  },
]
