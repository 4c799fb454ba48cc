import { uint32 } from '../packet'

/** Seconds, microseconds and the number of the datagram (iperf_udp.c), 32 bits each. */
export const datagramHead = 12

export function numbered(datagram: Uint8Array, atUs: number, number: number): Uint8Array {
  const copy = datagram.slice()
  const view = new DataView(copy.buffer)
  view.setUint32(0, Math.floor(atUs / 1e6))
  view.setUint32(4, atUs % 1e6)
  view.setUint32(8, number)
  return copy
}

/** What arrives of numbered datagrams: lost ones by their numbers, jitter as RFC 3550 6.4.1 smooths it. */
export class DatagramTally {
  bytes = 0
  received = 0
  #highest = 0
  #jitterUs = 0
  #transitUs: number | undefined

  take(datagram: Uint8Array, nowUs: number): void {
    if (datagram.length < datagramHead) return
    this.bytes += datagram.length
    this.received++
    this.#highest = Math.max(this.#highest, uint32(datagram, 8))
    const transitUs = nowUs - (uint32(datagram, 0) * 1e6 + uint32(datagram, 4))
    if (this.#transitUs !== undefined)
      this.#jitterUs += (Math.abs(transitUs - this.#transitUs) - this.#jitterUs) / 16
    this.#transitUs = transitUs
  }

  get packets(): number {
    return this.#highest
  }
  get lost(): number {
    return Math.max(0, this.#highest - this.received)
  }
  get jitterMs(): number {
    return this.#jitterUs / 1000
  }
}
