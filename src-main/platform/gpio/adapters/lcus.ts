import type { SeenLine } from '@core/words'
import type { LineConfig } from '@core/ports/gpio-adapter'
import type { BytePort } from '@core/ports/byte-port'
import { lcus } from './lcus-codec'
import type { PinDriver } from '../pin-driver'
import { relayCaps } from './usbrelay'
import { ActiveLines, besidePort } from '../when-lost'
import { vanished, perhapsRelays, perhapsTitle, pathOfLcus } from '../words'
import { onPath, portOf, type AdapterMember } from './adapter'

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

export const lcusAdapter: AdapterMember<'lcus'> = {
  kind: 'lcus',
  needs: pathOfLcus,
  // Any CH340: a relay board perhaps.
  onPort: (port) =>
    port.usb === '1a86:7523'
      ? { info: onPath('lcus', port, perhapsTitle(port.path), perhapsRelays) }
      : undefined,
  open: async (wanted, options) =>
    new LcusDriver(wanted.name, await portOf(wanted, lcus.baudRate, options)),
}
