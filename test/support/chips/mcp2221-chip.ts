import { HidChip } from './hid-chip'
import type { Wires } from './wires'

interface Pin {
  fn: number
  value: number
  input: number
}

/** As delivered: LED outputs and USBCFG on all four pins. */
export const factoryPins = [0x02, 0x03, 0x01, 0x01]

/** An MCP2221A: commands of 64 octets behind report id 0, one answer each. */
export class Mcp2221Chip extends HidChip {
  readonly #wires: Wires
  readonly #pins: Pin[]
  flash: number[]
  #answer: Uint8Array | undefined
  constructor(wires: Wires, settings: readonly number[] = [0x08, 0x08, 0x08, 0x08]) {
    super()
    this.#wires = wires
    this.flash = [...settings]
    this.#pins = settings.map(pinOf)
  }
  protected override onWrite(report: Uint8Array): void {
    if (report.length !== 65 || report[0] !== 0) throw new Error('write takes 65 octets from 00')
    const command = report.subarray(1)
    const answer = new Uint8Array(64)
    answer[0] = command[0] ?? 0
    this.#carryOut(command, answer)
    this.#answer = answer
    this.#pins.forEach((pin, index) => this.#wires.drive(index, driveOf(pin)))
  }
  protected override onRead(): Uint8Array | undefined {
    const answer = this.#answer
    this.#answer = undefined
    return answer
  }
  #carryOut(command: Uint8Array, answer: Uint8Array): void {
    switch (command[0]) {
      case 0x61:
        answer.set([0x12, 0x04], 2)
        answer.set(
          this.#pins.map((pin) => (pin.value << 4) | (pin.input << 3) | pin.fn),
          22,
        )
        return
      case 0x51:
        this.#pins.forEach((pin, index) =>
          answer.set(pin.fn === 0 ? [this.#level(index), pin.input] : [0xee, 0xef], 2 + 2 * index),
        )
        return
      case 0x50:
        answer.set(command.subarray(0, 18))
        answer[1] = 0
        this.#pins.forEach((pin, index) => this.#change(pin, command, answer, 2 + 4 * index))
        return
      case 0x60:
        if (command[7] === 0x80)
          this.#pins.forEach((pin, index) => Object.assign(pin, pinOf(command[8 + index] ?? 0)))
        return
      case 0xb1:
        this.flash = [...command.subarray(2, 6)]
        return
      default:
        answer[1] = 0x01
    }
  }
  #change(pin: Pin, command: Uint8Array, answer: Uint8Array, at: number): void {
    if (pin.fn !== 0) {
      answer.fill(0xee, at, at + 4)
      return
    }
    if (command[at] === 1) pin.value = command[at + 1] ?? 0
    if (command[at + 2] === 1) pin.input = command[at + 3] ?? 0
  }
  #level(index: number): number {
    const pin = this.#pins[index]
    if (!pin || pin.input === 0) return pin?.value ?? 0
    return (this.#wires.inputs.get(String(index)) ?? true) ? 1 : 0
  }
}

function pinOf(setting: number): Pin {
  return { fn: setting & 7, value: (setting >> 4) & 1, input: (setting >> 3) & 1 }
}
const driveOf = (pin: Pin) => (pin.input === 1 ? 'z' : pin.value === 1 ? 'high' : 'low')
