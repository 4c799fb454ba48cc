import { bytesOf, latin1 } from '../../bytes'
import type { MqttMessage } from '../../mqtt/packet'
import { ok, wrong } from '../answer'
import type { Answer, Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import type { TakenClient } from '../mqtt-service'
import { handshakeMs, reachBroker, type NotReached } from '../own-clients'
import { numberIn } from '../parameters'
import { MOST_TLS } from '../web-service'

/** <err> of SIMCom's MQTT(S) Application Note. */
const SOCKET = 3
const NO_NETWORK = 7
const NOT_STARTED = 9
const NO_CONNECTION = 11
const INVALID = 12
const SENDING = 16
const NO_TOPIC = 18
const IN_USE = 19
const NOT_TAKEN = 20
const STARTED = 23
const DNS = 25
const SOCKET_CLOSED = 26
const REFUSED = [0, 27, 28, 29, 30, 31]
const errorOf: { readonly [why in NotReached]: number } = {
  'no network': NO_NETWORK,
  'no name': DNS,
  'no server': SOCKET,
  refused: 32,
  'no CA': 33,
}
const MOST_CLIENTS = 2
const MOST_TOPIC = 1024
const MOST_PAYLOAD = 10_240
const START_MS = [400, 1_000] as const

/** OK, and the result in a line of its own when it is there. */
function later(
  { modem, channel }: Asked,
  ms: number,
  result: () => Promise<string> | string,
): Answer {
  return {
    after: () =>
      modem.later(ms, () => {
        void Promise.resolve(result()).then((line) => channel.unsolicited(line))
      }),
  }
}
const refused = (line: string): Answer => ({ lines: [line], final: { kind: 'error' } })

function start(asked: Asked): Outcome {
  const { modem } = asked
  const { mqtt, stack } = modem
  if (mqtt.started) return refused(`+CMQTTSTART: ${STARTED}`)
  return later(asked, modem.pick(START_MS), () => {
    const open = stack.isOpen
    if (!open && !stack.open()) return `+CMQTTSTART: ${NO_NETWORK}`
    mqtt.started = true
    mqtt.openedStack = !open
    return '+CMQTTSTART: 0'
  })
}
function stop(asked: Asked): Outcome {
  const { modem } = asked
  const { mqtt, stack } = modem
  if (!mqtt.started) return refused(`+CMQTTSTOP: ${NOT_STARTED}`)
  if (mqtt.clients.size > 0) return refused('+CMQTTSTOP: 21')
  return later(asked, modem.pick(START_MS), () => {
    if (mqtt.openedStack) stack.close()
    mqtt.reset()
    return '+CMQTTSTOP: 0'
  })
}

const clientNumber = ({ values }: Asked): number | undefined =>
  numberIn(values[0], 0, MOST_CLIENTS - 1)

/** A command for a client that was taken; `connected`: and that has a connection. */
function withClient(
  name: string,
  run: (asked: Asked, client: TakenClient, number: number) => Outcome,
  connected = false,
) {
  return (asked: Asked): Outcome => {
    const number = clientNumber(asked)
    if (number === undefined) return wrong
    const client = asked.modem.mqtt.clients.get(number)
    if (!client) return refused(`${name}: ${number},${NOT_TAKEN}`)
    if (connected && !client.connection) return refused(`${name}: ${number},${NO_CONNECTION}`)
    return run(asked, client, number)
  }
}

/** `AT+CMQTTACCQ=<client>,"<client id>"[,<0 TCP, 1 TLS>]`. */
function take(asked: Asked): Outcome {
  const { modem, values } = asked
  const number = clientNumber(asked)
  const id = values[1]?.text ?? ''
  if (number === undefined || id === '') return wrong
  if (!modem.mqtt.started) return refused(`+CMQTTACCQ: ${number},${NOT_STARTED}`)
  if (modem.mqtt.clients.has(number)) return refused(`+CMQTTACCQ: ${number},${IN_USE}`)
  const secure = numberIn(values[2], 0, 1) === 1
  const empty = { topic: '', payload: new Uint8Array(0), connection: undefined }
  modem.mqtt.clients.set(number, { id, secure, tls: 0, ...empty })
  return ok()
}

/** A message as it is told: header by header, octets behind their count. */
function told(modem: ModemParts, number: number, { topic, octets }: MqttMessage): void {
  modem.say(`+CMQTTRXSTART: ${number},${topic.length},${octets.length}`)
  modem.say(`+CMQTTRXTOPIC: ${number},${topic.length}\r\n${topic}`)
  modem.say(`+CMQTTRXPAYLOAD: ${number},${octets.length}\r\n${latin1(octets)}`)
  modem.say(`+CMQTTRXEND: ${number}`)
}

/** Connects and logs in: 0, or what the manual says of it. */
async function connected(
  { modem, values }: Asked,
  client: TakenClient,
  number: number,
): Promise<number> {
  const [, host = '', port = ''] = /^tcp:\/\/([^:/]+):(\d+)$/i.exec(values[1]?.text ?? '') ?? []
  const connection = await reachBroker(
    modem,
    { host, port: Number(port), tls: client.secure ? client.tls : undefined },
    (message) => told(modem, number, message),
    () => {
      if (client.connection !== connection) return
      client.connection = undefined
      modem.say(`+CMQTTCONNLOST: ${number},1`)
    },
  )
  if (typeof connection === 'string') return errorOf[connection]
  const code = await connection.login({
    clientId: client.id,
    keepAliveS: numberIn(values[2], 1, 64_800) ?? 60,
    user: values[4]?.text,
    password: values[5]?.text,
  })
  if (code === 0) client.connection = connection
  return code === undefined ? SOCKET_CLOSED : (REFUSED[code] ?? SOCKET)
}
function connect(asked: Asked, client: TakenClient, number: number): Outcome {
  const { modem, values } = asked
  if (client.connection || !/^tcp:\/\/[^:/]+:\d+$/i.test(values[1]?.text ?? ''))
    return refused(`+CMQTTCONNECT: ${number},${INVALID}`)
  const ms = handshakeMs(modem, client.secure)
  return later(
    asked,
    ms,
    async () => `+CMQTTCONNECT: ${number},${await connected(asked, client, number)}`,
  )
}
function disconnect(asked: Asked, client: TakenClient, number: number): Outcome {
  return later(asked, asked.modem.network.roundTripMs(), () => {
    client.connection?.end()
    client.connection = undefined
    return `+CMQTTDISC: ${number},0`
  })
}

/** A prompt for so many octets. */
function asking(
  most: number,
  take: (asked: Asked, client: TakenClient, typed: string, number: number) => Answer,
) {
  return (asked: Asked, client: TakenClient, number: number): Outcome => {
    const octets = numberIn(asked.values[1], 1, most)
    if (octets === undefined) return wrong
    return { octets, prompt: (typed) => take(asked, client, typed, number) }
  }
}
const subscribe = asking(MOST_TOPIC, (asked, client, topic, number) => {
  const qos = numberIn(asked.values[2], 0, 2) ?? 0
  return later(asked, 0, async () => {
    const granted = await client.connection?.subscribe(topic, qos)
    return `+CMQTTSUB: ${number},${granted ? 0 : SENDING}`
  })
})
const topicOf = asking(MOST_TOPIC, (_asked, client, topic) => {
  client.topic = topic
  return ok()
})
const payloadOf = asking(MOST_PAYLOAD, (_asked, client, payload) => {
  client.payload = bytesOf(payload)
  return ok()
})
function publish(asked: Asked, client: TakenClient, number: number): Outcome {
  // QoS 2 goes out as 1: the broker of the simulated internet grants no more.
  const qos = Math.min(numberIn(asked.values[1], 0, 2) ?? 0, 1)
  const { topic, payload } = client
  if (topic === '') return refused(`+CMQTTPUB: ${number},${NO_TOPIC}`)
  return later(asked, 0, async () => {
    const sent = await client.connection?.publish(topic, qos, payload)
    client.topic = ''
    return `+CMQTTPUB: ${number},${sent ? 0 : SENDING}`
  })
}

/** MQTT over the modem's own stack (SIMCom MQTT(S) Application Note). */
export const mqtt: Behaviour = [
  { name: '+CMQTTSTART', test: () => ok(), execute: start },
  { name: '+CMQTTSTOP', test: () => ok(), execute: stop },
  { name: '+CMQTTACCQ', test: () => ok(), set: take },
  {
    name: '+CMQTTREL',
    test: () => ok(),
    set: withClient('+CMQTTREL', ({ modem }, client, number) => {
      client.connection?.end()
      modem.mqtt.clients.delete(number)
      return ok()
    }),
  },
  {
    name: '+CMQTTSSLCFG',
    test: () => ok(),
    set: withClient('+CMQTTSSLCFG', ({ values }, client) => {
      const tls = numberIn(values[1], 0, MOST_TLS - 1)
      if (tls === undefined) return wrong
      client.tls = tls
      return ok()
    }),
  },
  { name: '+CMQTTCONNECT', test: () => ok(), set: withClient('+CMQTTCONNECT', connect) },
  { name: '+CMQTTDISC', test: () => ok(), set: withClient('+CMQTTDISC', disconnect, true) },
  { name: '+CMQTTSUB', test: () => ok(), set: withClient('+CMQTTSUB', subscribe, true) },
  { name: '+CMQTTTOPIC', test: () => ok(), set: withClient('+CMQTTTOPIC', topicOf) },
  { name: '+CMQTTPAYLOAD', test: () => ok(), set: withClient('+CMQTTPAYLOAD', payloadOf) },
  { name: '+CMQTTPUB', test: () => ok(), set: withClient('+CMQTTPUB', publish, true) },
]
