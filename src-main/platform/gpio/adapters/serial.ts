import type { SeenLine } from '@core/words'
import type { BytePort } from '@core/ports/byte-port'
import type { GpioCaps, LineConfig } from '@core/ports/gpio-adapter'
import { activeAt, levelFor, type PinDriver } from '../pin-driver'
import { adapterWarnings, vanished, lastResort, linesTitle, pathOfSerial } from '../words'
import { onPath, portOf, type AdapterMember } from './adapter'

const inputs = ['cts', 'dsr', 'dcd', 'ri'] as const
type Input = (typeof inputs)[number]
const isInput = (pin: string): pin is Input => inputs.some((one) => one === pin)

const caps: GpioCaps = {
  lines: [
    { pin: 'dtr', in: false, out: true },
    { pin: 'rts', in: false, out: true },
    ...inputs.map((pin) => ({ pin, in: true, out: false })),
  ],
  openDrain: 'none',
  pushPull: true,
  inputs: true,
  edges: false,
  atomicDirValue: true,
  glitchOnOpen: true,
  keepsOnClose: 'unknown',
  pulse: 'host',
  readBack: false,
  warnings: [adapterWarnings.glitch, adapterWarnings.ownPort, adapterWarnings.pushPull],
}

/**
 * DTR and RTS of a serial port as outputs, CTS, DSR, DCD and RI as inputs. On the pins of a TTL adapter an asserted line is
 * low. `set` always writes both outputs, since drivers fill in what is missing.
 */
export class SerialLinesDriver implements PinDriver {
  readonly kind = 'serial'
  readonly caps = caps
  readonly id: string
  readonly #port: BytePort
  #asserted = { dtr: false, rts: false }
  constructor(id: string, port: BytePort) {
    this.id = id
    this.#port = port
    port.onBytes(() => undefined)
  }
  async look(lines: readonly LineConfig[]): Promise<ReadonlyMap<string, boolean>> {
    const states = await this.#lines().get()
    this.#asserted = { dtr: states.dtr, rts: states.rts }
    return new Map(
      lines.map((line) => [line.name, activeAt(line, !(states[nameOf(line)] ?? false))]),
    )
  }
  async claim(lines: readonly LineConfig[], keep: ReadonlySet<string>): Promise<void> {
    for (const line of lines)
      if (line.dir === 'out' && !keep.has(line.name)) this.#note(line, false)
    await this.#lines().set(this.#asserted)
  }
  async drive(line: LineConfig, active: boolean): Promise<void> {
    this.#note(line, active)
    await this.#lines().set(this.#asserted)
  }
  async sense(line: LineConfig): Promise<boolean> {
    const states = await this.#lines().get()
    const state = states[nameOf(line)]
    if (state === undefined) throw new Error(`the port has no ${nameOf(line)} line`)
    return activeAt(line, !state)
  }
  close(): Promise<void> {
    return this.#port.close()
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#port.onEnd((end) => {
      if (end.reason !== 'closed') listener(end.detail ?? vanished(this.#port.label))
    })
  }
  #note(line: LineConfig, active: boolean): void {
    const asserted = !levelFor(line, active)
    const name = nameOf(line)
    if (name === 'dtr' || name === 'rts') this.#asserted = { ...this.#asserted, [name]: asserted }
  }
  #lines(): NonNullable<BytePort['lines']> {
    if (!this.#port.lines)
      throw new Error(`${this.#port.label} has no control lines (a pty or a TCP port)`)
    return this.#port.lines
  }
}

function nameOf(line: LineConfig): 'dtr' | 'rts' | Input {
  const pin = String(line.pin).toLowerCase()
  return pin === 'dtr' || isInput(pin) ? pin : 'rts'
}

export const serialAdapter: AdapterMember<'serial'> = {
  kind: 'serial',
  needs: pathOfSerial,
  onPort: (port) =>
    port.usb ? { info: onPath('serial', port, linesTitle(port.path), lastResort) } : undefined,
  open: async (wanted, options) =>
    new SerialLinesDriver(wanted.name, await portOf(wanted, 115_200, options)),
}
