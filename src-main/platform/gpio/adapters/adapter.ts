import { Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import type { Clock } from '@core/ports/clock'
import type { AdapterInfo } from '@core/ports/gpio-adapter'
import type { PortInfo } from '@core/ports/port-info'
import type { SimulatedModem } from '@core/simulator/modem'
import type { SeenLine, Words } from '@core/words'
import type { HidBus } from '../hid'
import type { PinDriver } from '../pin-driver'
import type { Tools } from '../tools'
import { notReachable } from '../words'

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

/** What stands behind the colon of a name (a chip, a serial number, a path), and the name as it was typed. */
export interface Wanted {
  readonly rest: string
  readonly name: string
}

/** A kind of adapter: how it is named, found and opened. One file of this folder is one kind. */
export interface AdapterMember<Kind extends string = string> {
  readonly kind: Kind
  /** What has to follow the colon; absent where nothing has to. */
  readonly needs?: Words
  /** A device of USB's HID class: a library, a driver or a right may be missing. */
  readonly hid?: true
  /** Those that are there now; `onPort` tells those behind serial ports. */
  list?(options: AdapterOptions): Promise<readonly AdapterInfo[]>
  /** What may be on a serial port; `sure` where its USB id says what it is, so that nothing else is offered. */
  onPort?(port: PortInfo): { readonly info: AdapterInfo; readonly sure?: true } | undefined
  /** Touches no line. Rejects with `Fault` like `openAdapter`. */
  open(wanted: Wanted, options: AdapterOptions): Promise<PinDriver>
}

export const unavailable = ({ name }: Wanted): Fault =>
  new Fault('adapter-name', notReachable(name))

/** The serial port an adapter is behind, with both control lines low. */
export async function portOf(
  { rest, name }: Wanted,
  baudRate: number,
  { serial }: AdapterOptions,
): Promise<BytePort> {
  if (!serial) throw unavailable({ rest, name })
  return serial(rest, { baudRate, dtr: false, rts: false })
}

export const onPath = (
  kind: string,
  port: PortInfo,
  title: SeenLine,
  note?: AdapterInfo['note'],
): AdapterInfo => ({
  id: `${kind}:${port.path}`,
  kind,
  title,
  detail: port.label,
  ...(note ? { note } : {}),
})
