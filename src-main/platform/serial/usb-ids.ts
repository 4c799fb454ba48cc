import type { PortInfo, PortRole } from '@core/ports/port-info'
import type { Words } from '@core/words'
import table from '@resources/usb-ids.json'

/** `ignore`: the maker says not to open it; `net` and `com` are functions that are no AT port. */
type TableRole = PortRole | 'ignore' | 'net' | 'com'

/** A modem (or board) by its USB ids. Facts come from the sources named in `source`. */
export interface UsbModem {
  readonly vid: string
  /** `*`: every product of the vendor. */
  readonly pid: string
  readonly vendor: string
  /** Short, for labels: `SIM7600`. */
  readonly name: string
  readonly product: string
  /** Interface number (decimal text) to what is behind it. */
  readonly interfaces: { readonly [interfaceNumber: string]: TableRole }
  /** For vendors that tell roles by interface class instead of number. */
  readonly classes?: readonly ClassRole[]
  readonly source: string
  /** `partly`: the ids are sure, the AT interface is not; `probe`: the ids are sure, the interfaces unknown. */
  readonly confidence: 'verified' | 'partly' | 'probe' | 'unverified'
  readonly note?: Words
}

interface ClassRole {
  readonly class: string
  readonly subclasses: readonly string[]
  readonly protocol: string
  readonly role: TableRole
}

/** A USB to UART chip; what hangs on its pins nobody can say. */
export interface UsbBridge {
  readonly vid: string
  readonly pid: string
  readonly name: string
}

/** The class triple of a USB interface, hex digits. */
export interface InterfaceClass {
  readonly class: string
  readonly subclass: string
  readonly protocol: string
}

// The JSON is checked row by row in test/platform/serial/usb-ids.test.ts.
const modems = table.modems as readonly unknown[] as readonly UsbModem[]
const bridges = table.bridges as readonly UsbBridge[]

const modemById = new Map(modems.map((modem) => [`${modem.vid}:${modem.pid}`, modem]))
const bridgeById = new Map(bridges.map((bridge) => [`${bridge.vid}:${bridge.pid}`, bridge]))

export const usbModems = modems
export const usbBridges = bridges

export function findModem(vid: string, pid: string): UsbModem | undefined {
  return modemById.get(`${vid}:${pid}`) ?? modemById.get(`${vid}:*`)
}

export function findBridge(vid: string, pid: string): UsbBridge | undefined {
  return bridgeById.get(`${vid}:${pid}`)
}

/** What is behind an interface, and whether it is for us. An interface the table does not list has to be tried. */
export function roleOf(
  modem: UsbModem,
  interfaceNumber: number | undefined,
  interfaceClass?: InterfaceClass,
): { role: PortRole; use: PortInfo['use'] } {
  const byClass = modem.classes?.find((row) => isOfClass(row, interfaceClass))
  const byNumber =
    interfaceNumber === undefined ? undefined : modem.interfaces[String(interfaceNumber)]
  const found = byClass?.role ?? byNumber ?? onlyRole(modem)
  switch (found) {
    case undefined:
      return { role: 'unknown', use: 'maybe' }
    case 'at':
    case 'at2':
      return { role: found, use: modem.confidence === 'verified' ? 'yes' : 'maybe' }
    case 'ppp':
    case 'gps':
    case 'repl':
    case 'unknown':
      return { role: found, use: 'maybe' }
    case 'diag':
    case 'audio':
    case 'qmi':
    case 'log':
      return { role: found, use: 'no' }
    case 'net':
      return { role: 'qmi', use: 'no' }
    case 'ignore':
    case 'com':
      return { role: 'unknown', use: 'no' }
  }
}

function isOfClass(row: ClassRole, seen: InterfaceClass | undefined): boolean {
  return (
    seen !== undefined &&
    row.class === seen.class &&
    row.subclasses.includes(seen.subclass) &&
    row.protocol === seen.protocol
  )
}

/** Where the system hides the interface number, a device with a single function leaves no doubt. */
function onlyRole(modem: UsbModem): TableRole | undefined {
  const roles = Object.values(modem.interfaces)
  const only = roles.length === 1 ? roles[0] : undefined
  return only === 'repl' || only === 'ignore' ? only : undefined
}
