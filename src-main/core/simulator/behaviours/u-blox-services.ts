import { bytesOf, fromHex, latin1 } from '../../bytes'
import type { MqttMessage } from '../../mqtt/packet'
import { error, ok, wrong } from '../answer'
import type { Answer, Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { fetchPage, handshakeMs, isPage, logInAsSet, logOut } from '../own-clients'
import { numberIn } from '../parameters'
import { untold } from '../web-service'

const MOST_TLS = 5
const MOST_PROFILES = 4
const online = ({ modem }: Asked) => modem.stack.isOpen || modem.stack.open()

/** `AT+UHTTP=<profile>[,<what>,<value>…]`: one profile at a time is simulated; the profile alone resets it. */
function configureHttp({ modem, values }: Asked): Outcome {
  const { web } = modem
  if (numberIn(values[0], 0, MOST_PROFILES - 1) === undefined) return wrong
  if (values.length === 1) {
    web.server = untold()
    return ok()
  }
  switch (numberIn(values[1], 0, 9)) {
    case 0:
    case 1:
      web.server = { ...web.server, host: values[2]?.text ?? '' }
      return ok()
    case 5: {
      const port = numberIn(values[2], 1, 65_535)
      if (port === undefined) return wrong
      web.server = { ...web.server, port }
      return ok()
    }
    case 6: {
      const secure = numberIn(values[2], 0, 1)
      const tls = values[3] === undefined ? 0 : numberIn(values[3], 0, MOST_TLS - 1)
      if (secure === undefined || tls === undefined) return wrong
      web.server = { ...web.server, secure: secure === 1, tls }
      return ok()
    }
    case undefined:
    default:
      return wrong
  }
}

/** `AT+UHTTPC=<profile>,1,"<path>","<file>"`: head and body go into the file; +UUHTTPCR tells when. */
function request(asked: Asked): Outcome {
  const { modem, values, channel } = asked
  const profile = numberIn(values[0], 0, MOST_PROFILES - 1)
  const [path = '', file = ''] = [values[2]?.text, values[3]?.text]
  if (profile === undefined || numberIn(values[1], 1, 1) === undefined) return wrong
  const { host, port, secure, tls } = modem.web.server
  if (host === '' || !path.startsWith('/') || file === '' || !online(asked)) return error
  const url = `http${secure ? 's' : ''}://${host}:${port}${path}`
  return {
    after: () =>
      modem.later(handshakeMs(modem, secure), () => {
        void fetchPage(modem, url, tls).then((page) => {
          const text = isPage(page) ? `${headOf(page.status, page.body)}${latin1(page.body)}` : ''
          const stored = isPage(page) && modem.storage.write('files', file, bytesOf(text))
          channel.unsolicited(`+UUHTTPCR: ${profile},1,${stored ? 1 : 0}`)
        })
      }),
  }
}
const headOf = (status: number, { length }: Uint8Array) =>
  `HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'Not OK'}\r\nContent-Length: ${length}\r\n\r\n`

/** `AT+USECPRF=<profile>[,<what>,<value>]`: the check of the certificate (0), the CA (3) and the name for SNI (10). */
function configureTls({ modem, values }: Asked): Outcome {
  const context = modem.web.tls[numberIn(values[0], 0, MOST_TLS - 1) ?? -1]
  const what = numberIn(values[1], 0, 10)
  if (!context || what === undefined || !values[2]) return wrong
  if (what === 0) {
    const level = numberIn(values[2], 0, 3)
    if (level === undefined) return wrong
    context.check = level === 0 ? 0 : 1
  } else if (what === 3) context.ca = values[2].text
  else if (what === 10) context.sni = values[2].text === '' ? 0 : 1
  else return wrong
  return ok()
}

/** What each answers of its own before the OK, which newer firmware leaves out. */
const taken = (older: boolean, name: string, command: number): Answer =>
  older ? ok(`${name}: ${command},1`) : ok()

/** `AT+UMQTT=<what>,<value>…`: client id (0), server (2, 3), user (4), TLS (11). */
function configureMqtt({ modem, values }: Asked, older: boolean): Outcome {
  const { settings } = modem.mqtt
  const what = numberIn(values[0], 0, 12)
  const text = values[1]?.text ?? ''
  if (what === 0) settings.id = text
  else if (what === 2 || what === 3) {
    const port = values[2] === undefined ? 1883 : numberIn(values[2], 1, 65_535)
    if (text === '' || port === undefined) return wrong
    settings.host = text
    settings.port = port
  } else if (what === 4) {
    settings.user = text
    settings.password = values[2]?.text
  } else if (what === 11) {
    const tls = values[2] === undefined ? 0 : numberIn(values[2], 0, MOST_TLS - 1)
    const secure = numberIn(values[1], 0, 1)
    if (tls === undefined || secure === undefined) return wrong
    settings.tls = secure === 1 ? tls : undefined
  } else if (what === undefined || (what !== 10 && what !== 12)) return wrong
  return taken(older, '+UMQTT', what)
}

function arrived(modem: ModemParts, older: boolean, message: MqttMessage): void {
  const { inbox } = modem.mqtt
  inbox.push(message)
  modem.say(`+UUMQTTC${older ? 'M' : ''}: 6,${inbox.length}`)
}

/** `+UMQTTC: 6,<QoS>,<octets of both>,<octets>,"<topic>",<octets>,"<message>"`. */
function readMessage({ modem }: Asked): Outcome {
  const message = modem.mqtt.inbox.shift()
  if (!message) return error
  const { topic, octets } = message
  const both = topic.length + octets.length
  return ok(`+UMQTTC: 6,1,${both},${topic.length},"${topic}",${octets.length},"${latin1(octets)}"`)
}

function run(asked: Asked, older: boolean): Outcome {
  const { modem, values, channel } = asked
  const command = numberIn(values[0], 0, 9)
  const connection = modem.mqtt.clients.get(0)?.connection
  /** The result in a line of its own behind the OK. */
  const later = (result: () => Promise<string>): Outcome => ({
    ...taken(older, '+UMQTTC', command ?? 0),
    after: () => void result().then((line) => channel.unsolicited(`+UUMQTTC: ${line}`)),
  })
  if (command === 1) {
    if (connection || modem.mqtt.settings.host === '' || !online(asked)) return error
    const news = {
      message: (message: MqttMessage) => arrived(modem, older, message),
      end: () => modem.say('+UUMQTTC: 0,101'),
    }
    const good = older ? 0 : 1
    const bad = older ? 1 : 0
    return later(async () => `1,${(await logInAsSet(modem, news)) === 0 ? good : bad}`)
  }
  if (!connection) return error
  if (command === 0) {
    logOut(modem)
    return older ? taken(older, '+UMQTTC', 0) : later(async () => '0,1')
  }
  if (command === 2) {
    const topic = values[4]?.text ?? ''
    const qos = numberIn(values[1], 0, 2)
    const hex = numberIn(values[3], 0, 1)
    const text = values[5]?.text ?? ''
    const octets = hex === 1 ? fromHex(text) : bytesOf(text)
    if (topic === '' || qos === undefined || hex === undefined || !octets) return wrong
    const sent = connection.publish(topic, Math.min(qos, 1), octets)
    // The older firmware waits for the broker, and has no line behind the OK.
    if (older) return { until: async () => ok(`+UMQTTC: 2,${(await sent) ? 1 : 0}`) }
    return later(async () => `2,${(await sent) ? 1 : 0}`)
  }
  if (command === 4) {
    const topic = values[2]?.text ?? ''
    const qos = numberIn(values[1], 0, 2)
    if (topic === '' || qos === undefined) return wrong
    return later(async () => {
      const granted = await connection.subscribe(topic, qos)
      return granted ? `4,1,${Math.min(qos, 1)},"${topic}"` : `4,${older ? 128 : 0}`
    })
  }
  return command === 6 && !older ? readMessage(asked) : error
}

/**
 * HTTP and MQTT of the module: u-blox SARA-R4 AT Commands Manual UBX-17003787, HTTP and MQTT; LARA-L6 / LARA-R6 AT Commands Manual
 * UBX-21046719. How the answers of SARA-R410M and SARA-R412M differ: u-blox/ubxlib, u_cell_mqtt.c; their reading of messages, which
 * comes by itself behind the OK, is not simulated.
 */
export const ubloxServices = (older: boolean): Behaviour => [
  { name: '+UHTTP', test: () => ok(), set: configureHttp },
  { name: '+UHTTPC', test: () => ok(), set: request },
  { name: '+USECPRF', test: () => ok(), set: configureTls },
  { name: '+UMQTT', test: () => ok(), set: (asked) => configureMqtt(asked, older) },
  { name: '+UMQTTC', test: () => ok(), set: (asked) => run(asked, older) },
]
