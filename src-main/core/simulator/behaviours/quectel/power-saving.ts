import { activeSeconds, tauSeconds } from '../../../radio/gprs-timers'
import { ok, wrong } from '../../answer'
import type { Behaviour } from '../../behaviour'
import { numberIn } from '../../parameters'

const bits = /^[01]{4}$/

/** BG95&BG77&BG600L and BG96 AT Commands Manuals (+QPSMS, +QPTWEDRXS); `+QPSMS: 1,,,"46800","2880"` as a BG96 answered in public. */
export const quectelPowerSaving: Behaviour = [
  {
    name: '+QPSMS',
    test: () => ok('+QPSMS: (0-2),,,("00000000"-"11111111"),("00000000"-"11111111")'),
    // What the network gives, in seconds.
    read: ({ modem: { stored, radio } }) => {
      const given = radio.state.kind === 'registered' ? stored.saving.granted : undefined
      const on = stored.saving.psm ? 1 : 0
      if (!given) return ok(`+QPSMS: ${on},,,,`)
      return ok(`+QPSMS: ${on},,,"${tauSeconds(given.tau)}","${activeSeconds(given.active)}"`)
    },
  },
  {
    name: '+QPTWEDRXS',
    test: () => ok('+QPTWEDRXS: (0-3),(4),("0000"-"1111"),("0000"-"1111")'),
    read: ({ modem: { stored } }) => {
      const { edrx, cycle, window } = stored.saving
      return edrx ? ok(`+QPTWEDRXS: 4,"${window}","${cycle}"`) : ok()
    },
    // LTE-M alone: 4.
    set: ({ modem, values }) => {
      const mode = numberIn(values[0], 0, 3)
      const [window, cycle] = [values[2]?.text, values[3]?.text]
      const { saving } = modem.stored
      const asked = [window, cycle].filter((one) => one !== undefined)
      if (mode === undefined || values.length > 4 || !asked.every((one) => bits.test(one)))
        return wrong
      if (values[1] !== undefined && numberIn(values[1], 4, 4) === undefined) return wrong
      saving.edrx = mode === 1 || mode === 2
      if (window !== undefined) saving.window = window
      if (cycle !== undefined) saving.cycle = cycle
      return {}
    },
  },
]
