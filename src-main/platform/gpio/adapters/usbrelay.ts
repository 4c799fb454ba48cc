import { type GpioCaps, type LineConfig, type AdapterInfo } from '@core/ports/gpio-adapter'
import { type HidDevice, type HidRelease, type HidBus, type HidInfo } from '../hid'
import type { PinDriver } from '../pin-driver'
import { usbrelay } from './usbrelay-codec'
import { adapterWarnings, relayTitle } from '../words'
import { ActiveLines } from '../when-lost'
import type { SeenLine } from '@core/words'
import { troubled } from '../troubled'
import { unavailable, type AdapterMember } from './adapter'
import { onlyOne, withIds } from './hid-devices'

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

/** A relay board and its five letters, which the USB serial number does not tell. */
interface FoundRelay {
  readonly info: HidInfo
  readonly serial: string
  readonly channels: number
}

async function relays(
  bus: HidBus,
  onTrouble: (info: HidInfo, error: unknown) => void,
): Promise<readonly FoundRelay[]> {
  const found: FoundRelay[] = []
  for (const info of withIds(await bus.list('hidraw'), usbrelay.ids))
    try {
      if (usbrelay.channels(info.product) !== undefined) found.push(await relayAt(bus, info))
    } catch (error) {
      onTrouble(info, error)
    }
  return found
}

async function relayAt(bus: HidBus, info: HidInfo): Promise<FoundRelay> {
  const device = await bus.open(info.path, 'hidraw')
  try {
    const { id, length } = usbrelay.report
    const { serial } = usbrelay.read(await device.getFeature(id, length))
    return { info, serial, channels: usbrelay.channels(info.product) ?? 1 }
  } finally {
    await device.close()
  }
}

export const usbrelayAdapter: AdapterMember<'usbrelay'> = {
  kind: 'usbrelay',
  hid: true,
  async list({ hid }) {
    if (!hid) return []
    const unread: AdapterInfo[] = []
    const found = await relays(hid, ({ path }, error) =>
      unread.push(troubled('usbrelay', `USB relay on ${path}`, error)),
    )
    const boards = found.map(({ serial, channels }) => ({
      id: `usbrelay:${serial}`,
      kind: 'usbrelay',
      title: relayTitle(serial, channels),
    }))
    return [...boards, ...unread]
  },
  async open(wanted, { hid }) {
    if (!hid) throw unavailable(wanted)
    const { rest } = wanted
    const troubles: unknown[] = []
    const found = await relays(hid, (_info, error) => troubles.push(error))
    // A board that cannot be read may be the one that is meant.
    if (troubles.length > 0 && !found.some((one) => one.serial === rest)) throw troubles[0]
    const board = onlyOne(found, (one) => one.serial, 'usbrelay', rest)
    const device = await hid.open(board.info.path, 'hidraw')
    return new UsbRelayDriver(`usbrelay:${board.serial}`, device, board.channels)
  },
}
