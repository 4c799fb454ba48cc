import { realpath, stat } from 'node:fs/promises'
import { Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import { framingParts, usualFraming, type Framing } from '@core/ports/framing'
import type { PortHolder } from '@core/ports/port-info'
import { quoted, type SeenLine } from '@core/words'
import { openMicropython } from '../micropython/bridge-port'
import type { Binding } from './binding'
import { within } from './deadline'
import { driverOf } from './driver'
import { groupOf } from './group'
import { holdersOf } from './holders'
import { findDevice } from './identity'
import { labgridPort } from './labgrid'
import { listPorts } from './list'
import { managedModemOf, takeFromModemManager } from './modem-manager'
import { asFault, permissionDetail, sortOpenError } from './open-error'
import { parsePortName } from './port-name'
import { prepare } from './prepare'
import { presenceOf } from './presence'
import { linuxPortless } from './portless'
import { noPortButModem } from './portless-words'
import { openAtSpeed } from './refusal-words'
import { openRfc2217 } from './rfc2217/client'
import { SerialBytePort } from './serial-port'
import { connectTcp, openTcp } from './tcp-port'
import { serialBinding } from './system-ports'
import {
  folderInstead,
  fileInstead,
  bridgeFraming,
  folderClosed,
  heldByModemManager,
  heldByPid,
  noSerialPort,
  noSimulatedModems,
  noSpeed,
  notOpenedByDriver,
  notPlugged,
  perhapsHeldByModemManager,
  heldByUnknown,
} from './words'
import type { SerialOptions } from './serial-options'

export { openTcp } from './tcp-port'

export interface OpenOptions extends SerialOptions {
  /** Opens `sim:` names; without it they are refused. */
  readonly openSimulated?: (name: string) => Promise<BytePort>
}

const openMs = 5000

/**
 * Opens whatever the name means: a path or COM port, `tcp:host:port`, `rfc2217://host:port`, `labgrid:place`, `sim:…`, the modem behind a MicroPython
 * board (`micropython:…`), or a device by its identity (`usb:…`).
 * Rejects with `Fault`: port-name, port-not-found, port-busy, port-permission, port-unreachable, port-failed,
 * and for a board micropython-running, micropython-silent, micropython-script.
 */
export async function openPort(name: string, options: OpenOptions = {}): Promise<BytePort> {
  const wanted = parsePortName(name, process.platform)
  switch (wanted.kind) {
    case 'serial':
      return openSerial(wanted.path, options)
    case 'tcp':
      return openTcp(name)
    case 'rfc2217':
      return openRfc2217(wanted.name, wanted, options)
    case 'labgrid':
      return openLabgrid(wanted, options)
    case 'device':
      return openSerial(await pathOf(wanted.identity), options)
    case 'micropython':
      // The bridge sets the UART of the board up for a modem, and knows no other framing.
      if (options.framing !== undefined && options.framing !== usualFraming)
        throw new Fault('bad-input', bridgeFraming(wanted.name, options.framing))
      return openMicropython(wanted.name, {
        ...(options.baudRate === undefined ? {} : { baudRate: options.baudRate }),
        ...(options.rtscts === undefined ? {} : { rtscts: options.rtscts }),
        openInner: (inner) => openPort(inner),
      })
    case 'simulated':
      if (!options.openSimulated) throw new Fault('port-name', noSimulatedModems(name))
      return options.openSimulated(wanted.name)
  }
}

/** A place's port is where its exporter says now; it keeps the name of the place. */
async function openLabgrid(
  { name, place, resource }: { name: string; place: string; resource?: string },
  options: SerialOptions,
): Promise<BytePort> {
  const found = await labgridPort(place, resource)
  if (found.raw) return connectTcp(name, found.host, found.port)
  return openRfc2217(name, found, options)
}

/** Opens a serial port of this computer; nobody else may have it open. Answers within 10 s. */
export async function openSerial(path: string, options: SerialOptions = {}): Promise<BytePort> {
  const { baudRate = 115200, rtscts = false, dtr = true, rts = true } = options
  const { framing = usualFraming } = options
  if (!Number.isInteger(baudRate) || baudRate < 50 || baudRate > 12_000_000)
    throw new Fault('bad-input', noSpeed(baudRate))
  if (process.platform !== 'win32') await mustBeDevice(path)
  await mustBeFree(path)
  const present = await presenceOf(path)
  const binding = await opened(path, { baudRate, rtscts, framing })
  try {
    const driver = await driverOf(path)
    const prepared = await prepare(binding, { path, baudRate, rtscts, framing, dtr, rts }, driver)
    const { speedless } = driver
    return new SerialBytePort(binding, { path, baudRate, speedless, present, ...prepared })
  } catch (error) {
    await binding.close().catch(() => undefined)
    throw asFault(error, path)
  }
}

async function pathOf(identity: string): Promise<string> {
  const port = findDevice(identity, await listPorts({ holders: false }))
  if (!port) throw new Fault('port-not-found', notPlugged(identity))
  if (port.kind === 'none') throw new Fault('port-not-found', port.note ?? notPlugged(identity))
  return port.path
}

async function mustBeDevice(path: string): Promise<void> {
  const node = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (node instanceof Error) {
    if (node.code === 'EACCES') throw new Fault('port-permission', folderClosed(path))
    throw new Fault('port-not-found', await whyNotThere(path))
  }
  if (!node.isCharacterDevice())
    throw new Fault('port-name', node.isDirectory() ? folderInstead(path) : fileInstead(path))
  if (process.platform === 'linux' && (await isOtherDevice(node.rdev)))
    throw new Fault('port-name', noSerialPort(path))
}

/** A modem that is plugged in without a port is most likely the one whose port was expected. */
async function whyNotThere(path: string): Promise<SeenLine> {
  const [modem] = process.platform === 'linux' ? await linuxPortless() : []
  if (!modem?.note) return quoted(path)
  return noPortButModem(path, modem.note)
}

/** True for /dev/null and the like. Ptys are not in sysfs; what it does not know may be a port. */
async function isOtherDevice(rdev: number): Promise<boolean> {
  // The split of dev_t by gnu_dev_major and gnu_dev_minor, for numbers below 2^32.
  const major = (rdev >>> 8) & 0xfff
  const minor = (rdev & 0xff) | ((rdev >>> 12) & 0xfff00)
  const device = await realpath(`/sys/dev/char/${major}:${minor}`).catch(() => undefined)
  if (device !== undefined) return !device.includes('/tty/')
  // Without sysfs: /dev/null and its like have the first number of all (Linux, devices.txt).
  return major === 1
}

/** Most programs take no lock, and on Linux two readers would silently share the bytes. */
async function mustBeFree(path: string): Promise<void> {
  const holder = await holderOf(path)
  if (holder) throw await busyFault(path, holder)
}

/** Another program rather than this one, where both have it. */
async function holderOf(path: string): Promise<PortHolder | undefined> {
  const holders = (await holdersOf([path])).get(path) ?? []
  return holders.find((one) => one.pid !== process.pid) ?? holders[0]
}

async function opened(
  path: string,
  { framing, ...wanted }: { baudRate: number; rtscts: boolean; framing: Framing },
): Promise<Binding> {
  // hupcl off: closing must not drop DTR, which would end a call or reset a board.
  const asked = { path, ...wanted, ...framingParts(framing), hupcl: false } as const
  const opening: Promise<Binding> = serialBinding().then((binding) => binding.open(asked))
  try {
    return await within(openMs, opening, notOpenedByDriver(path), (binding) => {
      void binding.close()
    })
  } catch (error) {
    throw await openFault(path, wanted.baudRate, error)
  }
}

async function openFault(path: string, baudRate: number, error: unknown): Promise<Fault> {
  if (error instanceof Fault) return error
  const message = error instanceof Error ? error.message : String(error)
  switch (sortOpenError(message, process.platform)) {
    case 'missing':
      return new Fault('port-not-found', quoted(path), { cause: error })
    case 'permission': {
      const detail = permissionDetail(path, await groupOf(path), process.platform)
      return new Fault('port-permission', detail, { cause: error })
    }
    case 'busy':
      return busyFault(path, await holderOf(path), error)
    case 'not-a-port':
      return new Fault('port-name', noSerialPort(path), { cause: error })
    case 'baud':
      return new Fault('port-failed', openAtSpeed(path, baudRate), { cause: error })
    case 'other':
      return asFault(error, path)
  }
}

async function busyFault(path: string, holder?: PortHolder, cause?: unknown): Promise<Fault> {
  const managed = await managedModemOf(path)
  const { modem } = managed
  const isModemManager = modem !== undefined || holder?.program === 'ModemManager'
  if (isModemManager) {
    const usb = (await listPorts({ holders: false }).catch(() => [])).find(
      (port) => port.path === path,
    )?.usb
    const who = holder ? `ModemManager (pid ${holder.pid})` : 'ModemManager'
    const { en, ja } = takeFromModemManager(modem, usb)
    const held = heldByModemManager(path, who, { en, ja })
    return new Fault('port-busy', held, { cause })
  }
  if (holder?.pid === process.pid) return new Fault('port-already-open', quoted(path), { cause })
  if (!holder && !managed.known)
    return new Fault('port-busy', perhapsHeldByModemManager(path), { cause })
  const who = holder ? heldByPid(path, holder.program, holder.pid) : heldByUnknown(path)
  return new Fault('port-busy', who, { cause })
}
