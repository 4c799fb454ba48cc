import type { PortInfo } from '@core/ports/port-info'

/**
 * What a slot binds to instead of a path, as text:
 * `usb:1e0e:9001/serial:ABC123/if02`, `usb:1e0e:9001/at:1-1.2/if02`, or `path:/dev/ttyAMA0` for a port that is no USB device.
 * A serial number wins over the place it is plugged in, unless it is one of those that every unit carries.
 */
export type DeviceIdentity = string

/** USB facts of one port, whatever the system they came from. */
export interface UsbFacts {
  readonly vid: string
  readonly pid: string
  readonly interfaceNumber?: number
  /** For bridges with several UARTs behind one interface. */
  readonly uart?: number
  readonly serialNumber?: string
  readonly location?: string
}

// SIMCom, Quectel and others ship every unit with the same text, so two modems on a bench would be one.
const sharedSerials = /^(?:0*1?2?3456789abcdef|0123456789|1234567890?|0+|f+|1|x+|none|null|n\/a)$/i

/** Whether a serial number tells one unit from another. */
export function tellsUnitsApart(serialNumber: string | undefined): serialNumber is string {
  return serialNumber !== undefined && serialNumber !== '' && !sharedSerials.test(serialNumber)
}

/** `trustSerial` false: another device with the same ids and serial number is on the bus. */
export function identityOfUsb(usb: UsbFacts, trustSerial = true): DeviceIdentity {
  const parts = [`usb:${usb.vid}:${usb.pid}`]
  if (trustSerial && tellsUnitsApart(usb.serialNumber))
    parts.push(`serial:${encodeURIComponent(usb.serialNumber)}`)
  else if (usb.location) parts.push(`at:${encodeURIComponent(usb.location)}`)
  if (usb.interfaceNumber !== undefined) parts.push(`if${two(usb.interfaceNumber)}`)
  if (usb.uart !== undefined) parts.push(`uart${usb.uart}`)
  return parts.join('/')
}

export function identityOfPath(path: string): DeviceIdentity {
  return `path:${path}`
}

/** The path inside a `path:` identity. */
export function pathOfIdentity(identity: DeviceIdentity): string | undefined {
  return identity.startsWith('path:') ? identity.slice('path:'.length) : undefined
}

/**
 * The port that is this device now. One that was known by its serial number is found anywhere; one that was known by its
 * place only there. A device whose identity was taken while a twin was plugged in is found by place, twin or not.
 */
export function findDevice(
  identity: DeviceIdentity,
  ports: readonly PortInfo[],
): PortInfo | undefined {
  const path = pathOfIdentity(identity)
  if (path !== undefined)
    return ports.find((port) => port.path === path || port.aliases?.includes(path))
  return (
    ports.find((port) => port.identity === identity) ??
    ports.find((port) => identitiesOf(port).includes(identity))
  )
}

/** Both names a port could have been remembered by. */
function identitiesOf(port: PortInfo): DeviceIdentity[] {
  // The modem behind a board shares the board's ids, but is another thing to open.
  const usb = port.identity?.startsWith('micropython:') ? undefined : usbOf(port)
  return usb ? [identityOfUsb(usb, true), identityOfUsb(usb, false)] : []
}

function usbOf(port: PortInfo): UsbFacts | undefined {
  if (port.vid === undefined || port.pid === undefined) return undefined
  const uart = /\/uart(\d+)$/.exec(port.identity ?? '')?.[1]
  return {
    vid: port.vid,
    pid: port.pid,
    ...(port.interfaceNumber === undefined ? {} : { interfaceNumber: port.interfaceNumber }),
    ...(uart === undefined ? {} : { uart: Number(uart) }),
    ...(port.serialNumber === undefined ? {} : { serialNumber: port.serialNumber }),
    ...(port.location === undefined ? {} : { location: port.location }),
  }
}

/** Serial numbers that two plugged devices share, as `vid:pid:serial`; their ports are told apart by place. */
export function twins(devices: readonly UsbFacts[]): ReadonlySet<string> {
  const places = new Map<string, string | undefined>()
  const shared = new Set<string>()
  for (const device of devices) {
    const key = unitKey(device)
    if (places.has(key) && places.get(key) !== device.location) shared.add(key)
    places.set(key, device.location)
  }
  return shared
}

export function unitKey(usb: UsbFacts): string {
  return `${usb.vid}:${usb.pid}:${usb.serialNumber ?? ''}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
