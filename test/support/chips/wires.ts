import type { LineConfig } from '@core/ports/gpio-adapter'
import type { Clock } from '@core/ports/clock'

/** What a pin does to the wire it is on: drives it, lets go, or closes a contact. */
export type Drive = 'high' | 'low' | 'z' | 'closed' | 'open'

/** Levels on inputs, told to a chip that notices edges. */
class Inputs extends Map<string, boolean> {
  readonly listeners = new Set<(pin: string, high: boolean) => void>()
  override set(pin: string, high: boolean): this {
    super.set(pin, high)
    for (const listener of this.listeners) listener(pin, high)
    return this
  }
}

/** What happened on the pins of a chip, as an oscilloscope would see it. */
export class Wires {
  readonly #clock: Clock
  readonly #now = new Map<string, Drive>()
  readonly seen: { readonly pin: string; readonly drive: Drive; readonly atMs: number }[] = []
  /** What the outside puts on an input: true is high. */
  readonly inputs = new Inputs()
  constructor(clock: Clock) {
    this.#clock = clock
  }
  drive(pin: number | string, drive: Drive): void {
    const key = String(pin)
    if (this.#now.get(key) === drive) return
    this.#now.set(key, drive)
    this.seen.push({ pin: key, drive, atMs: this.#clock.monotonicUs() / 1000 })
  }
  at(pin: number | string): Drive {
    return this.#now.get(String(pin)) ?? 'z'
  }
  isActive(line: LineConfig): boolean {
    return activeDrive(line, this.at(line.pin))
  }
  /** How long each active stretch of the line was. */
  presses(line: LineConfig): readonly number[] {
    const found: number[] = []
    let since: number | undefined
    for (const { pin, drive, atMs } of this.seen) {
      if (pin !== String(line.pin)) continue
      const active = activeDrive(line, drive)
      if (active && since === undefined) since = atMs
      if (!active && since !== undefined) {
        found.push(Math.round(atMs - since))
        since = undefined
      }
    }
    return since === undefined ? found : [...found, Infinity]
  }
}

function activeDrive(line: LineConfig, drive: Drive): boolean {
  if (line.drive === 'contact') return drive === 'closed'
  return drive === (line.activeLow ? 'low' : 'high')
}
