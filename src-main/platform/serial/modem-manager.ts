import { execFile } from 'node:child_process'
import { basename } from 'node:path'

/** A modem ModemManager drives. `device` is its uid, what `--inhibit-device` takes. */
export interface ManagedModem {
  readonly index: string
  readonly device: string
  readonly ports: readonly string[]
}

/** The modem of ModemManager that owns this port, or undefined when there is none, no daemon or no D-Bus. */
export async function managedModemOf(path: string): Promise<ManagedModem | undefined> {
  if (process.platform !== 'linux') return undefined
  const modems = managedModems(await askDaemon())
  return modems.find((modem) => modem.ports.includes(basename(path)))
}

// A bus answers at once; the limit is for one that hangs.
const askMs = 5_000

/** Does not wake a daemon that is not running. Empty text when there is no answer in time. */
function askDaemon(): Promise<string> {
  const bus = 'org.freedesktop.ModemManager1'
  return new Promise((resolve) => {
    execFile(
      'busctl',
      [
        '--system',
        '--auto-start=no',
        '--json=short',
        'call',
        bus,
        '/org/freedesktop/ModemManager1',
        'org.freedesktop.DBus.ObjectManager',
        'GetManagedObjects',
      ],
      { timeout: askMs, maxBuffer: 8 * 1024 * 1024 },
      (error, output) => resolve(error ? '' : output),
    )
  })
}

/** Reads busctl's JSON: `{"type":"a{oa{sa{sv}}}","data":[{path:{interface:{property:{type,data}}}}]}`. */
export function managedModems(json: string): ManagedModem[] {
  const objects = childOf(childOf(parsed(json), 'data'), '0')
  return Object.entries(recordOf(objects)).flatMap(([path, interfaces]) => {
    const modem = childOf(interfaces, 'org.freedesktop.ModemManager1.Modem')
    const device = childOf(childOf(modem, 'Device'), 'data')
    const ports = childOf(childOf(modem, 'Ports'), 'data')
    if (typeof device !== 'string' || !Array.isArray(ports)) return []
    return [
      { index: basename(path), device, ports: ports.map((port) => String(childOf(port, '0'))) },
    ]
  })
}

export const ruleFile = '/etc/udev/rules.d/78-modem-bench.rules'

/** The udev rule that keeps ModemManager off the ports of these ids (`1e0e:9001`). */
export function ruleFor(usb: string | undefined): string {
  const [vid, pid] = usb?.split(':') ?? []
  return vid && pid
    ? `ACTION!="remove", SUBSYSTEM=="tty", ATTRS{idVendor}=="${vid}", ATTRS{idProduct}=="${pid}", ENV{ID_MM_PORT_IGNORE}="1"`
    : 'the rule for it from resources/udev/78-modem-bench-modemmanager.rules'
}

/** What keeps it off in a terminal, for as long as it runs. */
export function takeCommand(modem: ManagedModem | undefined): string {
  return modem
    ? `mmcli --inhibit-device='${modem.device}'`
    : `mmcli -L, then mmcli --inhibit-device=UID with the "device" that mmcli -m N shows`
}

/** How to take a modem from ModemManager, for the detail of a fault. */
export function takeFromModemManager(modem: ManagedModem | undefined, usb?: string): string {
  return `For this session keep running: ${takeCommand(modem)}. For good put into ${ruleFile}: ${ruleFor(usb)}, then replug the modem.`
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function childOf(value: unknown, key: string): unknown {
  return recordOf(value)[key]
}
