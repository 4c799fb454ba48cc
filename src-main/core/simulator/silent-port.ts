import type { BytePort } from '../ports/byte-port'
import { bytesOf } from '../bytes'
import { Plug } from './plug'

/** A port of a composite device that reads no commands: NMEA speaks by itself, diagnosis does not speak. */
export class SilentPort {
  readonly #plug: Plug
  constructor(label: string) {
    this.#plug = new Plug(label, {
      fromHost: () => undefined,
      setHostBaudRate: () => undefined,
      setHostLines: () => undefined,
      modemLines: () => ({ dtr: true, rts: true, cts: true, dsr: true, dcd: false, ri: false }),
    })
  }
  open(label: string): BytePort {
    return this.#plug.open(label)
  }
  say(text: string): void {
    this.#plug.deliver(bytesOf(text))
  }
  pull(): void {
    this.#plug.pull()
  }
  push(how: 'same' | 'renamed'): void {
    this.#plug.push(how)
  }
  close(): void {
    this.#plug.close()
  }
}
