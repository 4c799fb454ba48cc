import { realpath } from 'node:fs/promises'
import type { PortPurpose } from '@core/ports/port-info'
import { findDevice } from './identity'
import { listPorts } from './list'

/** What a port is for, by its name as typed; undefined where the system does not say (ptys, `tcp:`). */
export async function purposeOf(name: string): Promise<PortPurpose | undefined> {
  if (/^micropython:/i.test(name)) return { role: 'at', use: 'yes' }
  if (/^(?:tcp|rfc2217|sim):/i.test(name)) return undefined
  const ports = await listPorts({ holders: false }).catch(() => [])
  const named = findDevice(name, ports)
  if (named || name.startsWith('usb:')) return named
  // A link such as /dev/serial/by-id/… leads to the device itself.
  const path = name.replace(/^path:/, '')
  const node = await realpath(path).catch(() => path)
  return ports.find((port) => [path, node].some((one) => isCalled(port, one)))
}

function isCalled(port: { path: string; aliases?: readonly string[] }, name: string): boolean {
  return port.path === name || (port.aliases?.includes(name) ?? false)
}
