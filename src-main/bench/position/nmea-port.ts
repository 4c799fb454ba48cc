import { latin1 } from '@core/bytes'
import { NmeaLines } from '@core/gnss/nmea'
import type { BytePort } from '@core/ports/byte-port'

/** A port that speaks NMEA, read until it is closed or gone. */
export class NmeaPort {
  readonly path: string
  readonly #port: BytePort
  #ended = false

  constructor(path: string, port: BytePort, take: (line: string) => void, ended: () => void) {
    this.path = path
    this.#port = port
    const lines = new NmeaLines()
    port.onBytes((bytes) => {
      for (const line of lines.take(latin1(bytes))) take(line)
    })
    port.onEnd(() => {
      this.#ended = true
      ended()
    })
  }
  get state(): 'open' | 'ended' {
    return this.#ended ? 'ended' : 'open'
  }
  async close(): Promise<void> {
    if (!this.#ended) await this.#port.close()
  }
}
