import { Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import type { Clock } from '@core/ports/clock'
import type { GpioAdapter } from '@core/ports/gpio-adapter'
import type { SimulatedModem } from '@core/simulator/modem'
import { parseAdapterName, type AdapterName } from './adapter-name'
import { Cp2112Driver } from './cp2112'
import { driverFor, hidOfKind, onlyOne, relays } from './find-hid'
import { openGpiod } from './gpiod'
import type { HidBus } from './hid'
import { hidFault } from './hid-fault'
import { lcus } from './lcus-codec'
import { LcusDriver } from './lcus'
import { LineAdapter } from './line-adapter'
import { Mcp2221Driver } from './mcp2221'
import { NumatoDriver } from './numato'
import { micropythonDriver } from './micropython'
import type { PinDriver } from './pin-driver'
import { SerialLinesDriver } from './serial-lines'
import { SimDriver } from './sim'
import { nodeTools, type Tools } from './tools'
import { UsbRelayDriver } from './usbrelay'
import { notReachable } from './words'

/** How a serial port is opened for an adapter. */
export type OpenSerialPort = (
  path: string,
  options: { readonly baudRate: number; readonly dtr: boolean; readonly rts: boolean },
) => Promise<BytePort>

/** What adapters are opened with; what is missing makes its kinds unavailable. */
export interface AdapterOptions {
  readonly clock: Clock
  readonly hid?: HidBus
  readonly serial?: OpenSerialPort
  readonly tools?: Tools
  /** The simulated modem of a name. */
  readonly simulated?: (name: string) => SimulatedModem | Promise<SimulatedModem>
  readonly simulatedNames?: () => readonly string[] | Promise<readonly string[]>
}

/**
 * Finds the adapter a person named (`cp2112:SERIAL`, `gpiod`, `sim:sim7672`); no line is touched before its `open`. Rejects
 * with `Fault`: adapter-name, adapter-not-found, adapter-library, adapter-driver, adapter-permission,
 * adapter-busy, adapter-tools, port-…
 */
export async function openAdapter(name: string, options: AdapterOptions): Promise<GpioAdapter> {
  const parsed = parseAdapterName(name)
  try {
    return new LineAdapter(await driverOf(parsed, name, options), options.clock)
  } catch (error) {
    throw hidFault(error, name)
  }
}

async function driverOf(
  { kind, rest }: AdapterName,
  name: string,
  options: AdapterOptions,
): Promise<PinDriver> {
  switch (kind) {
    case 'gpiod':
      return openGpiod(rest, options.tools ?? nodeTools, options.clock)
    case 'cp2112':
    case 'mcp2221':
      return openChip(kind, rest, name, options)
    case 'usbrelay':
      return openRelay(rest, name, options)
    case 'lcus':
      return new LcusDriver(name, await portOf(rest, lcus.baudRate, name, options))
    case 'numato':
      return new NumatoDriver(name, await portOf(rest, 115_200, name, options), options.clock)
    case 'serial':
      return new SerialLinesDriver(name, await portOf(rest, 115_200, name, options))
    case 'micropython':
      return micropythonDriver(name, rest, {
        clock: options.clock,
        openInner: (path) => portOf(path, 115_200, name, options),
      })
    case 'sim':
      if (!options.simulated) throw unavailable(name)
      return new SimDriver(name, await options.simulated(`sim:${rest}`))
  }
}

const unavailable = (name: string): Fault => new Fault('adapter-name', notReachable(name))

/** An MCP2221 or CP2112 by its USB serial number. */
export async function openChip(
  kind: 'cp2112' | 'mcp2221',
  serial: string,
  name: string,
  { hid }: AdapterOptions,
): Promise<Cp2112Driver | Mcp2221Driver> {
  if (!hid) throw unavailable(name)
  const driver = driverFor(kind)
  const found = hidOfKind(kind, await hid.list(driver))
  const info = onlyOne(found, (one) => one.serial, kind, serial)
  const device = await hid.open(info.path, driver)
  const id = `${kind}:${info.serial}`
  return kind === 'cp2112' ? new Cp2112Driver(id, device) : new Mcp2221Driver(id, device)
}

async function openRelay(
  serial: string,
  name: string,
  { hid }: AdapterOptions,
): Promise<PinDriver> {
  if (!hid) throw unavailable(name)
  const troubles: unknown[] = []
  const found = await relays(hid, (_info, error) => troubles.push(error))
  // A board that cannot be read may be the one that is meant.
  if (troubles.length > 0 && !found.some((one) => one.serial === serial)) throw troubles[0]
  const board = onlyOne(found, (one) => one.serial, 'usbrelay', serial)
  const device = await hid.open(board.info.path, 'hidraw')
  return new UsbRelayDriver(`usbrelay:${board.serial}`, device, board.channels)
}

function portOf(
  path: string,
  baudRate: number,
  name: string,
  { serial }: AdapterOptions,
): Promise<BytePort> {
  if (!serial) throw unavailable(name)
  return serial(path, { baudRate, dtr: false, rts: false })
}
