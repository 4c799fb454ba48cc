import {
  encoded,
  field,
  messageIn,
  PacketBuffer,
  packets,
  publishOf,
  uint16,
  type MqttMessage,
  type MqttPacket,
} from '../mqtt/packet'
import type { ByteStream } from '../ports/stream'

const USER = 0x80
const PASSWORD = 0x40
const CLEAN = 0x02

export interface MqttLogin {
  readonly clientId: string
  readonly keepAliveS: number
  readonly user?: string | undefined
  readonly password?: string | undefined
}

/** The MQTT of a modem's firmware over one connection of its own stack. */
export class MqttClient {
  readonly #connection: ByteStream
  readonly #onMessage: (message: MqttMessage) => void
  readonly #onEnd: () => void
  readonly #waiting = new Map<string, (packet: MqttPacket | undefined) => void>()
  #nextId = 1
  #ended = false

  constructor(
    connection: ByteStream,
    onMessage: (message: MqttMessage) => void,
    onEnd: () => void,
  ) {
    this.#connection = connection
    this.#onMessage = onMessage
    this.#onEnd = onEnd
    void this.#read()
  }

  /** The code of the CONNACK; undefined: the connection ended before. */
  async login({ clientId, keepAliveS, user, password }: MqttLogin): Promise<number | undefined> {
    const flags = CLEAN | (user === undefined ? 0 : USER) | (password === undefined ? 0 : PASSWORD)
    const answer = this.#answer(packets.connack)
    const login = [user, password].flatMap((text) => (text === undefined ? [] : [field(text)]))
    const head = [field('MQTT'), Uint8Array.of(4, flags), uint16(keepAliveS), field(clientId)]
    return this.#send(encoded(packets.connect, 0, ...head, ...login), answer).then(
      (packet) => packet?.body[1],
    )
  }
  /** Whether the broker granted it. */
  async subscribe(topic: string, qos: number): Promise<boolean> {
    const id = this.#id()
    const answer = this.#answer(packets.suback, id)
    const octets = encoded(packets.subscribe, 2, uint16(id), field(topic), Uint8Array.of(qos))
    const packet = await this.#send(octets, answer)
    return packet !== undefined && (packet.body[2] ?? 0x80) < 0x80
  }
  /** Whether it left, and with QoS 1 whether the broker has it. */
  async publish(topic: string, qos: number, octets: Uint8Array): Promise<boolean> {
    const id = this.#id()
    const out = publishOf({ topic, qos, id, octets })
    if (qos === 0)
      return this.#connection.write(out).then(
        () => true,
        () => false,
      )
    return (await this.#send(out, this.#answer(packets.puback, id))) !== undefined
  }
  /** Ends it in order; the end is not told. */
  end(): void {
    this.#ended = true
    void this.#connection
      .write(encoded(packets.disconnect, 0))
      // The broker may be gone first.
      .catch(() => undefined)
      .then(() => this.#connection.end())
  }

  #id(): number {
    const id = this.#nextId
    this.#nextId = (id % 65_535) + 1
    return id
  }
  #answer(type: number, id = 0): Promise<MqttPacket | undefined> {
    return new Promise((resolve) => this.#waiting.set(`${type} ${id}`, resolve))
  }
  async #send(
    octets: Uint8Array,
    answer: Promise<MqttPacket | undefined>,
  ): Promise<MqttPacket | undefined> {
    // What cannot be sent ends the reading too, and with it the answer.
    void this.#connection.write(octets).catch(() => undefined)
    return answer
  }
  async #read(): Promise<void> {
    const buffer = new PacketBuffer()
    try {
      for (;;) {
        const octets = await this.#connection.read()
        if (!octets) break
        for (const packet of buffer.push(octets)) this.#take(packet)
      }
    } catch {
      // A broken connection and octets that are no MQTT end it alike.
      this.#connection.abort()
    }
    for (const resolve of this.#waiting.values()) resolve(undefined)
    this.#waiting.clear()
    if (!this.#ended) this.#onEnd()
  }
  #take(packet: MqttPacket): void {
    const { type, body } = packet
    if (type === packets.publish) {
      const message = messageIn(packet)
      if (message.id !== undefined)
        void this.#connection
          .write(encoded(packets.puback, 0, uint16(message.id)))
          .catch(() => undefined)
      return this.#onMessage(message)
    }
    const [high = 0, low = 0] = body
    const key = `${type} ${type === packets.connack ? 0 : (high << 8) | low}`
    this.#waiting.get(key)?.(packet)
    this.#waiting.delete(key)
  }
}
