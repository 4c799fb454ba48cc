import type { SeenPort } from './describe'
import type { UsbFacts } from './identity'
import type { RegistryPort } from './ioreg'
import { calloutPath, interfaceFromById, usbFromWindows } from './pnp-id'

/** What node-serialport reports of a port; every field but the path may be missing. */
export interface ReportedPort {
  readonly path: string
  readonly pnpId?: string | undefined
  readonly vendorId?: string | undefined
  readonly productId?: string | undefined
  readonly serialNumber?: string | undefined
  readonly locationId?: string | undefined
  readonly manufacturer?: string | undefined
  readonly friendlyName?: string | undefined
}

/** Ports as node-serialport lists them: Windows, macOS and others. */
export function seenElsewhere(
  reported: readonly ReportedPort[],
  platform: NodeJS.Platform,
  registry: ReadonlyMap<string, RegistryPort> = new Map(),
): SeenPort[] {
  const paths = new Set<string>()
  const seen = reported
    .map((port) => (platform === 'darwin' ? { ...port, path: calloutPath(port.path) } : port))
    .filter((port) => !paths.has(port.path) && paths.add(port.path))
    .map((port) => ({ ...seenPort(port), ...registry.get(port.path) }))
  return platform === 'darwin' ? numbered(seen) : seen
}

function seenPort(port: ReportedPort): SeenPort {
  const usb = usbOf(port)
  return {
    path: port.path,
    ...(usb ? { usb } : {}),
    ...(port.manufacturer ? { manufacturer: port.manufacturer } : {}),
    ...(port.friendlyName ? { product: withoutPort(port.friendlyName) } : {}),
  }
}

function usbOf(port: ReportedPort): UsbFacts | undefined {
  const fromPnp = port.pnpId === undefined ? undefined : usbFromWindows(port.pnpId)
  if (fromPnp) return { ...fromPnp, ...reportedUnit(port, fromPnp) }
  if (!port.vendorId || !port.productId) return undefined
  return {
    vid: port.vendorId.toLowerCase().padStart(4, '0'),
    pid: port.productId.toLowerCase().padStart(4, '0'),
    ...(port.pnpId === undefined ? {} : interfaceFromById(port.pnpId)),
    ...(port.serialNumber ? { serialNumber: port.serialNumber } : {}),
    ...(port.locationId ? { location: port.locationId } : {}),
  }
}

/**
 * What the PnP id does not hold. For composite devices node-serialport looks the parent's serial number up; a text with
 * `&` is an instance id of Windows, not a serial number.
 */
function reportedUnit(port: ReportedPort, known: UsbFacts): Partial<UsbFacts> {
  const serial = port.serialNumber
  return {
    ...(known.serialNumber === undefined && serial && !serial.includes('&')
      ? { serialNumber: serial }
      : {}),
    ...(known.location === undefined && port.locationId ? { location: port.locationId } : {}),
  }
}

/** Windows appends ` (COM7)` to the friendly name; the label says the port itself. */
function withoutPort(friendlyName: string): string {
  return friendlyName.replace(/ \(COM\d+\)$/i, '')
}

/** Where the registry of macOS told no interface, the ports of one device are counted in the order of their names. */
function numbered(seen: readonly SeenPort[]): SeenPort[] {
  const sorted = [...seen].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
  const counts = new Map<string, number>()
  return sorted.map((port) => {
    if (!port.usb || port.usb.interfaceNumber !== undefined) return port
    const device = `${port.usb.vid}:${port.usb.pid}:${port.usb.location ?? port.usb.serialNumber}`
    const uart = counts.get(device) ?? 0
    counts.set(device, uart + 1)
    return { ...port, usb: { ...port.usb, uart } }
  })
}
