import type { LineConfig } from '@core/ports/gpio-adapter'
import type { BytePort } from '@core/ports/byte-port'
import { concat } from '@core/bytes'

const longestActiveMs = 60_000
/** This program's own watchdog comes first. */
const graceMs = 2000

/** What outlives this program, and then lets lines go. */
export interface Survivor<Release> {
  /** Replaces what was kept; `withinMs` is how long a program that hangs may keep the lines, where that is looked at. */
  whenLost(releases: readonly Release[], withinMs: number): Promise<void>
}

/** The keeper beside a serial port; where there is none (TCP, Windows) nothing outlives this program. */
export const besidePort = (port: BytePort): Survivor<Uint8Array> => ({
  whenLost: async (releases) => port.whenLost?.(concat(releases)),
})

/**
 * Lets what outlives this program (the process of a HID device, the keeper of a port) know how to release what is active, so that no key stays pressed when this program is
 * killed, and no longer than allowed when it is stopped (Ctrl-Z) or hangs.
 */
export class ActiveLines<Release> {
  readonly #survivor: Survivor<Release>
  readonly #release: (line: LineConfig) => Release
  readonly #active = new Map<string, LineConfig>()

  constructor(survivor: Survivor<Release>, release: (line: LineConfig) => Release) {
    this.#survivor = survivor
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
    return this.#survivor.whenLost(lines.map(this.#release), mostMs + graceMs)
  }
}
