import { bytesOf, latin1 } from '../../../bytes'
import { error, ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import { logInAsSet, logOut } from '../../own-clients'
import { numberIn } from '../../parameters'

const MOST_PAYLOAD = 1_024

/** `AT+SMCONF="<name>",<value>`; what changes nothing here is taken. */
function configure({ modem, values }: Asked): Outcome {
  const { settings } = modem.mqtt
  const text = values[1]?.text ?? ''
  switch (values[0]?.text.toUpperCase()) {
    case 'URL': {
      const port = numberIn(values[2] && { ...values[2], quoted: false }, 1, 65_535)
      if (text === '' || (values[2] && port === undefined)) return wrong
      settings.host = text
      settings.port = port ?? 1883
      return ok()
    }
    case 'CLIENTID':
      settings.id = text
      return ok()
    case 'USERNAME':
      settings.user = text
      return ok()
    case 'PASSWORD':
      settings.password = text
      return ok()
    case 'KEEPTIME':
    case 'CLEANSS':
    case 'QOS':
      return numberIn(values[1], 0, 65_535) === undefined ? wrong : ok()
    case undefined:
    default:
      return wrong
  }
}

function connect({ modem }: Asked): Outcome {
  const { settings, clients } = modem.mqtt
  if (settings.host === '' || clients.has(0) || !modem.stack.isOpen) return error
  return {
    until: async () => {
      const result = await logInAsSet(modem, {
        message: ({ topic, octets }) => modem.say(`+SMSUB: "${topic}","${latin1(octets)}"`),
        end: () => modem.say('+SMSTATE: 0'),
      })
      return result === 0 ? ok() : error
    },
  }
}

function subscribe({ modem, values }: Asked): Outcome {
  const connection = modem.mqtt.clients.get(0)?.connection
  const topic = values[0]?.text ?? ''
  const qos = numberIn(values[1], 0, 2)
  if (topic === '' || qos === undefined) return wrong
  if (!connection) return error
  return { until: async () => ((await connection.subscribe(topic, qos)) ? ok() : error) }
}

/** `AT+SMPUB="<topic>",<octets>,<QoS>,<retain>`. */
function publish({ modem, values }: Asked): Outcome {
  const connection = modem.mqtt.clients.get(0)?.connection
  const topic = values[0]?.text ?? ''
  const octets = numberIn(values[1], 1, MOST_PAYLOAD)
  const qos = numberIn(values[2], 0, 2)
  if (topic === '' || octets === undefined || qos === undefined) return wrong
  if (!connection) return error
  return {
    octets,
    prompt: (typed) => {
      // What cannot be sent any more is told as the end of the connection.
      void connection.publish(topic, Math.min(qos, 1), bytesOf(typed))
      return ok()
    },
  }
}

/** SIM7070_SIM7080_SIM7090 MQTT(S) Application Note, without TLS. */
export const sim7070Mqtt: Behaviour = [
  { name: '+SMCONF', test: () => ok(), set: configure },
  {
    name: '+SMSSL',
    test: () => ok(),
    set: ({ values }) =>
      numberIn(values[0], 0, 0) === undefined || values.length > 1 ? wrong : ok(),
  },
  { name: '+SMCONN', test: () => ok(), execute: connect },
  {
    name: '+SMSTATE',
    test: () => ok(),
    read: ({ modem }) => ok(`+SMSTATE: ${modem.mqtt.clients.has(0) ? 1 : 0}`),
  },
  { name: '+SMSUB', test: () => ok(), set: subscribe },
  { name: '+SMPUB', test: () => ok(), set: publish },
  { name: '+SMDISC', test: () => ok(), execute: ({ modem }) => (logOut(modem) ? ok() : error) },
]
