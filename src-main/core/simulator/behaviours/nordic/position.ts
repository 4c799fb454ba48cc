import { ok, wrong, error } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import type { ModemParts } from '../../modem-parts'
import { numberIn } from '../../parameters'
import type { SkyPlace } from '../../sky'

/** GNSS is the third of the systems, and the modem has to be active. */
const allowed = ({ kept, radio }: ModemParts) =>
  kept.get('%XSYSTEMMODE')?.[2] === 1 && radio.functionality === 1
const state = (modem: ModemParts) => `#XGPS: ${allowed(modem) ? 1 : 0},${modem.position.on ? 1 : 0}`

/** `#XGPS: 35.457576,139.625090,121.473785,22.199919,0.442868,0.000000,"2021-06-02 06:25:48"`: accuracy in metres, speed in m/s. */
function place({ latitude, longitude, altitudeM, speedKmh, course }: SkyPlace, nowMs: number) {
  const values = [latitude, longitude, altitudeM, 5, speedKmh / 3.6, course]
  const moment = new Date(nowMs).toISOString().slice(0, 19).replace('T', ' ')
  return `#XGPS: ${values.map((value) => value.toFixed(6)).join(',')},"${moment}"`
}

/** `AT#XGPS=1,<cloud_assistance>,<interval>`; only the continuous interval is simulated, and no cloud. */
function set({ modem, values }: Asked) {
  const operation = numberIn(values[0], 0, 1)
  if (operation === 0 && values.length === 1) {
    if (!modem.position.on) return error
    modem.position.stop()
    return ok('#XGPS: 1,0')
  }
  const cloud = numberIn(values[1], 0, 0)
  const interval = numberIn(values[2], 1, 1)
  if (operation !== 1 || cloud === undefined || interval === undefined || values.length > 3)
    return wrong
  if (!allowed(modem) || modem.position.on) return error
  modem.position.start(1)
  modem.position.tells = place
  return ok('#XGPS: 1,1')
}

/** GNSS of the Serial LTE Modem (nRF Connect SDK 2.6, GNSS AT commands). */
export const nordicPosition: Behaviour = [
  {
    name: '#XGPS',
    test: () => ok('#XGPS: (0,1),(0,1),<interval>,<timeout>'),
    read: ({ modem }) => ok(state(modem)),
    set,
  },
]
