import { cme, error, ok, wrong } from '../answer'
import type { Behaviour } from '../behaviour'
import { numberIn } from '../parameters'

/** AT+CMUX (27.007, 5.7): basic mode and UIH frames only, as SIMCom has it. */
export const multiplexer: Behaviour = [
  {
    name: '+CMUX',
    test: ({ modem }) => (modem.persona.mux ? ok(modem.persona.mux.test) : error),
    read: ({ modem }) =>
      modem.persona.mux ? ok(`+CMUX: 0,0,5,${modem.persona.mux.maxInfo},0,0,600`) : error,
    set: ({ modem, values }) => {
      const { mux } = modem.persona
      if (!mux) return error
      if (modem.muxed) return cme(3)
      if (numberIn(values[0], 0, 0) === undefined) return cme(4)
      const subset = values[1]?.text ? numberIn(values[1], 0, 0) : 0
      const info = values[3]?.text ? numberIn(values[3], 1, mux.maxInfo) : mux.maxInfo
      if (subset === undefined || info === undefined || values.length > 9) return wrong
      return { after: () => modem.startMux() }
    },
  },
]
