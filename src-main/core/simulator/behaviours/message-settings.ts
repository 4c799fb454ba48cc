import { cms, error, ok } from '../answer'
import type { Answer, Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'
import { isPhoneNumber, typeOfAddress } from '../../sms/address'
import { characterSetOf, isTextMode, quoted } from '../sms/message-lines'
import { understood } from '../sms/character-set'
import type { Indications } from '../sms/messages'
import { withMessages } from './messages'
import { numberSetting } from './setting'
import { tuple } from './tuple'

const wrongText = cms(305)

function indications({ modem, values }: Asked): Outcome {
  const now = modem.messages.indications
  const highest = [2, 3, 2, 2, 1]
  const wanted = highest.map((high, i) => (values[i]?.text ? numberIn(values[i], 0, high) : now[i]))
  const [mode, mt, bm, ds, bfr] = wanted
  if (mode === undefined || mt === undefined || bm === undefined || ds === undefined)
    return cms(303)
  if (bfr === undefined || bm === 1 || values.length > 5) return cms(303)
  const next: Indications = [mode, mt, bm, ds, bfr]
  modem.messages.indications = next
  return { after: () => (now[0] === 0 && mode > 0 ? modem.messages.flush() : undefined) }
}

/** `AT+CSMP=[fo[,vp[,pid[,dcs]]]]`: what a message sent in text mode is made with (27.005, 3.5.1). */
function parameters({ modem, values }: Asked): Outcome {
  const now = modem.stored.textParameters
  const wanted = now.map((value, i) => (values[i]?.text ? numberIn(values[i], 0, 255) : value))
  const [fo, vp, pid, dcs] = wanted
  if (fo === undefined || vp === undefined || pid === undefined || dcs === undefined)
    return wrongText
  if (values.length > 4) return wrongText
  modem.stored.textParameters = [fo, vp, pid, dcs]
  return {}
}

function serviceCentre({ modem, channel, values }: Asked): Outcome {
  const number = understood(values[0]?.text ?? '', characterSetOf(channel))
  const type = values[1] ? numberIn(values[1], 128, 255) : undefined
  if (number === undefined || !isPhoneNumber(number) || values.length > 2) return wrongText
  if (values[1] && type === undefined) return wrongText
  modem.stored.serviceCentre = type === 145 && !number.startsWith('+') ? `+${number}` : number
  return {}
}

const services: Answer = ok('+CSMS: 1,1,1')

function acknowledge({ modem, channel, values }: Asked): Outcome {
  const n = values[0] ? numberIn(values[0], 0, isTextMode(channel) ? 0 : 2) : 0
  if (n === undefined) return cms(isTextMode(channel) ? 305 : 304)
  if (modem.messages.unacknowledged === 0) return cms(340)
  modem.messages.unacknowledged--
  return {}
}

/** How messages are written, sent and told (27.005, 3.2 to 3.4). */
export const messageSettings: Behaviour = [
  numberSetting('+CMGF', 1),
  numberSetting('+CSDH', 1),
  {
    name: '+CSMS',
    test: () => ok('+CSMS: (0-1)'),
    read: ({ modem }) => ok(`+CSMS: ${modem.messages.service},1,1,1`),
    set: ({ modem, values }) => {
      const service = numberIn(values[0], 0, 1)
      if (service === undefined || values.length !== 1) return cms(302)
      modem.messages.service = service
      return services
    },
  },
  {
    name: '+CNMI',
    test: () => ok('+CNMI: (0,1,2),(0,1,2,3),(0,2),(0,1,2),(0,1)'),
    read: ({ modem }) => ok(`+CNMI: ${modem.messages.indications.join(',')}`),
    execute: ({ modem }) => {
      modem.messages.indications = [0, 0, 0, 0, 0]
      return {}
    },
    set: indications,
  },
  {
    name: '+CNMA',
    test: ({ channel }) => (isTextMode(channel) ? ok() : ok('+CNMA: (0-2)')),
    execute: acknowledge,
    set: acknowledge,
  },
  {
    name: '+CSCA',
    test: () => ok(),
    read: withMessages(({ modem, channel }) => {
      const { serviceCentre } = modem.stored
      return ok(`+CSCA: ${quoted(channel, serviceCentre)},${typeOfAddress(serviceCentre)}`)
    }),
    set: withMessages(serviceCentre),
  },
  {
    name: '+CSMP',
    test: () => ok(),
    read: ({ modem }) => ok(`+CSMP: ${modem.stored.textParameters.join(',')}`),
    set: parameters,
  },
  {
    name: '+CSCB',
    test: () => ok('+CSCB: (0-1)'),
    read: () => ok('+CSCB: 0,"",""'),
    set: ({ values }) =>
      numberIn(values[0], 0, 1) === undefined || values.length > 3 ? error : {},
  },
  tuple('+CGSMS', [[0, 3]], [3]),
  tuple('+CMMS', [[0, 2]], [0]),
]
