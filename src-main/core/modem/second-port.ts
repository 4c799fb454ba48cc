import type { PortInfo, PortRole } from '../ports/port-info'

/** What may take AT beside the first port, most fitting first; the PPP port of a modem answers AT until it is dialled on. */
const roles: readonly PortRole[] = ['at2', 'at', 'ppp']

/**
 * The other ports of the same device that may take AT while data runs on `path`: by their USB identity without the
 * interface, so never those of a twin modem. Empty where the system does not tell which device a port belongs to.
 */
export function secondPortsOf(path: string, ports: readonly PortInfo[]): readonly PortInfo[] {
  return siblingsOf(path, ports)
    .filter(({ role, use, holder }) => roles.includes(role) && use !== 'no' && !holder)
    .sort((left, right) => roles.indexOf(left.role) - roles.indexOf(right.role))
}

/** The other ports of the same device that carry the sentences of its receiver for satellites. */
export function nmeaPortsOf(path: string, ports: readonly PortInfo[]): readonly PortInfo[] {
  return siblingsOf(path, ports).filter(({ role }) => role === 'gps')
}

function siblingsOf(path: string, ports: readonly PortInfo[]): readonly PortInfo[] {
  const [typed] = path.split('?')
  const first = ports.find((port) => port.path === typed || port.aliases?.includes(path))
  const device = first && deviceOf(first)
  if (device === undefined) return []
  return ports.filter((port) => port !== first && deviceOf(port) === device)
}

/** Which device a port belongs to; undefined where its identity is no more than a path. */
function deviceOf({ kind, identity = '' }: PortInfo): string | undefined {
  if (kind === 'simulated') return identity.replace(/\/(?:at2|nmea)$/, '')
  if (!/^usb:[^/]+\/(?:serial|at):/.test(identity)) return undefined
  return identity.replace(/(?:\/(?:if|uart)\d+)+$/, '')
}
