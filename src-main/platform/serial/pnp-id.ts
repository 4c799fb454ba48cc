import type { UsbFacts } from './identity'

/**
 * USB facts from a Windows PnP id. Two forms: `USB\VID_1E0E&PID_9001&MI_02\6&1A2B3C4D&0&0002` and FTDI's own
 * `FTDIBUS\VID_0403+PID_6001+A50285BIA\0000`, which appends a letter per UART to the serial number.
 */
export function usbFromWindows(pnpId: string): UsbFacts | undefined {
  return fromUsbForm(pnpId) ?? fromFtdiForm(pnpId)
}

function fromUsbForm(pnpId: string): UsbFacts | undefined {
  const match =
    /^USB\\VID_([0-9A-F]{4})&PID_([0-9A-F]{4})(?:&REV_[0-9A-F]{4})?(?:&MI_([0-9A-F]{2}))?(?:\\(.+))?$/i.exec(
      pnpId,
    )
  if (!match) return undefined
  const [, vid = '', pid = '', interfaceHex, instance = ''] = match
  return {
    vid: vid.toLowerCase(),
    pid: pid.toLowerCase(),
    ...(interfaceHex === undefined ? {} : { interfaceNumber: parseInt(interfaceHex, 16) }),
    ...unitOf(instance),
  }
}

function fromFtdiForm(pnpId: string): UsbFacts | undefined {
  const match = /^FTDIBUS\\VID_([0-9A-F]{4})\+PID_([0-9A-F]{4})(?:\+([^\\]+))?(?:\\.*)?$/i.exec(
    pnpId,
  )
  if (!match) return undefined
  const [, vid = '', pid = '', instance = ''] = match
  const ids = { vid: vid.toLowerCase(), pid: pid.toLowerCase() }
  const unit = /^(.+)([A-D])$/.exec(instance)
  if (instance.includes('&') || !unit) return { ...ids, ...unitOf(instance) }
  return { ...ids, serialNumber: unit[1] ?? '', uart: 'ABCD'.indexOf(unit[2] ?? 'A') }
}

/**
 * An instance id with `&` was made up by Windows from the place of the device: `6&1A2B3C4D&0&0002`, where the last
 * number is the function. One without is the device's own serial number.
 */
function unitOf(instance: string): Pick<UsbFacts, 'serialNumber' | 'location'> {
  if (instance === '') return {}
  if (!instance.includes('&')) return { serialNumber: instance }
  return { location: instance.split('&').slice(0, 3).join('&').toLowerCase() }
}

/** The interface (and the UART behind it) from a name under /dev/serial/by-id: `…-if02-port0`. */
export function interfaceFromById(
  name: string,
): Pick<UsbFacts, 'interfaceNumber' | 'uart'> | undefined {
  const match = /-if([0-9a-f]{2})(?:-port(\d+))?$/i.exec(name)
  if (!match) return undefined
  const uart = Number(match[2] ?? 0)
  return {
    interfaceNumber: parseInt(match[1] ?? '0', 16),
    ...(uart === 0 ? {} : { uart }),
  }
}

/** The topology in a sysfs path of a tty: the device folder, its place `1-1.2`, and the interface number. */
export function placeFromSysfs(
  path: string,
):
  | { devicePath: string; interfacePath: string; location: string; interfaceNumber: number }
  | undefined {
  const match = /^(.*\/(\d+-\d+(?:\.\d+)*))\/(\2:\d+\.(\d+))(?=\/|$)/.exec(path)
  if (!match) return undefined
  const [, devicePath = '', location = '', interfaceName = '', number = '0'] = match
  return {
    devicePath,
    interfacePath: `${devicePath}/${interfaceName}`,
    location,
    interfaceNumber: Number(number),
  }
}

/** macOS shows every device twice; `tty.` waits for carrier at open, `cu.` does not. */
export function calloutPath(path: string): string {
  return path.replace(/^\/dev\/tty\./, '/dev/cu.')
}
