import type { PortHolder, PortInfo, PortRole } from '@core/ports/port-info'
import { quoted, type SeenLine, type Words } from '@core/words'
import { identityOfPath, identityOfUsb, twins, unitKey, type UsbFacts } from './identity'
import { findBridge, findModem, roleOf, type InterfaceClass } from './usb-ids'
import { notes, behindLabel, plainLabel, consoleLabel, leaveAlone, roleWords } from './words'

/** A port as a system reported it, before anyone says what it means. */
export interface SeenPort {
  readonly path: string
  readonly aliases?: readonly string[]
  readonly usb?: UsbFacts
  readonly interfaceClass?: InterfaceClass
  readonly manufacturer?: string
  readonly product?: string
  /** The kernel writes its own messages there. */
  readonly console?: boolean
  readonly holder?: PortHolder
}

/** `SIM7600: AT port (COM7)`. */
const ofModem = (modem: string, { en, ja }: Words, name: string): Words => ({
  en: `${modem}: ${en} (${name})`,
  ja: `${modem}：${ja}（${name}）`,
})

/** Gives every seen port its label, role and identity, modem AT ports first. */
export function describePorts(seen: readonly SeenPort[]): PortInfo[] {
  const shared = twins(seen.flatMap((port) => (port.usb ? [port.usb] : [])))
  return seen.flatMap((port) => withModemBehind(describePort(port, shared))).sort(byUse)
}

/** A board that is known to have a modem behind its REPL is listed twice: as it is, and as that modem. */
function withModemBehind(port: PortInfo): PortInfo[] {
  if (port.role !== 'repl') return [port]
  const behind: PortInfo = {
    ...port,
    path: `micropython:${port.path}`,
    label: behindLabel(port.path.replace(/^\/dev\//, '')),
    role: 'at',
    use: 'yes',
    note: notes.behindBoard,
    ...(port.identity === undefined ? {} : { identity: `micropython:${port.identity}` }),
  }
  return [behind, port]
}

function describePort(seen: SeenPort, shared: ReadonlySet<string>): PortInfo {
  const { usb } = seen
  return {
    path: seen.path,
    kind: 'serial',
    ...(usb ? usbFields(usb) : {}),
    ...(seen.manufacturer ? { manufacturer: seen.manufacturer } : {}),
    ...(seen.product ? { product: seen.product } : {}),
    ...(seen.aliases?.length ? { aliases: seen.aliases } : {}),
    ...(seen.holder ? { holder: seen.holder } : {}),
    identity: usb ? identityOfUsb(usb, !shared.has(unitKey(usb))) : identityOfPath(seen.path),
    ...meaningOf(seen),
  }
}

function usbFields(usb: UsbFacts): Partial<PortInfo> {
  return {
    vid: usb.vid,
    pid: usb.pid,
    usb: `${usb.vid}:${usb.pid}`,
    ...(usb.interfaceNumber === undefined ? {} : { interfaceNumber: usb.interfaceNumber }),
    ...(usb.serialNumber === undefined ? {} : { serialNumber: usb.serialNumber }),
    ...(usb.location === undefined ? {} : { location: usb.location }),
  }
}

interface Meaning extends Pick<PortInfo, 'role' | 'use'> {
  readonly label: SeenLine
  readonly note?: Words
}

function meaningOf(seen: SeenPort): Meaning {
  const name = nameOf(seen)
  if (seen.console)
    return { label: consoleLabel(name), role: 'unknown', use: 'no', note: notes.console }
  const { usb } = seen
  const modem = usb && findModem(usb.vid, usb.pid)
  if (modem) {
    const { role, use } = roleOf(modem, usb.interfaceNumber, seen.interfaceClass)
    const words = role === 'unknown' && use === 'no' ? leaveAlone : roleWords[role]
    const note = modem.note ?? noteFor(role, use)
    return { label: ofModem(modem.name, words, name), role, use, ...(note ? { note } : {}) }
  }
  const bridge = usb && findBridge(usb.vid, usb.pid)
  if (bridge) return { ...named(bridge.name, name), note: notes.bridge }
  const what = seen.product ?? (usb && `USB ${usb.vid}:${usb.pid}`)
  if (what !== undefined) return named(what, name)
  return { label: plainLabel(name), role: 'unknown', use: 'maybe' }
}

/** What calls itself something, and is not known. */
const named = (what: string, name: string): Meaning => ({
  label: quoted(`${what} (${name})`),
  role: 'unknown',
  use: 'maybe',
})

function noteFor(role: PortRole, use: PortInfo['use']): Words | undefined {
  if (role === 'diag') return notes.diag
  if (use === 'no') return notes.ignore
  return role === 'unknown' ? notes.unknownModem : undefined
}

/** `COM7`, `ttyUSB2`, or `ttyUSB2, tty3GPI` where a udev rule gave it a second name. */
function nameOf(seen: SeenPort): string {
  return [seen.path, ...(seen.aliases ?? [])].map((path) => path.replace(/^\/dev\//, '')).join(', ')
}

const useOrder: { readonly [use in PortInfo['use']]: number } = { yes: 0, maybe: 1, no: 2 }
const roleOrder: readonly PortRole[] = ['at', 'at2', 'ppp', 'unknown', 'repl', 'gps']

function byUse(left: PortInfo, right: PortInfo): number {
  return (
    useOrder[left.use] - useOrder[right.use] ||
    rankOf(left) - rankOf(right) ||
    Number(right.usb !== undefined) - Number(left.usb !== undefined) ||
    left.path.localeCompare(right.path, 'en', { numeric: true })
  )
}

function rankOf({ role, use }: PortInfo): number {
  const rank = use === 'no' ? -1 : roleOrder.indexOf(role)
  return rank < 0 ? roleOrder.length : rank
}
