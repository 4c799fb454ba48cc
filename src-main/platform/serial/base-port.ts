import type { PortEnd } from '@core/ports/byte-port'

/** Who listens to a port, and how it ended. Serial and TCP ports share it. */
export class Listeners {
  #bytes = new Set<(bytes: Uint8Array) => void>()
  #ends = new Set<(end: PortEnd) => void>()
  #end: PortEnd | undefined

  get end(): PortEnd | undefined {
    return this.#end
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.#bytes.add(listener)
    return () => this.#bytes.delete(listener)
  }

  /** One who comes after the end is still told, in a later microtask. */
  onEnd(listener: (end: PortEnd) => void): () => void {
    const end = this.#end
    if (end) queueMicrotask(() => listener(end))
    else this.#ends.add(listener)
    return () => this.#ends.delete(listener)
  }

  deliver(bytes: Uint8Array): void {
    for (const listener of [...this.#bytes]) guarded(() => listener(bytes))
  }

  /** False when the port had ended before. */
  finish(end: PortEnd): boolean {
    if (this.#end) return false
    this.#end = end
    for (const listener of [...this.#ends]) guarded(() => listener(end))
    this.#ends.clear()
    this.#bytes.clear()
    return true
  }
}

/** A listener that throws must not stop the port; the error surfaces as an uncaught one. */
function guarded(run: () => void): void {
  try {
    run()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
