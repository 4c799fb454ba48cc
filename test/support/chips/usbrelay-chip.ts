import { HidChip } from './hid-chip'
import type { Wires } from './wires'

/** A USBRelayN: feature reports behind id 0, five letters and the states in the answer. */
export class UsbRelayChip extends HidChip {
  readonly #wires: Wires
  readonly #serial: string
  states = 0
  constructor(wires: Wires, serial = 'BITFT') {
    super()
    this.#wires = wires
    this.#serial = serial
  }
  protected override onFeature(report: Uint8Array): void {
    const [id, command, channel = 0] = report
    if (report.length !== 9 || id !== 0) throw new Error('9 octets from 00')
    const bit = 1 << (channel - 1)
    if (command === 0xff) this.states |= bit
    else if (command === 0xfd) this.states &= ~bit
    else throw new Error(`command ${command} stalled`)
    for (let pin = 1; pin <= 8; pin++)
      this.#wires.drive(pin, (this.states & (1 << (pin - 1))) === 0 ? 'open' : 'closed')
  }
  protected override onGetFeature(): Uint8Array {
    const report = new Uint8Array(9)
    report.set(Buffer.from(this.#serial, 'latin1'), 1)
    report[8] = this.states
    return report
  }
}
