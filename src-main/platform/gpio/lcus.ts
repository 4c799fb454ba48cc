import type { SeenLine } from '@core/words'
import type { LineConfig } from '@core/ports/gpio-adapter'
import type { BytePort } from '@core/ports/byte-port'
import { lcus } from './lcus-codec'
import type { PinDriver } from './pin-driver'
import { relayCaps } from './usbrelay'
import { ActiveLines, besidePort } from './when-lost'
import { vanished } from './words'

/** Relay contacts behind a serial port. The board answers nothing. */
export class LcusDriver implements PinDriver {
  readonly kind = 'lcus'
  readonly caps = relayCaps(lcus.channels, false)
  readonly id: string
  readonly #port: BytePort
  readonly #active: ActiveLines<Uint8Array>
  constructor(id: string, port: BytePort) {
    this.id = id
    this.#port = port
    this.#active = new ActiveLines(besidePort(port), (line) => lcus.set(Number(line.pin), false))
    // Only a port that is read notices that its device was pulled.
    port.onBytes(() => undefined)
  }
  async look(): Promise<ReadonlyMap<string, boolean>> {
    // Only some of these boards answer a question, so none is asked.
    return new Map()
  }
  async claim(lines: readonly LineConfig[], keep: ReadonlySet<string>): Promise<void> {
    for (const line of lines) if (!keep.has(line.name)) await this.drive(line, false)
  }
  async drive(line: LineConfig, active: boolean): Promise<void> {
    await this.#active.during(line, active, () =>
      this.#port.write(lcus.set(Number(line.pin), active)),
    )
  }
  sense(line: LineConfig): Promise<boolean> {
    return Promise.reject(new Error(`${line.name}: the relay board cannot be read`))
  }
  close(): Promise<void> {
    return this.#port.close()
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#port.onEnd((end) => {
      if (end.reason !== 'closed') listener(end.detail ?? vanished(this.#port.label))
    })
  }
}
