import { latin1 } from '../../bytes'
import type { Stretch } from './packet-in'

const connect = 0x10
const flags = { user: 0x80, password: 0x40, will: 0x04 }

/** User and password of a CONNECT (MQTT 3.1.1 and 5.0, section 3.1). */
export function mqttLogin(octets: Uint8Array): Stretch[] {
  if (octets[0] !== connect) return []
  const cursor = new Cursor(octets)
  cursor.number()
  const name = cursor.field()
  if (!/^(MQTT|MQIsdp)$/.test(latin1(octets.subarray(...name)))) return []
  const isFive = (cursor.octet() ?? 0) >= 5
  const has = cursor.octet() ?? 0
  cursor.skip(2)
  if (isFive) cursor.skip(cursor.number())
  cursor.field()
  if (has & flags.will) {
    if (isFive) cursor.skip(cursor.number())
    cursor.field()
    cursor.field()
  }
  return [
    ...(has & flags.user ? [cursor.field()] : []),
    ...(has & flags.password ? [cursor.field()] : []),
  ]
}

/** Goes through a packet of MQTT (5.0, section 1.5); beyond its end everything is empty. */
class Cursor {
  readonly #octets: Uint8Array
  #at = 1

  constructor(octets: Uint8Array) {
    this.#octets = octets
  }

  octet(): number | undefined {
    return this.#octets[this.#at++]
  }
  skip(count: number): void {
    this.#at += count
  }
  /** A number of one to four octets. */
  number(): number {
    let value = 0
    for (let place = 0; place < 4; place++) {
      const octet = this.octet() ?? 0
      value += (octet & 0x7f) * 128 ** place
      if (octet < 0x80) break
    }
    return value
  }
  /** A text or octets with their length before them. */
  field(): [from: number, to: number] {
    const length = ((this.octet() ?? 0) << 8) | (this.octet() ?? 0)
    const from = Math.min(this.#at, this.#octets.length)
    this.#at += length
    return [from, Math.min(this.#at, this.#octets.length)]
  }
}
