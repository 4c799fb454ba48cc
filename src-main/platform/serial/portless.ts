import { readdir, readFile, readlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PortInfo } from '@core/ports/port-info'
import { makersOfModems, modemOfBareDrive, modemOfDrive } from '@core/ports/usb-modems'
import type { Words } from '@core/words'
import { identityOfUsb } from './identity'
import { findBridge, findModem } from './usb-ids'
import {
  asDrive,
  asNetworkCard,
  noCdcDriver,
  noBridgeDriver,
  noDriver,
  noNode,
  noPortLabel,
  takenFromDriver,
  withIds,
} from './portless-words'

/** A USB device as sysfs shows it, with what each of its functions is and who drives it. */
interface UsbDevice {
  readonly location: string
  readonly vid: string
  readonly pid: string
  readonly product?: string
  readonly functions: readonly UsbFunction[]
}

interface UsbFunction {
  readonly number: number
  /** Class and subclass, two hex digits each: `ff/ff`, `08/06`. */
  readonly class: string
  readonly subclass: string
  readonly driver?: string
  /** The names of its serial ports: `ttyUSB2`. */
  readonly ttys: readonly string[]
}

const massStorage = '08'
const vendorSpecific = 'ff'
/** Vendor specific, and not serial: the debug bridge of Android. */
const adb = '42'
const networkDrivers =
  /^(?:qmi_wwan|cdc_mbim|cdc_ether|cdc_ncm|rndis_host|huawei_cdc_ncm|hso|sierra_net)/

/**
 * Modems and USB serial adapters that are plugged in and have no port that could be opened: one that shows itself as a drive, one
 * that no driver has taken or that another program has, one that is a network card alone, one whose nodes a container lacks.
 * Each says what to do. `root` is for tests.
 */
export async function linuxPortless(root = '/'): Promise<PortInfo[]> {
  const folder = join(root, 'sys/bus/usb/devices')
  const names = await readdir(folder).catch(() => [])
  const devices = await Promise.all(
    names.filter((name) => /^\d+-[\d.]+$/.test(name)).map((name) => deviceAt(folder, name, names)),
  )
  const nodes = new Set(await readdir(join(root, 'dev')).catch(() => []))
  return devices.flatMap((device) => {
    const why = device && reasonOf(device, nodes)
    return device && why ? [portless(device, why)] : []
  })
}

function portless(device: UsbDevice, note: Words): PortInfo {
  const { vid, pid, location } = device
  const identity = identityOfUsb({ vid, pid, location })
  return {
    path: identity,
    label: noPortLabel(nameOf(device)),
    kind: 'none',
    vid,
    pid,
    usb: `${vid}:${pid}`,
    location,
    ...(device.product === undefined ? {} : { product: device.product }),
    role: 'unknown',
    use: 'no',
    note,
    identity,
  }
}

/** Why none of its functions can be opened; undefined where one can, or where it is no modem. */
function reasonOf(device: UsbDevice, nodes: ReadonlySet<string>): Words | undefined {
  const { vid, pid, functions } = device
  const name = withIds(nameOf(device), `${vid}:${pid}`)
  if (functions.length === 0) return undefined
  if (functions.every((one) => one.class === massStorage))
    return modemOfBareDrive(vid, pid) === undefined ? undefined : asDrive(name)
  const bridge = findBridge(vid, pid)
  if (bridge) return reasonOfBridge(device, withIds(bridge.name, `${vid}:${pid}`))
  if (!makersOfModems.has(vid) && findModem(vid, pid)?.pid !== pid) return undefined
  const ttys = functions.flatMap((one) => one.ttys)
  if (ttys.length > 0) {
    const missing = ttys.filter((tty) => !nodes.has(tty))
    return missing.length === ttys.length ? noNode(name, missing) : undefined
  }
  if (functions.some(({ subclass }) => subclass === adb)) return undefined
  const free = functions.filter(({ driver }) => driver === undefined)
  if (free.some((one) => one.class === vendorSpecific)) return noDriver(name, vid, pid)
  if (free.some((one) => one.class === '02' && one.subclass === '02')) return noCdcDriver(name)
  const card = functions.find(({ driver }) => driver !== undefined && networkDrivers.test(driver))
  return card ? asNetworkCard(name, card.driver ?? '') : undefined
}

/** The driver of a USB serial adapter, by its vendor. */
const bridgeDrivers: { readonly [vid: string]: string } = {
  '0403': 'ftdi_sio',
  '067b': 'pl2303',
  '10c4': 'cp210x',
  '1a86': 'ch341',
}

/** FTDI's chips are taken from their driver on purpose, for their pins; of the others nobody wants but the port. */
function reasonOfBridge({ vid, functions }: UsbDevice, name: Words): Words | undefined {
  const driver = bridgeDrivers[vid]
  if (driver === undefined || functions.some(({ ttys }) => ttys.length > 0)) return undefined
  if (functions.every((one) => one.driver === undefined)) return noBridgeDriver(name, driver)
  const taken = vid !== '0403' && functions.some((one) => one.driver === 'usbfs')
  return taken ? takenFromDriver(name) : undefined
}

/** By its own ids where a list has them, else as it calls itself, else by its maker. */
function nameOf({ vid, pid, product }: UsbDevice): string {
  const modem = findModem(vid, pid)
  const known =
    modem?.pid === pid ? modem.name : (findBridge(vid, pid)?.name ?? modemOfDrive(vid, pid))
  return known ?? product ?? modemOfBareDrive(vid, pid) ?? modem?.name ?? `USB ${vid}:${pid}`
}

async function deviceAt(
  folder: string,
  name: string,
  names: readonly string[],
): Promise<UsbDevice | undefined> {
  const [vid, pid, product] = await Promise.all(
    ['idVendor', 'idProduct', 'product'].map((file) => textOf(join(folder, name, file))),
  )
  if (vid === undefined || pid === undefined) return undefined
  const functions = await Promise.all(
    names
      .filter((one) => one.startsWith(`${name}:`))
      .map((one) => functionAt(join(folder, one), Number(one.split('.').at(-1)))),
  )
  return { location: name, vid, pid, ...(product ? { product } : {}), functions }
}

async function functionAt(path: string, number: number): Promise<UsbFunction> {
  const [cls, subclass, driver, inside, named] = await Promise.all([
    textOf(join(path, 'bInterfaceClass')),
    textOf(join(path, 'bInterfaceSubClass')),
    readlink(join(path, 'driver')).catch(() => undefined),
    readdir(path).catch(() => []),
    readdir(join(path, 'tty')).catch(() => []),
  ])
  return {
    number,
    class: cls ?? '',
    subclass: subclass ?? '',
    ...(driver === undefined ? {} : { driver: basename(driver) }),
    ttys: [...inside, ...named].filter((file) => /^tty[A-Z]+\d+$/.test(file)),
  }
}

async function textOf(path: string): Promise<string | undefined> {
  // A device may go while it is read: what is not there is not known.
  return (await readFile(path, 'utf8').catch(() => undefined))?.trim()
}
