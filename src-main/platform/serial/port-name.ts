import { Fault } from '@core/fault'
import { micropythonName } from '../micropython/wiring'
import { noPlace } from './labgrid-words'
import {
  controlCharacterInName,
  meantDevice,
  nameEmpty,
  noPath,
  noPortOfBoard,
  noRfc2217Port,
  noTcpPort,
  noWindowsPort,
  windowsOnly,
} from './words'

/** What a typed port name asks for. */
export type PortName =
  | { kind: 'serial'; path: string }
  | { kind: 'tcp'; host: string; port: number }
  /** A serial port of another machine, with its speed and lines (rfc2217/client.ts). */
  | { kind: 'rfc2217'; name: string; host: string; port: number }
  /** The serial port of a place that labgrid knows (labgrid.ts). */
  | { kind: 'labgrid'; name: string; place: string; resource?: string }
  | { kind: 'simulated'; name: string }
  /** The modem behind a MicroPython board (micropython/wiring.ts). */
  | { kind: 'micropython'; name: string }
  /** A device wherever it is plugged (identity.ts). */
  | { kind: 'device'; identity: string }

/**
 * Reads a port name: `/dev/ttyUSB2`, `./modem`, `COM7`, `tcp:192.168.1.5:2000`, `tcp:[::1]:2000`, `rfc2217://192.168.1.5:2000`, `labgrid:rack2-left`, `sim:sim7672#2`, `usb:1e0e:9001/…`,
 * `micropython:/dev/ttyACM0?uart=1`.
 * Throws `Fault('port-name')` that says what was expected.
 */
export function parsePortName(text: string, platform: NodeJS.Platform): PortName {
  const name = text.trim()
  if (name === '') throw new Fault('port-name', nameEmpty)
  if (/[\u0000-\u001f\u007f]/.test(name)) throw new Fault('port-name', controlCharacterInName)
  if (/^tcp:/i.test(name)) return tcpName(name)
  if (/^rfc2217:/i.test(name)) return rfc2217Name(name)
  if (/^labgrid:/i.test(name)) return labgridName(name)
  if (/^sim:./i.test(name)) return { kind: 'simulated', name }
  if (/^micropython:/i.test(name)) return boardName(name, platform)
  if (name.startsWith('usb:')) return { kind: 'device', identity: name }
  if (name.startsWith('path:')) return serialName(name.slice('path:'.length), platform)
  return serialName(name, platform)
}

/** `host:port` behind a scheme; two slashes may stand between. */
function hostAndPort(name: string): { host: string; port: number } | undefined {
  const match = /^\w+:(?:\/\/)?(?:\[([0-9a-f:.%\w]+)\]|([^\s:[\]/]+)):(\d{1,5})\/?$/i.exec(name)
  const port = Number(match?.[3])
  const host = match?.[1] ?? match?.[2]
  return host === undefined || port < 1 || port > 65535 ? undefined : { host, port }
}

function rfc2217Name(name: string): PortName {
  const there = hostAndPort(name)
  if (!there) throw new Fault('port-name', noRfc2217Port(name))
  return { kind: 'rfc2217', name, ...there }
}

function labgridName(name: string): PortName {
  // A place that begins with a dash would be an option of the client.
  const [, place, resource] = /^labgrid:([^-\s/][^\s/]*)(?:\/([^\s/]+))?$/i.exec(name) ?? []
  if (place === undefined) throw new Fault('port-name', noPlace(name))
  return { kind: 'labgrid', name, place, ...(resource === undefined ? {} : { resource }) }
}

function tcpName(name: string): PortName {
  const there = hostAndPort(name)
  if (!there) throw new Fault('port-name', noTcpPort(name))
  return { kind: 'tcp', ...there }
}

/** The board's own port has to be one, too. */
function boardName(name: string, platform: NodeJS.Platform): PortName {
  const inner = parsePortName(micropythonName(name).port, platform)
  if (inner.kind === 'simulated' || inner.kind === 'micropython')
    throw new Fault('port-name', noPortOfBoard(name))
  return { kind: 'micropython', name }
}

function serialName(name: string, platform: NodeJS.Platform): PortName {
  return platform === 'win32' ? windowsName(name) : posixName(name)
}

function windowsName(name: string): PortName {
  // CNCA0 and CNCB0 are the two ends of a pair that com0com makes.
  const com = /^(?:\\\\\.\\)?(COM[1-9]\d{0,3}|CNC[AB]\d{1,3}):?$/i.exec(name)?.[1]
  if (com !== undefined) return { kind: 'serial', path: com.toUpperCase() }
  throw new Fault('port-name', noWindowsPort(name))
}

function posixName(name: string): PortName {
  if (name.includes('/')) return { kind: 'serial', path: name }
  const hint = /^COM\d+:?$/i.test(name)
    ? windowsOnly
    : /^(tty|cu\.|rfcomm|serial)/.test(name)
      ? meantDevice(name)
      : noPath
  throw new Fault('port-name', {
    en: `"${name}": ${hint.en}`,
    ja: `「${name}」：${hint.ja}`,
  })
}
