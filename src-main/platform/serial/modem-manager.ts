import { execFile } from 'node:child_process'
import { basename } from 'node:path'
import { quoted, type SeenLine, type Words } from '@core/words'
import { busSilent, noBusctl, takeFromModemManagerBy } from './words'

/** A modem ModemManager drives. `device` is its uid, what `--inhibit-device` takes. */
export interface ManagedModem {
  readonly index: string
  readonly device: string
  readonly ports: readonly string[]
}

/** Whose the modem of a port is. Only an answer is an answer: one that is late or refused leaves it open. */
export type Managed =
  | { readonly known: true; readonly modem: ManagedModem | undefined }
  | { readonly known: false; readonly modem: undefined; readonly said: SeenLine }

/** The modem of ModemManager that owns this port; none where there is no daemon or no D-Bus. */
export async function managedModemOf(path: string): Promise<Managed> {
  if (process.platform !== 'linux') return { known: true, modem: undefined }
  const asked = await askDaemon()
  if (asked.kind === 'unknown') return { known: false, modem: undefined, said: asked.said }
  if (asked.kind === 'absent') return { known: true, modem: undefined }
  const modem = managedModems(asked.json).find(({ ports }) => ports.includes(basename(path)))
  return { known: true, modem }
}

// A bus answers at once; the limit is for one that hangs.
const askMs = 5_000

type Asked =
  | { readonly kind: 'answered'; readonly json: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly said: SeenLine }

// The bus says that nobody has the name, or there is no bus at all: then no daemon drives anything.
const nobody =
  /does not exist|has no owner|not activatable|was not provided|not found|Failed to connect to bus: (No such file|Connection refused)/i

/** Does not wake a daemon that is not running. */
function askDaemon(): Promise<Asked> {
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
      { timeout: askMs, maxBuffer: 8 * 1024 * 1024, env: { ...process.env, LC_ALL: 'C' } },
      (error, json, complaint) => {
        if (!error)
          resolve(
            isAnswer(json) ? { kind: 'answered', json } : unknown(quoted(`busctl: ${json.trim()}`)),
          )
        else if (error.killed) resolve(unknown(busSilent(askMs)))
        else if (nobody.test(complaint)) resolve({ kind: 'absent' })
        else if (error.code === 'ENOENT') resolve(unknown(noBusctl))
        else resolve(unknown(quoted(`busctl: ${complaint.trim() || error.message}`)))
      },
    )
  })
}

const unknown = (said: SeenLine): Asked => ({ kind: 'unknown', said })

/** Something that is no list of objects is no "none" either. */
const isAnswer = (json: string): boolean => Array.isArray(childOf(parsed(json), 'data'))

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
export function takeFromModemManager(modem: ManagedModem | undefined, usb?: string): Words {
  const [command, rule] = [takeCommand(modem), ruleFor(usb)]
  return takeFromModemManagerBy(command, ruleFile, rule)
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
