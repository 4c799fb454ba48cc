import { bytesOf, latin1 } from '../../../bytes'
import { error, ok, wrong } from '../../answer'
import type { Answer, Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import type { TakenClient } from '../../mqtt-service'
import { handshakeMs, reachBroker, type NotReached } from '../../own-clients'
import { numberIn } from '../../parameters'

const MOST_CLIENTS = 6
const MOST_PAYLOAD = 4_096
/** <result> of +QMTOPEN, and that of the others. */
const IN_USE = 2
const NOT_SENT = 2
const opened: { readonly [why in NotReached]: number } = {
  'no network': 3,
  'no name': 4,
  'no server': 5,
  refused: 5,
  'no CA': 5,
}
/** What AT+QMTCFG takes of each item: how many numbers, from 0 to which. */
const items: { readonly [item: string]: readonly number[] } = {
  version: [4],
  ssl: [1, 5],
  'recv/mode': [1, 1],
  keepalive: [3_600],
  session: [1],
  pdpcid: [16],
}
const keptAs = (item: string, client: number) => `+QMTCFG ${item} ${client}`

const clientNumber = ({ values }: Asked, at = 0) => numberIn(values[at], 0, MOST_CLIENTS - 1)

/** `AT+QMTCFG="<item>",<client>[,<value>…]`. */
function configure({ modem, values }: Asked): Outcome {
  const item = values[0]?.text.toLowerCase() ?? ''
  const highest = items[item]
  const client = numberIn(values[1], 0, MOST_CLIENTS - 1)
  if (!highest || client === undefined || values.length > 2 + highest.length) return wrong
  const given = values.slice(2).map((value, at) => numberIn(value, 0, highest[at] ?? 0))
  if (given.includes(undefined)) return wrong
  const kept = modem.kept.get(keptAs(item, client)) ?? [0]
  if (given.length === 0) return ok(`+QMTCFG: "${item}",${kept.join(',')}`)
  modem.kept.set(
    keptAs(item, client),
    given.filter((value) => value !== undefined),
  )
  return ok()
}

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

/** `AT+QMTOPEN=<client>,"<host>",<port>`: the connection alone. */
function open(asked: Asked): Outcome {
  const { modem, values } = asked
  const number = clientNumber(asked)
  const host = values[1]?.text ?? ''
  const port = numberIn(values[2], 1, 65_535)
  if (number === undefined || host === '' || port === undefined) return wrong
  const [secure = 0, context = 0] = modem.kept.get(keptAs('ssl', number)) ?? []
  const say = (code: number) => `+QMTOPEN: ${number},${code}`
  return later(asked, handshakeMs(modem, secure === 1), async () => {
    if (modem.mqtt.clients.has(number)) return say(IN_USE)
    if (!modem.stack.isOpen) return say(opened['no network'])
    const tls = secure === 1 ? context : undefined
    const connection = await reachBroker(
      modem,
      { host, port, tls },
      ({ topic, octets }) => modem.say(`+QMTRECV: ${number},0,"${topic}","${latin1(octets)}"`),
      () => {
        modem.mqtt.clients.delete(number)
        modem.say(`+QMTSTAT: ${number},1`)
      },
    )
    if (typeof connection === 'string') return say(opened[connection])
    const empty = { id: '', topic: '', payload: new Uint8Array(0) }
    modem.mqtt.clients.set(number, { ...empty, secure: secure === 1, tls: context, connection })
    return say(0)
  })
}

/** A command for a client that is open; `ms`: until the result. */
function withClient(
  run: (asked: Asked, connection: NonNullable<TakenClient['connection']>, n: number) => Outcome,
) {
  return (asked: Asked): Outcome => {
    const number = clientNumber(asked)
    if (number === undefined) return wrong
    const connection = asked.modem.mqtt.clients.get(number)?.connection
    return connection ? run(asked, connection, number) : error
  }
}

/** `+QMTCONN: <client>,<result>,<answer of the broker>`; 2: there was none. */
const logIn = withClient((asked, connection, number) => {
  const { values, modem } = asked
  const clientId = values[1]?.text ?? ''
  if (clientId === '') return wrong
  const keepAliveS = modem.kept.get(keptAs('keepalive', number))?.[0] ?? 120
  return later(asked, 0, async () => {
    const [user, password] = [values[2]?.text, values[3]?.text]
    const code = await connection.login({ clientId, keepAliveS, user, password })
    return `+QMTCONN: ${number},${code === undefined ? NOT_SENT : `0,${code}`}`
  })
})

const end = (name: string) =>
  withClient((asked, connection, number) =>
    later(asked, asked.modem.network.roundTripMs(), () => {
      connection.end()
      asked.modem.mqtt.clients.delete(number)
      return `${name}: ${number},0`
    }),
  )

/** `AT+QMTSUB=<client>,<message>,"<topic>",<QoS>`; one topic at a time is simulated. */
const subscribe = withClient((asked, connection, number) => {
  const { values } = asked
  const message = numberIn(values[1], 1, 65_535)
  const topic = values[2]?.text ?? ''
  const qos = numberIn(values[3], 0, 2)
  if (message === undefined || topic === '' || qos === undefined) return wrong
  return later(asked, 0, async () => {
    const granted = await connection.subscribe(topic, qos)
    return `+QMTSUB: ${number},${message},${granted ? `0,${Math.min(qos, 1)}` : NOT_SENT}`
  })
})

/** `AT+QMTPUBEX=<client>,<message>,<QoS>,<retain>,"<topic>",<octets>`, and AT+QMTPUB of older firmware. */
const publish = (name: string) =>
  withClient((asked, connection, number) => {
    const { values } = asked
    const message = numberIn(values[1], 0, 65_535)
    const qos = numberIn(values[2], 0, 2)
    const topic = values[4]?.text ?? ''
    const octets = numberIn(values[5], 1, MOST_PAYLOAD)
    if (message === undefined || qos === undefined || topic === '' || octets === undefined)
      return wrong
    return {
      octets,
      prompt: (typed) =>
        later(asked, 0, async () => {
          // QoS 2 goes out as 1: the broker of the simulated internet grants no more.
          const sent = await connection.publish(topic, Math.min(qos, 1), bytesOf(typed))
          return `${name}: ${number},${message},${sent ? 0 : NOT_SENT}`
        }),
    }
  })

/** MQTT over the modem's own stack (Quectel EC2x/EG9x/BG9x MQTT Application Note); messages come in their line. */
export const quectelMqtt: Behaviour = [
  { name: '+QMTCFG', test: () => ok(), set: configure },
  { name: '+QMTOPEN', test: () => ok(), set: open },
  { name: '+QMTCONN', test: () => ok(), set: logIn },
  { name: '+QMTSUB', test: () => ok(), set: subscribe },
  { name: '+QMTPUB', test: () => ok(), set: publish('+QMTPUB') },
  { name: '+QMTPUBEX', test: () => ok(), set: publish('+QMTPUBEX') },
  { name: '+QMTDISC', test: () => ok(), set: end('+QMTDISC') },
  { name: '+QMTCLOSE', test: () => ok(), set: end('+QMTCLOSE') },
]
