import type { LineConfig } from '@core/ports/gpio-adapter'
import { personas } from '@catalog/modems/personas'
import { seededChance } from '@core/ports/chance'
import { SimulatedBench } from '@core/simulator/bench'
import { Cp2112Driver } from '@platform/gpio/adapters/cp2112'
import { openGpiod } from '@platform/gpio/adapters/gpiod'
import { LcusDriver } from '@platform/gpio/adapters/lcus'
import { LineAdapter } from '@platform/gpio/line-adapter'
import { Mcp2221Driver } from '@platform/gpio/adapters/mcp2221'
import { micropythonDriver } from '@platform/gpio/adapters/micropython'
import { NumatoDriver } from '@platform/gpio/adapters/numato'
import type { PinDriver } from '@platform/gpio/pin-driver'
import { SerialLinesDriver } from '@platform/gpio/adapters/serial'
import { SimDriver } from '@platform/gpio/adapters/sim'
import { UsbRelayDriver } from '@platform/gpio/adapters/usbrelay'
import { ManualClock } from '../manual-clock'
import { Cp2112Chip } from './cp2112-chip'
import { GpiodRecorder } from './gpiod-recorder'
import { Mcp2221Chip } from './mcp2221-chip'
import { MicropythonChip } from './micropython-chip'
import { LcusChip, LinesChip, NumatoChip } from './serial-chips'
import { UsbRelayChip } from './usbrelay-chip'
import { Wires } from './wires'

/** An adapter on a simulated chip, its wires on an oscilloscope. */
export interface ChipBench {
  readonly clock: ManualClock
  readonly wires: Wires
  readonly adapter: LineAdapter
  /** A power key as this adapter drives one, and a STATUS input where it has inputs. */
  readonly power: LineConfig
  readonly status?: LineConfig
  /** Absent for a model, which no cable leads to. */
  readonly unplug?: () => void
  /** Everything is let go, no child runs, the device is closed. */
  readonly quiet?: () => boolean
}

type Parts = Omit<ChipBench, 'adapter' | 'clock' | 'wires'> & { readonly driver: PinDriver }

const output = (pin: number | string, more: Partial<LineConfig> = {}): LineConfig => ({
  name: 'power',
  pin,
  dir: 'out',
  activeLow: false,
  drive: 'push-pull',
  maxActiveMs: 10_000,
  onOpen: 'inactive',
  ...more,
})
const input = (pin: number | string, more: Partial<LineConfig> = {}): LineConfig => ({
  name: 'status',
  pin,
  dir: 'in',
  activeLow: false,
  drive: 'push-pull',
  onOpen: 'inactive',
  ...more,
})
const low = { activeLow: true, drive: 'open-drain' } as const

type Make = (wires: Wires, clock: ManualClock) => Parts | Promise<Parts>

const makers: { readonly [title: string]: Make } = {
  'cp2112, open drain': (wires) => cp2112(wires, output(3, low)),
  'cp2112, push-pull': (wires) => cp2112(wires, output(3)),
  'mcp2221, open drain': (wires) => mcp2221(wires, output(0, low)),
  'mcp2221, push-pull': (wires) => mcp2221(wires, output(0)),
  usbrelay: (wires) => {
    const chip = new UsbRelayChip(wires)
    const driver = new UsbRelayDriver('usbrelay:BITFT', chip, 2)
    const power = output(2, { drive: 'contact' })
    return { driver, power, unplug: () => chip.pull(), quiet: () => chip.closed }
  },
  lcus: (wires) => {
    const chip = new LcusChip(wires)
    const power = output(1, { drive: 'contact' })
    const driver = new LcusDriver('lcus:/dev/ttyUSB7', chip)
    return { driver, power, unplug: () => chip.pull(), quiet: () => !chip.open }
  },
  numato: (wires, clock) => {
    const chip = new NumatoChip(wires)
    const driver = new NumatoDriver('numato:/dev/ttyACM7', chip, clock)
    const parts = { driver, power: output(10), status: input(4) }
    return { ...parts, unplug: () => chip.pull(), quiet: () => !chip.open }
  },
  'serial lines': (wires) => {
    const chip = new LinesChip(wires)
    const driver = new SerialLinesDriver('serial:/dev/ttyUSB8', chip)
    const parts = { driver, power: output('dtr'), status: input('cts') }
    return { ...parts, unplug: () => chip.pull(), quiet: () => !chip.open }
  },
  'micropython, open drain': (wires, clock) => micropython(wires, clock, output(17, low)),
  'micropython, push-pull': (wires, clock) => micropython(wires, clock, output(17)),
  'gpiod 1': (wires, clock) => gpiod(1, wires, clock, output(17)),
  'gpiod 2': (wires, clock) => gpiod(2, wires, clock, output(17)),
  'gpiod 2, open drain': (wires, clock) => gpiod(2, wires, clock, output(17, low)),
  'simulated modem': (wires, clock) => {
    const simulated = new SimulatedBench({ clock, chance: seededChance(1), personas })
    const modem = simulated.modem('sim:sim7672?boot=off')
    const { power } = modem
    const pwrkey = power.pwrkey.bind(power)
    // The oscilloscope on the key of the model.
    power.pwrkey = (active) => {
      wires.drive('power', active ? 'high' : 'low')
      pwrkey(active)
    }
    power.status = () => wires.inputs.get('status') ?? false
    power.onStatus = (listener) => {
      const heard = (pin: string, high: boolean) => pin === 'status' && listener(high)
      wires.inputs.listeners.add(heard)
      return () => wires.inputs.listeners.delete(heard)
    }
    const driver = new SimDriver('sim:sim7672', modem)
    return { driver, power: output('power'), status: input('status') }
  },
}

export const chipTitles = Object.keys(makers)
/** Relay contacts read nothing: STATUS of a modem on them is never known. */
export const titlesWithoutInputs = ['usbrelay', 'lcus']
/** A model stays for as long as the program does. */
export const titlesWithoutCable = ['simulated modem']

export async function chipBench(title: string): Promise<ChipBench> {
  const make = makers[title]
  if (!make) throw new Error(`no chip ${title}`)
  const clock = new ManualClock()
  const wires = new Wires(clock)
  const { driver, ...parts } = await make(wires, clock)
  return { clock, wires, adapter: new LineAdapter(driver, clock), ...parts }
}

function cp2112(wires: Wires, power: LineConfig): Parts {
  const chip = new Cp2112Chip(wires)
  const parts = { driver: new Cp2112Driver('cp2112:0012AB', chip), power, status: input(5) }
  return { ...parts, unplug: () => chip.pull(), quiet: () => chip.closed }
}
function mcp2221(wires: Wires, power: LineConfig): Parts {
  const chip = new Mcp2221Chip(wires)
  const parts = { driver: new Mcp2221Driver('mcp2221:0001', chip), power, status: input(2) }
  return { ...parts, unplug: () => chip.pull(), quiet: () => chip.closed }
}
async function micropython(wires: Wires, clock: ManualClock, power: LineConfig): Promise<Parts> {
  const chip = new MicropythonChip(wires, clock)
  const driver = await clock.until(
    micropythonDriver('micropython:/dev/ttyACM9', '/dev/ttyACM9', {
      clock,
      openInner: async () => chip,
    }),
  )
  const quiet = () => !chip.open && chip.atPrompt && chip.strange.length === 0
  return { driver, power, status: input(22), unplug: () => chip.pull(), quiet }
}
async function gpiod(
  version: 1 | 2,
  wires: Wires,
  clock: ManualClock,
  power: LineConfig,
): Promise<Parts> {
  const tools = new GpiodRecorder(version, wires)
  const driver = await openGpiod('', tools, clock)
  const unplug = () => {
    tools.complaint = "gpioset: unable to open chip 'gpiochip0': No such device"
  }
  return { driver, power, status: input(22), unplug, quiet: () => tools.running === 0 }
}
