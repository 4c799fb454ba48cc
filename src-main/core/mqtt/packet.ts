import { bytesOf, concat, latin1 } from '../bytes'

/** Control packets of MQTT 3.1.1 (OASIS, chapter 3), as far as QoS 0 and 1 need them. */
export const packets = {
  connect: 1,
  connack: 2,
  publish: 3,
  puback: 4,
  subscribe: 8,
  suback: 9,
  pingreq: 12,
  pingresp: 13,
  disconnect: 14,
} as const

export interface MqttPacket {
  readonly type: number
  readonly flags: number
  readonly body: Uint8Array
}

const MOST_OCTETS = 268_435_455

export const uint16 = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 0xff)
/** A text or octets behind their length in two octets; a text with one octet a character. */
export function field(value: string | Uint8Array): Uint8Array {
  const octets = typeof value === 'string' ? bytesOf(value) : value
  return concat([uint16(octets.length), octets])
}

/** The octets of a packet: its type and flags, the length of the rest in groups of seven bits, the rest. */
export function encoded(type: number, flags: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = concat(parts)
  const length: number[] = []
  let left = body.length
  do {
    const more = left > 127
    length.push((left & 127) | (more ? 128 : 0))
    left >>= 7
  } while (left > 0)
  return concat([Uint8Array.of((type << 4) | flags, ...length), body])
}

/** Reads the fields of a body one after another. Throws `RangeError` where it ends before. */
export class BodyReader {
  readonly #body: Uint8Array
  #at = 0
  constructor(body: Uint8Array) {
    this.#body = body
  }
  get done(): boolean {
    return this.#at >= this.#body.length
  }
  octets(count: number): Uint8Array {
    const piece = this.#body.subarray(this.#at, this.#at + count)
    if (piece.length < count) throw new RangeError('the packet ends in the middle of a field')
    this.#at += count
    return piece
  }
  octet(): number {
    return this.octets(1)[0] ?? 0
  }
  uint16(): number {
    const [high = 0, low = 0] = this.octets(2)
    return (high << 8) | low
  }
  text(): string {
    return latin1(this.octets(this.uint16()))
  }
  rest(): Uint8Array {
    return this.octets(this.#body.length - this.#at)
  }
}

/** Octets in, cut anywhere; packets out. */
export class PacketBuffer {
  #held: Uint8Array = new Uint8Array(0)

  /** Throws `RangeError` for a length that no packet has. */
  push(octets: Uint8Array): readonly MqttPacket[] {
    this.#held = concat([this.#held, octets])
    const whole: MqttPacket[] = []
    for (let one = this.#next(); one; one = this.#next()) whole.push(one)
    return whole
  }
  #next(): MqttPacket | undefined {
    let length = 0
    for (let at = 1; at <= 4; at++) {
      const octet = this.#held[at]
      if (octet === undefined) return undefined
      length += (octet & 127) * 128 ** (at - 1)
      if (octet < 128) return this.#take(at + 1, length)
    }
    throw new RangeError(`a packet has ${MOST_OCTETS} octets at most`)
  }
  #take(start: number, length: number): MqttPacket | undefined {
    if (this.#held.length < start + length) return undefined
    const [head = 0] = this.#held
    const body = this.#held.slice(start, start + length)
    this.#held = this.#held.slice(start + length)
    return { type: head >> 4, flags: head & 15, body }
  }
}

/** A message as PUBLISH carries it. */
export interface MqttMessage {
  readonly topic: string
  readonly qos: number
  /** Undefined with QoS 0. */
  readonly id?: number
  readonly octets: Uint8Array
}

export function publishOf({ topic, qos, id = 0, octets }: MqttMessage): Uint8Array {
  return encoded(packets.publish, qos << 1, field(topic), ...(qos > 0 ? [uint16(id)] : []), octets)
}
export function messageIn({ flags, body }: MqttPacket): MqttMessage {
  const reader = new BodyReader(body)
  const topic = reader.text()
  const qos = (flags >> 1) & 3
  return { topic, qos, ...(qos > 0 ? { id: reader.uint16() } : {}), octets: reader.rest() }
}
