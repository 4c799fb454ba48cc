import { Fault } from '@core/fault'
import type { GpioCaps, LineConfig } from '@core/ports/gpio-adapter'
import type { HidDevice, HidRelease } from '../hid'
import { mcp2221, type Mcp2221Change, type Mcp2221Pin } from './mcp2221-codec'
import { activeAt, levelFor, type PinDriver } from '../pin-driver'
import { adapterWarnings, onPin, pinFunction } from '../words'
import { ActiveLines } from '../when-lost'
import { listed, type SeenLine } from '@core/words'
import type { AdapterMember, AdapterOptions, Wanted } from './adapter'
import { listChips, openChip, type HidChip } from './hid-devices'

const answerMs = 2000

const caps: GpioCaps = {
  lines: [0, 1, 2, 3].map((pin) => ({ pin, name: `GP${pin}`, in: true, out: true })),
  openDrain: 'by-direction',
  pushPull: true,
  inputs: true,
  edges: false,
  atomicDirValue: true,
  glitchOnOpen: false,
  keepsOnClose: 'yes',
  pulse: 'host',
  readBack: true,
  warnings: [adapterWarnings.functions, adapterWarnings.pushPull],
}

/** MCP2221A over HID: four pins. An open drain is made by direction: low, or an input. */
export class Mcp2221Driver implements PinDriver {
  readonly kind = 'mcp2221'
  readonly caps = caps
  readonly id: string
  readonly #hid: HidDevice
  readonly #active: ActiveLines<HidRelease>
  constructor(id: string, hid: HidDevice) {
    this.id = id
    this.#hid = hid
    this.#active = new ActiveLines(hid, (line) => ({
      do: 'write',
      bytes: outputReport(mcp2221.setGpio([change(line, false)])),
    }))
  }
  /** Rejects with `line-function` while a wanted pin is still an LED output as delivered. */
  async look(lines: readonly LineConfig[]): Promise<ReadonlyMap<string, boolean>> {
    const functions = mcp2221.readFunctions(await this.#ask(mcp2221.getSram()))
    const used = lines.filter((line) => functions[Number(line.pin)] !== 0)
    if (used.length > 0)
      throw new Fault(
        'line-function',
        listed(used.map(({ name, pin }) => pinFunction(name, pin, functions))),
      )
    const pins = await this.#pins()
    return new Map(lines.map((line) => [line.name, stateOf(line, pins[Number(line.pin)])]))
  }
  async claim(lines: readonly LineConfig[], keep: ReadonlySet<string>): Promise<void> {
    const changes = lines
      .filter((line) => !keep.has(line.name))
      .map((line) =>
        line.dir === 'in' ? { pin: Number(line.pin), input: true } : change(line, false),
      )
    if (changes.length > 0) await this.#ask(mcp2221.setGpio(changes))
  }
  async drive(line: LineConfig, active: boolean): Promise<void> {
    const command = mcp2221.setGpio([change(line, active)])
    const answer = await this.#active.during(line, active, () => this.#ask(command))
    // 0xEE in the fields of a pin: somebody gave it back to the chip.
    if (answer[3 + 4 * Number(line.pin)] === 0xee || answer[5 + 4 * Number(line.pin)] === 0xee)
      throw new Fault('line-function', onPin(line.name, line.pin))
  }
  async sense(line: LineConfig): Promise<boolean> {
    return stateOf(line, (await this.#pins())[Number(line.pin)])
  }
  /** Gives all four pins to GPIO, as inputs, now and for every later plug-in. */
  async makeInputs(): Promise<void> {
    await this.#ask(mcp2221.setFlashInputs())
    await this.#ask(mcp2221.setSramInputs())
  }
  close(): Promise<void> {
    return this.#hid.close()
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#hid.onGone(listener)
  }
  async #pins(): Promise<readonly Mcp2221Pin[]> {
    return mcp2221.readGpio(await this.#ask(mcp2221.getGpio()))
  }
  async #ask(command: Uint8Array): Promise<Uint8Array> {
    await this.#hid.write(outputReport(command))
    return mcp2221.check(command, await this.#hid.read(answerMs))
  }
}

/** Without report ids the first octet handed to HID is 0. */
const outputReport = (command: Uint8Array): Uint8Array => Uint8Array.of(0, ...command)

function change(line: LineConfig, active: boolean): Mcp2221Change {
  const pin = Number(line.pin)
  if (line.drive === 'open-drain')
    return active ? { pin, value: false, input: false } : { pin, input: true }
  return { pin, value: levelFor(line, active), input: false }
}

function stateOf(line: LineConfig, pin: Mcp2221Pin | undefined): boolean {
  if (pin?.value === undefined) throw new Fault('line-function', onPin(line.name, line.pin))
  // An open drain that is an input lets go, whatever level others give the wire.
  if (line.dir === 'out' && line.drive === 'open-drain' && pin.input) return false
  return activeAt(line, pin.value)
}

/** On Linux the kernel hides an MCP2221 from hidraw. */
const chip: HidChip = {
  kind: 'mcp2221',
  ids: mcp2221.ids,
  driver: process.platform === 'linux' ? 'libusb' : 'hidraw',
}

/** By its USB serial number; rejects like `openAdapter`. */
export async function openMcp2221(wanted: Wanted, options: AdapterOptions): Promise<Mcp2221Driver> {
  const { id, device } = await openChip(chip, wanted, options)
  return new Mcp2221Driver(id, device)
}

export const mcp2221Adapter: AdapterMember<'mcp2221'> = {
  kind: 'mcp2221',
  hid: true,
  list: (options) => listChips(chip, options),
  open: openMcp2221,
}
