import { bytesOf, latin1 } from '../../../bytes'
import { faultCode } from '../../../fault'
import type { MqttMessage } from '../../../mqtt/packet'
import { error, ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import type { ModemParts } from '../../modem-parts'
import { fetchPage, isPage, logInAsSet, logOut } from '../../own-clients'
import { numberIn } from '../../parameters'

/** errno of Zephyr. */
const REFUSED = -111
const online = ({ modem }: Asked) => modem.stack.isOpen || modem.stack.open()

/** `AT#XHTTPCCON=1,"<host>",<port>`, without TLS. */
function connect(asked: Asked): Outcome {
  const { modem, values } = asked
  const operation = numberIn(values[0], 0, 1)
  if (operation === 0) {
    if (!modem.web.request) return error
    modem.web.request = undefined
    return ok('#XHTTPCCON: 0')
  }
  const host = values[1]?.text ?? ''
  const port = numberIn(values[2], 1, 65_535)
  if (operation === undefined || host === '' || port === undefined || values.length > 3)
    return wrong
  if (modem.web.request || !online(asked)) return error
  return {
    until: async () => {
      try {
        ;(await modem.stack.dial(host, { port })).end()
        modem.web.request = { url: `http://${host}:${port}`, tls: 0 }
        return ok('#XHTTPCCON: 1')
      } catch (reason) {
        if (faultCode(reason) === undefined) throw reason
        return error
      }
    },
  }
}

/** `AT#XHTTPCREQ="GET","<path>"`: head and body come as they are, each with its count behind it. */
function request({ modem, values, channel }: Asked): Outcome {
  const path = values[1]?.text ?? ''
  const { request: open } = modem.web
  if (values[0]?.text !== 'GET' || !path.startsWith('/') || values.length > 2) return wrong
  if (!open) return error
  const say = (line: string) => channel.unsolicited(line)
  return {
    after: () => {
      say('#XHTTPCREQ: 0')
      void fetchPage(modem, `${open.url}${path}`, 0).then((page) => {
        if (!isPage(page)) return say(`#XHTTPCREQ: ${REFUSED}`)
        const head = `HTTP/1.1 ${page.status} OK\r\nContent-Length: ${page.body.length}\r\n\r\n`
        say(`${head}\r\n#XHTTPCRSP: ${head.length},0`)
        say(`${latin1(page.body)}\r\n#XHTTPCRSP: ${page.body.length},1`)
      })
    },
  }
}

function messageCame(modem: ModemParts, { topic, octets }: MqttMessage): void {
  modem.say(`#XMQTTMSG: ${topic.length},${octets.length}\r\n${topic}\r\n${latin1(octets)}`)
  modem.say('#XMQTTEVT: 2,0')
}

/** `AT#XMQTTCON=1,"<user>","<password>","<host>",<port>`, without TLS. */
function mqttConnect(asked: Asked): Outcome {
  const { modem, values } = asked
  const operation = numberIn(values[0], 0, 1)
  if (operation === 0) return logOut(modem) ? { after: () => modem.say('#XMQTTEVT: 1,0') } : error
  const [user, password, host = ''] = values.slice(1, 4).map(({ text }) => text)
  const port = numberIn(values[4], 1, 65_535)
  if (operation === undefined || host === '' || port === undefined || values.length > 5)
    return wrong
  if (modem.mqtt.settings.id === '' || modem.mqtt.clients.has(0) || !online(asked)) return error
  const login = {
    user: user === '' ? undefined : user,
    password: user === '' ? undefined : password,
  }
  Object.assign(modem.mqtt.settings, { host, port, ...login })
  const news = {
    message: (message: MqttMessage) => messageCame(modem, message),
    end: () => modem.say('#XMQTTEVT: 1,-104'),
  }
  return {
    after: () =>
      void logInAsSet(modem, news).then((result) => {
        modem.say(`#XMQTTEVT: 0,${typeof result === 'number' ? result : REFUSED}`)
        if (result !== 0) modem.say(`#XMQTTEVT: 1,${REFUSED}`)
      }),
  }
}

function subscribe({ modem, values }: Asked): Outcome {
  const connection = modem.mqtt.clients.get(0)?.connection
  const topic = values[0]?.text ?? ''
  const qos = numberIn(values[1], 0, 2)
  if (topic === '' || qos === undefined) return wrong
  if (!connection) return error
  return {
    // The answer of the broker is told as having come, whatever it says.
    after: () => void connection.subscribe(topic, qos).then(() => modem.say('#XMQTTEVT: 7,0')),
  }
}

/** `AT#XMQTTPUB="<topic>","<message>",<QoS>,<retain>`; data mode is not simulated. */
function publish({ modem, values }: Asked): Outcome {
  const connection = modem.mqtt.clients.get(0)?.connection
  const [topic = '', message = ''] = values.map(({ text }) => text)
  const qos = values[2] === undefined ? 0 : numberIn(values[2], 0, 2)
  if (topic === '' || message === '' || qos === undefined) return wrong
  if (!connection) return error
  return {
    after: () =>
      void connection.publish(topic, Math.min(qos, 1), bytesOf(message)).then((sent) => {
        if (sent && qos > 0) modem.say('#XMQTTEVT: 3,0')
      }),
  }
}

/** HTTP client and MQTT client AT commands of the Serial LTE Modem (nRF Connect SDK 2.6). */
export const nordicServices: Behaviour = [
  { name: '#XHTTPCCON', set: connect },
  { name: '#XHTTPCREQ', set: request },
  {
    name: '#XMQTTCFG',
    set: ({ modem, values }) => {
      modem.mqtt.settings.id = values[0]?.text ?? ''
      return modem.mqtt.settings.id === '' ? wrong : ok()
    },
  },
  { name: '#XMQTTCON', set: mqttConnect },
  { name: '#XMQTTSUB', set: subscribe },
  { name: '#XMQTTPUB', set: publish },
]
