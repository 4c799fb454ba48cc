import { realpath, stat } from 'node:fs/promises'
import type { PortInfo } from '@core/ports/port-info'
import { quoted } from '@core/words'
import { findDevice, identityOfPath, pathOfIdentity, type DeviceIdentity } from './identity'
import { listPorts } from './list'

const pollMs = 1000

/** What to remember of an opened port so that the same device is found again: its identity, or the path as typed. */
export async function identityOf(name: string): Promise<DeviceIdentity> {
  if (/^(?:tcp|rfc2217|labgrid|sim|usb|path):/i.test(name)) return name
  const board = behindBoard(name)
  if (board) return `micropython:${await identityOf(board.port)}${board.query}`
  const ports = await listPorts({ holders: false }).catch(() => [])
  // A link such as /dev/serial/by-id/… leads to the device itself; one to a pty stays a path.
  const node = await realpath(name).catch(() => name)
  const port = ports.find((one) => one.path === node || one.path === name)
  return port?.identity ?? identityOfPath(name)
}

/**
 * Calls `onBack` once, when the device is there (again): by identity under any name, a pty or link by its path.
 * `tcp:`, `rfc2217:` and `sim:` ports cannot be seen without opening them: they are reported after a second, and who opens and fails
 * watches again. Returns the way to stop.
 */
export function watchForReturn(
  identity: DeviceIdentity,
  onBack: (info: PortInfo) => void,
): () => void {
  let stopped = false
  let timer: NodeJS.Timeout
  const later = () => {
    timer = setTimeout(() => void look(), pollMs)
  }
  const look = async () => {
    // A list that cannot be read just now is asked for again: the port is not known to be back.
    const info = await lookFor(identity).catch(() => undefined)
    if (stopped) return
    if (info) onBack(info)
    else later()
  }
  later()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

/** The device as it is now. A list that fails is asked again at the next look. */
async function lookFor(identity: DeviceIdentity): Promise<PortInfo | undefined> {
  const board = behindBoard(identity)
  if (board) {
    const port = await lookFor(board.port)
    return port && { ...port, path: `micropython:${port.path}${board.query}`, identity }
  }
  if (/^(?:tcp|rfc2217|labgrid):/i.test(identity)) return typed(identity, 'tcp')
  if (/^sim:/i.test(identity)) return typed(identity, 'simulated')
  const listed = findDevice(identity, await listPorts({ holders: false }).catch(() => []))
  if (listed) return listed.kind === 'none' ? undefined : listed
  const path = pathOfIdentity(identity)
  if (path === undefined || process.platform === 'win32') return undefined
  const node = await stat(path).catch(() => undefined)
  return node?.isCharacterDevice() ? typed(path, 'pty') : undefined
}

/** `micropython:PORT?…` apart: the board's own port is what comes and goes. */
function behindBoard(name: string): { port: string; query: string } | undefined {
  const match = /^micropython:([^?]+)(\?.*)?$/i.exec(name)
  return match?.[1] === undefined ? undefined : { port: match[1], query: match[2] ?? '' }
}

function typed(path: string, kind: PortInfo['kind']): PortInfo {
  const identity = kind === 'pty' ? identityOfPath(path) : path
  return { path, label: quoted(path), kind, role: 'unknown', use: 'maybe', identity }
}
