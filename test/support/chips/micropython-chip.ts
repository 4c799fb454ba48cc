import type { Cancel, Clock } from '@core/ports/clock'
import { ChipPort } from './serial-chips'
import type { Wires } from './wires'

interface Pin {
  readonly mode: string
  level: boolean
}

/**
 * The raw REPL of a MicroPython board as far as an adapter uses it, on the manual clock. That the code itself runs on a real
 * interpreter is held by platform/gpio/micropython.test.ts.
 */
export class MicropythonChip extends ChipPort {
  readonly #wires: Wires
  readonly #clock: Clock
  readonly #pins = new Map<string, Pin>()
  #raw = false
  #code = ''
  #press: { pin: string; active: boolean; cancel: Cancel } | undefined
  /** Code it was given and did not understand. */
  readonly strange: string[] = []

  constructor(wires: Wires, clock: Clock) {
    super('/dev/ttyACM9')
    this.#wires = wires
    this.#clock = clock
  }
  get atPrompt(): boolean {
    return !this.#raw && this.#press === undefined
  }
  protected onHost(bytes: Uint8Array): void {
    for (const octet of bytes) this.#key(octet)
  }
  /** A board with its own supply ends its pulse without a computer; one that hung on the cable is dark. */
  override pull(): void {
    this.#press?.cancel()
    super.pull()
  }
  #key(octet: number): void {
    if (this.#press) {
      if (octet === 0x03) this.#ended('KeyboardInterrupt: ')
      return
    }
    if (octet === 0x01) {
      this.#raw = true
      this.#code = ''
      this.#say('raw REPL; CTRL-B to exit\r\n>')
    } else if (octet === 0x02) this.#raw = false
    else if (octet === 0x04) this.#run()
    else if (octet !== 0x03 && octet !== 0x0d) this.#code += String.fromCharCode(octet)
  }
  #run(): void {
    const code = this.#code
    this.#code = ''
    const pulse =
      /^b = time\.ticks_us\(\)\ntry:\n {4}L\[(\d+)\]\.value\((\d)\)\n {4}time\.sleep_ms\((\d+)\)\nfinally:\n {4}L\[\1\]\.value\((\d)\)\nprint\(time\.ticks_diff\(time\.ticks_us\(\), b\)\)$/.exec(
        code,
      )
    if (pulse) return this.#pulse(pulse[1] ?? '', pulse[2] === '1', Number(pulse[3]))
    const printed = code === prelude ? '' : code.split(/\n(?! )/).map((line) => this.#line(line))
    this.#say(`OK${Array.isArray(printed) ? printed.join('') : printed}\x04\x04>`)
  }
  #line(line: string): string {
    const [, all] = /^for n in \(([\d, ]+),\):\n {4}print\(Pin\(n\)\.value\(\)\)$/.exec(line) ?? []
    if (all !== undefined)
      return all
        .split(', ')
        .map((pin) => `${this.#level(pin)}\r\n`)
        .join('')
    const claim =
      /^L\[(\d+)\] = Pin\(\1, Pin\.(\w+)(?:, Pin\.PULL_\w+)?(?:, value=([01]))?\)$/.exec(line)
    if (claim) return this.#claim(claim[1] ?? '', claim[2] ?? '', claim[3] === '1')
    const write = /^L\[(\d+)\]\.value\(([01])\)$/.exec(line)
    if (write) return this.#write(write[1] ?? '', write[2] === '1')
    const read = /^print\(L\[(\d+)\]\.value\(\)\)$/.exec(line)
    if (read) return `${this.#level(read[1] ?? '')}\r\n`
    this.strange.push(line)
    return ''
  }
  #claim(pin: string, mode: string, level: boolean): string {
    this.#pins.set(pin, { mode, level })
    return this.#write(pin, level)
  }
  #write(pin: string, level: boolean): string {
    const found = this.#pins.get(pin)
    if (!found || found.mode === 'IN') return ''
    found.level = level
    this.#wires.drive(pin, !level ? 'low' : found.mode === 'OPEN_DRAIN' ? 'z' : 'high')
    return ''
  }
  #level(pin: string): number {
    const found = this.#pins.get(pin)
    if (found && found.mode !== 'IN') return found.level ? 1 : 0
    return (this.#wires.inputs.get(pin) ?? false) ? 1 : 0
  }
  #pulse(pin: string, active: boolean, ms: number): void {
    this.#say('OK')
    this.#write(pin, active)
    const cancel = this.#clock.schedule(ms, () => this.#ended('', ms))
    this.#press = { pin, active, cancel }
  }
  #ended(error: string, ms = 0): void {
    const press = this.#press
    if (!press) return
    press.cancel()
    this.#press = undefined
    this.#write(press.pin, !press.active)
    this.#say(`${error === '' ? `${ms * 1000}\r\n` : ''}\x04${error}\x04>`)
  }
  #say(text: string): void {
    queueMicrotask(() => this.open && this.deliver(new Uint8Array(Buffer.from(text, 'latin1'))))
  }
}

const prelude = 'from machine import Pin\nimport time\nL = {}'
