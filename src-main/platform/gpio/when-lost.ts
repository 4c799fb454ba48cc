import type { LineConfig } from '@core/ports/gpio-adapter'
import type { HidDevice, HidRelease } from './hid'

const longestActiveMs = 60_000
/** This program's own watchdog comes first. */
const graceMs = 2000

/**
 * Lets the process of a HID device know how to release what is active, so that no key stays pressed when this program is
 * killed, and no longer than allowed when it is stopped (Ctrl-Z) or hangs.
 */
export class ActiveLines {
  readonly #device: Pick<HidDevice, 'whenLost'>
  readonly #release: (line: LineConfig) => HidRelease
  readonly #active = new Map<string, LineConfig>()

  constructor(device: Pick<HidDevice, 'whenLost'>, release: (line: LineConfig) => HidRelease) {
    this.#device = device
    this.#release = release
  }

  /** The release is known before the line turns active, and until it is released. */
  async during<T>(line: LineConfig, active: boolean, drive: () => Promise<T>): Promise<T> {
    if (active) {
      this.#active.set(line.name, line)
      await this.#tell()
      return drive()
    }
    const done = await drive()
    if (this.#active.delete(line.name)) await this.#tell()
    return done
  }

  #tell(): Promise<void> {
    const lines = [...this.#active.values()]
    const mostMs = Math.max(0, ...lines.map((line) => line.maxActiveMs ?? longestActiveMs))
    return this.#device.whenLost(lines.map(this.#release), mostMs + graceMs)
  }
}
