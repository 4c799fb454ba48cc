import type { BytePort, PortEnd } from '@core/ports/byte-port'
import { Fault } from '@core/fault'

/** One end of a byte pipe in memory; what one end writes, the other reads in a later microtask. */
export class MemoryPort implements BytePort {
  readonly label: string
  readonly written: Uint8Array[] = []
  #listeners = new Set<(bytes: Uint8Array) => void>()
  #ends = new Set<(end: PortEnd) => void>()
  #ended: PortEnd | undefined
  #peer: MemoryPort | undefined
  constructor(label = 'memory') {
    this.label = label
  }
  static pair(): [MemoryPort, MemoryPort] {
    const left = new MemoryPort('memory left')
    const right = new MemoryPort('memory right')
    left.#peer = right
    right.#peer = left
    return [left, right]
  }
  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  onEnd(listener: (end: PortEnd) => void): () => void {
    this.#ends.add(listener)
    return () => this.#ends.delete(listener)
  }
  async write(bytes: Uint8Array): Promise<void> {
    if (this.#ended) throw new Fault('port-closed')
    this.written.push(bytes.slice())
    const peer = this.#peer
    if (peer) void Promise.resolve().then(() => peer.deliver(bytes.slice()))
  }
  /** As if the bytes had come from the other side. */
  deliver(bytes: Uint8Array): void {
    if (!this.#ended) for (const listener of [...this.#listeners]) listener(bytes)
  }
  async close(): Promise<void> {
    this.end({ reason: 'closed' })
    this.#peer?.end({ reason: 'gone' })
  }
  end(end: PortEnd): void {
    if (this.#ended) return
    this.#ended = end
    for (const listener of [...this.#ends]) listener(end)
  }
  get open(): boolean {
    return !this.#ended
  }
}
