import type { GpioCaps, LineConfig } from '@core/ports/gpio-adapter'
import { cp2112 } from './cp2112-codec'
import type { HidDevice, HidRelease } from '../hid'
import { activeAt, levelFor, type PinDriver } from '../pin-driver'
import { ActiveLines } from '../when-lost'
import type { SeenLine } from '@core/words'
import type { AdapterMember } from './adapter'
import { listChips, openChip, type HidChip } from './hid-devices'

const caps: GpioCaps = {
  lines: [0, 1, 2, 3, 4, 5, 6, 7].map((pin) => ({ pin, in: true, out: true })),
  openDrain: 'native',
  pushPull: true,
  inputs: true,
  edges: false,
  atomicDirValue: false,
  glitchOnOpen: false,
  keepsOnClose: 'yes',
  pulse: 'host',
  readBack: true,
  warnings: [],
}

/** CP2112 over HID: eight pins with an open drain of their own, made for bare modules. */
export class Cp2112Driver implements PinDriver {
  readonly kind = 'cp2112'
  readonly caps = caps
  readonly id: string
  readonly #hid: HidDevice
  readonly #active: ActiveLines<HidRelease>
  constructor(id: string, hid: HidDevice) {
    this.id = id
    this.#hid = hid
    this.#active = new ActiveLines(hid, (line) => ({ do: 'send', bytes: latch(line, false) }))
  }
  async look(lines: readonly LineConfig[]): Promise<ReadonlyMap<string, boolean>> {
    const { id, length } = cp2112.versionReport
    cp2112.readVersion(await this.#hid.getFeature(id, length))
    const levels = await this.#levels()
    return new Map(lines.map((line) => [line.name, activeAt(line, (levels & bit(line)) !== 0)]))
  }
  /**
   * A pin that becomes an output comes up with its latch at 1. As an open drain that is released, so outputs are made open
   * drain first, take their level, and only then turn push-pull: none is ever driven high by accident (AN495, 4.4).
   */
  async claim(lines: readonly LineConfig[], keep: ReadonlySet<string>): Promise<void> {
    const { id, length } = cp2112.configReport
    const old = cp2112.readConfig(await this.#hid.getFeature(id, length))
    const levels = await this.#levels()
    const outputs = lines.filter((line) => line.dir === 'out')
    const mask = maskOf(outputs)
    const inputs = maskOf(lines.filter((line) => line.dir === 'in'))
    const level = (line: LineConfig) =>
      keep.has(line.name) ? (levels & bit(line)) !== 0 : levelFor(line, false)
    const value = maskOf(outputs.filter(level))
    const pushPull = maskOf(outputs.filter((line) => line.drive === 'push-pull'))
    const direction = (old.direction | mask) & ~inputs
    if (mask !== 0) await this.#hid.sendFeature(cp2112.setLatch(value, mask))
    await this.#hid.sendFeature(cp2112.setConfig({ direction, pushPull: old.pushPull & ~mask }))
    if (mask !== 0) await this.#hid.sendFeature(cp2112.setLatch(value, mask))
    if (pushPull !== 0)
      await this.#hid.sendFeature(
        cp2112.setConfig({ direction, pushPull: (old.pushPull & ~mask) | pushPull }),
      )
  }
  async drive(line: LineConfig, active: boolean): Promise<void> {
    await this.#active.during(line, active, () => this.#hid.sendFeature(latch(line, active)))
  }
  async sense(line: LineConfig): Promise<boolean> {
    return activeAt(line, ((await this.#levels()) & bit(line)) !== 0)
  }
  close(): Promise<void> {
    return this.#hid.close()
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#hid.onGone(listener)
  }
  async #levels(): Promise<number> {
    const { id, length } = cp2112.latchReport
    return cp2112.readLatch(await this.#hid.getFeature(id, length))
  }
}

const latch = (line: LineConfig, active: boolean): Uint8Array =>
  cp2112.setLatch(levelFor(line, active) ? bit(line) : 0, bit(line))
const bit = (line: LineConfig): number => 1 << Number(line.pin)
const maskOf = (lines: readonly LineConfig[]): number =>
  lines.reduce((mask, line) => mask | bit(line), 0)

const chip: HidChip = { kind: 'cp2112', ids: cp2112.ids, driver: 'hidraw' }

export const cp2112Adapter: AdapterMember<'cp2112'> = {
  kind: 'cp2112',
  hid: true,
  list: (options) => listChips(chip, options),
  async open(wanted, options) {
    const { id, device } = await openChip(chip, wanted, options)
    return new Cp2112Driver(id, device)
  },
}
