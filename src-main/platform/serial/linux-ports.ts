import { readdir, readFile, readlink, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SeenPort } from './describe'
import { placeFromSysfs } from './pnp-id'
import type { InterfaceClass } from './usb-ids'

/**
 * The serial ports of a Linux system from sysfs alone: works in a container without udevadm, and sees every tty with a
 * device behind it whatever its name. Without sysfs the names in /dev are all there is to go by. `root` is for tests.
 */
export async function linuxPorts(root = '/'): Promise<SeenPort[]> {
  const names = await readdir(join(root, 'sys/class/tty')).catch(() => undefined)
  if (!names) return portsByName(root)
  const [aliases, consoles] = await Promise.all([aliasesIn(root), consolesOf(root)])
  const mayBe = names.filter((name) => !virtualConsole.test(name))
  const seen = await Promise.all(mayBe.map((name) => seenTty(root, name)))
  return seen.flatMap((port) => {
    if (!port) return []
    const others = aliases.get(basename(port.path)) ?? []
    return [
      {
        ...port,
        ...(others.length > 0 ? { aliases: others } : {}),
        ...(consoles.has(basename(port.path)) ? { console: true } : {}),
      },
    ]
  })
}

/**
 * Names that only a device brings with it. `ttyS` is none: /dev has 32 of them whatever UARTs there are, and only sysfs tells
 * which; they can still be opened by name.
 */
const ofDevices = /^(?:tty(?:USB|ACM|AMA|WCH|XRUSB|MFD|SC|O|GS)|rfcomm)\d+$/

async function portsByName(root: string): Promise<SeenPort[]> {
  const [names, aliases] = await Promise.all([
    readdir(join(root, 'dev')).catch(() => []),
    aliasesIn(root),
  ])
  return names
    .filter((name) => ofDevices.test(name))
    .map((name) => {
      const others = aliases.get(name) ?? []
      return { path: `/dev/${name}`, ...(others.length > 0 ? { aliases: others } : {}) }
    })
}

/** There are 64 of them, and none has a device: the list is made every two seconds. */
const virtualConsole = /^tty\d*$/

async function seenTty(root: string, name: string): Promise<SeenPort | undefined> {
  const folder = join(root, 'sys/class/tty', name)
  // Ptys have no device; type 0 is a UART the kernel reserved but did not find.
  const device = await realpath(join(folder, 'device')).catch(() => undefined)
  if (device === undefined || (await textOf(join(folder, 'type'))) === '0') return undefined
  // In a container sysfs shows the host's devices, but only nodes in /dev can be opened.
  const node = await stat(join(root, 'dev', name)).catch(() => undefined)
  if (!node) return undefined
  return { path: `/dev/${name}`, ...(await usbPartsOf(device)) }
}

async function usbPartsOf(device: string): Promise<Partial<SeenPort>> {
  const place = placeFromSysfs(device)
  if (!place) return {}
  const ofDevice = (file: string) => textOf(join(place.devicePath, file))
  const [vid, pid, serialNumber, manufacturer, product, uart, interfaceClass] = await Promise.all([
    ofDevice('idVendor'),
    ofDevice('idProduct'),
    ofDevice('serial'),
    ofDevice('manufacturer'),
    ofDevice('product'),
    textOf(join(device, 'port_number')),
    classOf(place.interfacePath),
  ])
  if (vid === undefined || pid === undefined) return {}
  return {
    usb: {
      vid,
      pid,
      interfaceNumber: place.interfaceNumber,
      location: place.location,
      ...(serialNumber ? { serialNumber } : {}),
      ...(uart !== undefined && uart !== '0' ? { uart: Number(uart) } : {}),
    },
    ...(manufacturer ? { manufacturer } : {}),
    ...(product ? { product } : {}),
    ...(interfaceClass ? { interfaceClass } : {}),
  }
}

async function classOf(interfacePath: string): Promise<InterfaceClass | undefined> {
  const [cls, subclass, protocol] = await Promise.all(
    ['bInterfaceClass', 'bInterfaceSubClass', 'bInterfaceProtocol'].map((file) =>
      textOf(join(interfacePath, file)),
    ),
  )
  return cls && subclass && protocol ? { class: cls, subclass, protocol } : undefined
}

/** Symlinks right under /dev, by the name of the node they lead to: `ttyUSB2` to `/dev/tty3GPI`. */
async function aliasesIn(root: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const entries = await readdir(join(root, 'dev'), { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (!entry.isSymbolicLink()) continue
    const target = await readlink(join(root, 'dev', entry.name)).catch(() => undefined)
    if (target === undefined) continue
    const name = basename(target)
    found.set(name, [...(found.get(name) ?? []), `/dev/${entry.name}`].sort())
  }
  return found
}

/** `ttyS0 tty0`: where the kernel writes. */
async function consolesOf(root: string): Promise<Set<string>> {
  const active = await textOf(join(root, 'sys/class/tty/console/active'))
  return new Set(active?.split(/\s+/) ?? [])
}

async function textOf(path: string): Promise<string | undefined> {
  // Attributes come and go with the device: one that is not there is simply not known.
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text?.trim()
}
