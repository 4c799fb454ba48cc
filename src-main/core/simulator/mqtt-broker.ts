import { faultCode } from '../fault'
import type { TcpConnection } from '../ip/tcp'
import {
  BodyReader,
  encoded,
  messageIn,
  PacketBuffer,
  packets,
  publishOf,
  uint16,
  type MqttMessage,
  type MqttPacket,
} from '../mqtt/packet'

export const MQTT_PORT = 1883
/** MQTT 3.1.1, table 3.1. */
const BAD_LOGIN = 4
const MOST_QOS = 1
const SUBSCRIPTION_FAILED = 0x80

/** One client while it is connected. */
interface Client {
  readonly connection: TcpConnection
  readonly filters: Map<string, number>
  id: string | undefined
  nextPacket: number
}

/** Whether a topic is meant by a filter (MQTT 3.1.1, 4.7): `+` is one level, `#` the rest. */
export function topicFits(filter: string, topic: string): boolean {
  const levels = topic.split('/')
  const wanted = filter.split('/')
  for (const [at, level] of wanted.entries()) {
    if (level === '#') return true
    if (at >= levels.length || (level !== '+' && level !== levels[at])) return false
  }
  return wanted.length === levels.length
}

/** A small broker of the simulated internet: QoS 0 and 1, clean sessions, nothing kept. */
export class MqttBroker {
  readonly #clients = new Set<Client>()

  /** Serves a client until it is gone; resolves then. `accepts`: whether a log-in is taken. */
  async serve(connection: TcpConnection, accepts: () => boolean): Promise<void> {
    const client: Client = { connection, filters: new Map(), id: undefined, nextPacket: 1 }
    const buffer = new PacketBuffer()
    this.#clients.add(client)
    try {
      for (;;) {
        const octets = await connection.read()
        if (!octets) break
        for (const packet of buffer.push(octets)) await this.#take(client, packet, accepts)
      }
      connection.end()
    } catch (error) {
      // What is no MQTT, or a client that breaks off, ends its own connection and nothing else.
      if (faultCode(error) === undefined && !(error instanceof RangeError)) throw error
      connection.abort()
    } finally {
      this.#clients.delete(client)
    }
  }

  async #take(client: Client, packet: MqttPacket, accepts: () => boolean): Promise<void> {
    const { connection } = client
    if (packet.type === packets.connect) return this.#connect(client, packet, accepts())
    // Before its log-in a client has nothing to say.
    if (client.id === undefined) return connection.end()
    switch (packet.type) {
      case packets.subscribe:
        return this.#subscribe(client, packet)
      case packets.publish: {
        const message = messageIn(packet)
        if (message.id !== undefined)
          await connection.write(encoded(packets.puback, 0, uint16(message.id)))
        return this.#pass(message)
      }
      case packets.pingreq:
        return connection.write(encoded(packets.pingresp, 0))
      case packets.disconnect:
        return connection.end()
    }
  }
  async #connect(client: Client, { body }: MqttPacket, accepted: boolean): Promise<void> {
    const reader = new BodyReader(body)
    // Protocol name, its level and flags, keep-alive.
    reader.text()
    reader.octets(4)
    const id = reader.text()
    // Whoever comes with the name of another takes its place (3.1.4).
    for (const other of this.#clients) if (other.id === id) other.connection.abort()
    if (accepted) client.id = id
    await client.connection.write(
      encoded(packets.connack, 0, Uint8Array.of(0, accepted ? 0 : BAD_LOGIN)),
    )
    if (!accepted) client.connection.end()
  }
  async #subscribe(client: Client, { body }: MqttPacket): Promise<void> {
    const reader = new BodyReader(body)
    const id = reader.uint16()
    const granted: number[] = []
    while (!reader.done) {
      const filter = reader.text()
      const qos = Math.min(reader.octet(), MOST_QOS)
      if (filter !== '') client.filters.set(filter, qos)
      granted.push(filter === '' ? SUBSCRIPTION_FAILED : qos)
    }
    await client.connection.write(encoded(packets.suback, 0, uint16(id), Uint8Array.from(granted)))
  }
  #pass({ topic, qos, octets }: MqttMessage): void {
    for (const client of this.#clients) {
      const wanted = [...client.filters].filter(([filter]) => topicFits(filter, topic))
      if (wanted.length === 0) continue
      const level = Math.min(qos, ...wanted.map(([, granted]) => granted))
      const id = client.nextPacket
      client.nextPacket = (id % 65_535) + 1
      // A client that is gone meanwhile misses it.
      void client.connection
        .write(publishOf({ topic, qos: level, id, octets }))
        .catch(() => undefined)
    }
  }
}
