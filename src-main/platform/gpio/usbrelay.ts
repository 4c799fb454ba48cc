import type { GpioCaps, LineConfig } from '@core/ports/gpio-adapter'
import type { HidDevice, HidRelease } from './hid'
import type { PinDriver } from './pin-driver'
import { usbrelay } from './usbrelay-codec'
import { adapterWarnings } from './warnings'
import { ActiveLines } from './when-lost'
import type { SeenLine } from '@core/words'

export const relayCaps = (channels: number, readBack: boolean): GpioCaps => ({
  lines: Array.from({ length: channels }, (_, index) => ({ pin: index + 1, in: false, out: true })),
  openDrain: 'contact',
  pushPull: false,
  inputs: false,
  edges: false,
  atomicDirValue: true,
  glitchOnOpen: false,
  keepsOnClose: 'yes',
  pulse: 'host',
  readBack,
  warnings: readBack ? [adapterWarnings.relay] : [adapterWarnings.relay, adapterWarnings.blind],
})

/** Relay contacts over HID. Closed is active. */
export class UsbRelayDriver implements PinDriver {
  readonly kind = 'usbrelay'
  readonly caps: GpioCaps
  readonly id: string
  readonly #hid: HidDevice
  readonly #active: ActiveLines<HidRelease>
  constructor(id: string, hid: HidDevice, channels: number) {
    this.id = id
    this.#hid = hid
    this.#active = new ActiveLines(hid, (line) => ({ do: 'send', bytes: setting(line, false) }))
    this.caps = relayCaps(channels, true)
  }
  async look(lines: readonly LineConfig[]): Promise<ReadonlyMap<string, boolean>> {
    const states = await this.#states()
    return new Map(lines.map((line) => [line.name, isClosed(line, states)]))
  }
  async claim(lines: readonly LineConfig[], keep: ReadonlySet<string>): Promise<void> {
    const states = await this.#states()
    for (const line of lines)
      if (!keep.has(line.name) && isClosed(line, states)) await this.drive(line, false)
  }
  async drive(line: LineConfig, active: boolean): Promise<void> {
    await this.#active.during(line, active, () => this.#hid.sendFeature(setting(line, active)))
  }
  async sense(line: LineConfig): Promise<boolean> {
    return isClosed(line, await this.#states())
  }
  close(): Promise<void> {
    return this.#hid.close()
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#hid.onGone(listener)
  }
  async #states(): Promise<number> {
    const { id, length } = usbrelay.report
    return usbrelay.read(await this.#hid.getFeature(id, length)).states
  }
}

const setting = (line: LineConfig, active: boolean): Uint8Array =>
  usbrelay.set(Number(line.pin), active)

const isClosed = (line: LineConfig, states: number): boolean =>
  (states & (1 << (Number(line.pin) - 1))) !== 0
