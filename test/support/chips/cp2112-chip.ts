import { HidChip } from './hid-chip'
import type { Wires } from './wires'

/** A CP2112 as AN495 describes it: settings in RAM, a new output starts with its latch at 1, writes to inputs are ignored. */
export class Cp2112Chip extends HidChip {
  readonly #wires: Wires
  direction = 0
  pushPull = 0
  latch = 0xff
  constructor(wires: Wires) {
    super()
    this.#wires = wires
  }
  protected override onFeature(report: Uint8Array): void {
    const [id, first = 0, second = 0] = report
    if (id === 0x02 && report.length === 5) {
      this.latch |= first & ~this.direction
      this.direction = first
      this.pushPull = second
    } else if (id === 0x04 && report.length === 3) {
      const mask = second & this.direction
      this.latch = (this.latch & ~mask) | (first & mask)
    } else throw new Error(`report ${id} stalled`)
    for (let pin = 0; pin < 8; pin++) this.#wires.drive(pin, this.#drive(1 << pin))
  }
  protected override onGetFeature(id: number): Uint8Array {
    if (id === 0x02) return Uint8Array.of(0x02, this.direction, this.pushPull, 0, 0)
    if (id === 0x05) return Uint8Array.of(0x05, 0x0c, 0x03)
    if (id !== 0x03) throw new Error(`report ${id} stalled`)
    let levels = 0
    for (let pin = 0; pin < 8; pin++) {
      const drive = this.#drive(1 << pin)
      const high = drive === 'z' ? (this.#wires.inputs.get(String(pin)) ?? true) : drive === 'high'
      if (high) levels |= 1 << pin
    }
    return Uint8Array.of(0x03, levels)
  }
  #drive(bit: number): 'high' | 'low' | 'z' {
    if ((this.direction & bit) === 0) return 'z'
    if ((this.latch & bit) === 0) return 'low'
    return (this.pushPull & bit) === 0 ? 'z' : 'high'
  }
}
