import type { LineStates } from '@core/ports/byte-port'
import { MemoryPort } from '../memory-port'
import type { Wires } from './wires'
import { quoted } from '@core/words'

/** A serial port whose far end is played by a chip. */
export abstract class ChipPort extends MemoryPort {
  override async write(bytes: Uint8Array): Promise<void> {
    await super.write(bytes)
    this.onHost(bytes)
  }
  pull(): void {
    this.end({ reason: 'gone', detail: quoted('the cable was pulled') })
  }
  protected abstract onHost(bytes: Uint8Array): void
}

/** An LCUS relay board: four octets a command, the last one a checksum; it answers nothing. */
export class LcusChip extends ChipPort {
  readonly #wires: Wires
  constructor(wires: Wires) {
    super('/dev/ttyUSB7')
    this.#wires = wires
  }
  protected onHost([head = 0, channel = 0, state = 0, sum = 0]: Uint8Array): void {
    if (head !== 0xa0 || ((head + channel + state) & 0xff) !== sum) return
    this.#wires.drive(channel, state === 1 ? 'closed' : 'open')
  }
}

/** A Numato module: echoes, does one line at a time, then prompts. `gpio read` turns a pin into an input. */
export class NumatoChip extends ChipPort {
  readonly #wires: Wires
  readonly commands: string[] = []
  #line = 'half a command'
  constructor(wires: Wires) {
    super('/dev/ttyACM7')
    this.#wires = wires
  }
  protected onHost(bytes: Uint8Array): void {
    for (const letter of Buffer.from(bytes).toString('latin1')) {
      if (letter !== '\r') {
        this.#line += letter
        continue
      }
      const line = this.#line
      this.#line = ''
      this.#say(`${line}\n\r${this.#answer(line)}>`)
    }
  }
  #answer(line: string): string {
    this.commands.push(line)
    const [, verb, letter = ''] = /^gpio (set|clear|read) ([0-9A-V])$/.exec(line) ?? []
    const pin = parseInt(letter, 32)
    if (verb === 'set') this.#wires.drive(pin, 'high')
    if (verb === 'clear') this.#wires.drive(pin, 'low')
    if (verb !== 'read') return ''
    this.#wires.drive(pin, 'z')
    return `${(this.#wires.inputs.get(String(pin)) ?? true) ? 1 : 0}\n\r`
  }
  #say(text: string): void {
    // Cut in the middle, as USB does.
    const bytes = Buffer.from(text, 'latin1')
    const cut = Math.floor(bytes.length / 2)
    for (const part of [bytes.subarray(0, cut), bytes.subarray(cut)])
      queueMicrotask(() => this.deliver(new Uint8Array(part)))
  }
}

/** A TTL serial adapter: asserted lines are low. Both are asserted by the open, as the kernel does. */
export class LinesChip extends ChipPort {
  readonly #wires: Wires
  readonly #outputs = { dtr: true, rts: true }
  constructor(wires: Wires) {
    super('/dev/ttyUSB8')
    this.#wires = wires
  }
  readonly lines = {
    set: async (outputs: { dtr: boolean; rts: boolean }) => {
      if (!this.open) throw new Error('EIO')
      Object.assign(this.#outputs, outputs)
      this.#wires.drive('dtr', outputs.dtr ? 'low' : 'high')
      this.#wires.drive('rts', outputs.rts ? 'low' : 'high')
    },
    get: async (): Promise<LineStates> => {
      if (!this.open) throw new Error('EIO')
      const low = (pin: string) => !(this.#wires.inputs.get(pin) ?? true)
      return {
        ...this.#outputs,
        cts: low('cts'),
        dsr: low('dsr'),
        dcd: low('dcd'),
        ri: low('ri'),
      }
    },
  }
  protected onHost(): void {
    // Octets mean nothing here.
  }
}
