import { execFile } from 'node:child_process'
import type { UsbFacts } from './identity'

/** What the registry of macOS tells of a port, by the path that is opened (`/dev/cu.…`). */
export interface RegistryPort {
  readonly usb: UsbFacts
  readonly manufacturer?: string
  readonly product?: string
}

interface Node {
  readonly depth: number
  readonly kind: string
  readonly values: Map<string, string>
}

/** Asks macOS; empty where `ioreg` does not answer, and then the ports are only known by name. */
export function registryPorts(): Promise<ReadonlyMap<string, RegistryPort>> {
  const words = ['-r', '-c', 'IOUSBHostDevice', '-l', '-w', '0']
  return new Promise((resolve) => {
    execFile(
      '/usr/sbin/ioreg',
      words,
      { timeout: 4000, maxBuffer: 64 * 1024 * 1024 },
      (_error, out) => resolve(portsFromIoreg(out)),
    )
  })
}

/**
 * The tree that `ioreg -r -c IOUSBHostDevice -l -w 0` draws: device, interface, driver, and at the end a client with the
 * name of the port. Every port gets the ids of the device it hangs on, and the number of its interface.
 */
export function portsFromIoreg(text: string): Map<string, RegistryPort> {
  const found = new Map<string, RegistryPort>()
  const path: Node[] = []
  for (const line of text.split('\n')) {
    const node = nodeOf(line)
    if (node) {
      while ((path.at(-1)?.depth ?? -1) >= node.depth) path.pop()
      path.push(node)
      continue
    }
    const [, key, value] = /^[\s|]*"([^"]+)" = (.*?)\s*$/.exec(line) ?? []
    if (key === undefined || value === undefined) continue
    path.at(-1)?.values.set(key, value)
    if (key !== 'IOCalloutDevice') continue
    const port = portOf(path)
    if (port) found.set(textOf(value) ?? '', port)
  }
  return found
}

function nodeOf(line: string): Node | undefined {
  const match = /^([\s|]*)\+-o .*<class ([^,>]+)/.exec(line)
  return match
    ? { depth: match[1]?.length ?? 0, kind: match[2] ?? '', values: new Map() }
    : undefined
}

function portOf(path: readonly Node[]): RegistryPort | undefined {
  const device = path.findLast(({ kind }) => kind === 'IOUSBHostDevice' || kind === 'IOUSBDevice')
  if (!device) return undefined
  const [vid, pid] = [numberOf(device, 'idVendor'), numberOf(device, 'idProduct')]
  if (vid === undefined || pid === undefined) return undefined
  const usbInterface = path.findLast(({ values }) => values.has('bInterfaceNumber'))
  const driver = path.findLast(({ values }) => values.has('USBPortNumber'))
  const interfaceNumber = usbInterface && dataInterface(usbInterface, path)
  const location = numberOf(device, 'locationID')
  const serialNumber =
    stringOf(device, 'kUSBSerialNumberString') ?? stringOf(device, 'USB Serial Number')
  const uart = driver && numberOf(driver, 'USBPortNumber')
  const manufacturer = stringOf(device, 'kUSBVendorString') ?? stringOf(device, 'USB Vendor Name')
  const product = stringOf(device, 'kUSBProductString') ?? stringOf(device, 'USB Product Name')
  return {
    usb: {
      vid: hex(vid),
      pid: hex(pid),
      ...(interfaceNumber === undefined ? {} : { interfaceNumber }),
      ...(serialNumber === undefined ? {} : { serialNumber }),
      ...(location === undefined ? {} : { location: location.toString(16).padStart(8, '0') }),
      ...(uart === undefined || uart === 0 ? {} : { uart }),
    },
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(product === undefined ? {} : { product }),
  }
}

/**
 * macOS hangs the port of CDC-ACM on its data interface; Linux, Windows and our table go by the control interface, which
 * CDC has right before it.
 */
function dataInterface(usbInterface: Node, path: readonly Node[]): number | undefined {
  const number = numberOf(usbInterface, 'bInterfaceNumber')
  const isCdcData =
    numberOf(usbInterface, 'bInterfaceClass') === 10 && path.some(({ kind }) => /ACM/.test(kind))
  return isCdcData && number !== undefined && number > 0 ? number - 1 : number
}

const numberOf = (node: Node, key: string): number | undefined => {
  const text = node.values.get(key)
  return text !== undefined && /^(?:0x[0-9a-f]+|\d+)$/i.test(text) ? Number(text) : undefined
}

const stringOf = (node: Node, key: string): string | undefined => {
  const text = textOf(node.values.get(key) ?? '')?.trim()
  return text === '' ? undefined : text
}

const textOf = (value: string): string | undefined => /^"(.*)"$/.exec(value)?.[1]

const hex = (number: number) => number.toString(16).padStart(4, '0')
