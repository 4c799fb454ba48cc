import { Fault } from '@core/fault'
import { cp2112 } from './cp2112-codec'
import type { HidBus, HidDriver, HidInfo } from './hid'
import { mcp2221 } from './mcp2221-codec'
import { usbrelay } from './usbrelay-codec'
import { pluggedInAre, sayWhichOne } from './words'

export type HidKind = 'cp2112' | 'mcp2221' | 'usbrelay'

const ids: { readonly [kind in HidKind]: { readonly vid: number; readonly pid: number } } = {
  cp2112: cp2112.ids,
  mcp2221: mcp2221.ids,
  usbrelay: usbrelay.ids,
}

/** On Linux the kernel hides an MCP2221 from hidraw. */
export const driverFor = (kind: HidKind): HidDriver =>
  kind === 'mcp2221' && process.platform === 'linux' ? 'libusb' : 'hidraw'

/** The devices of a kind; those that only share the USB id are left out. */
export function hidOfKind(kind: HidKind, all: readonly HidInfo[]): readonly HidInfo[] {
  const { vid, pid } = ids[kind]
  return all.filter(
    (one) =>
      one.vid === vid &&
      one.pid === pid &&
      (kind !== 'usbrelay' || usbrelay.channels(one.product) !== undefined),
  )
}

/** A relay board and its five letters, which the USB serial number does not tell. */
export interface FoundRelay {
  readonly info: HidInfo
  readonly serial: string
  readonly channels: number
}

export async function relays(
  bus: HidBus,
  onTrouble: (info: HidInfo, error: unknown) => void,
): Promise<readonly FoundRelay[]> {
  const found: FoundRelay[] = []
  for (const info of hidOfKind('usbrelay', await bus.list('hidraw')))
    try {
      found.push(await relayAt(bus, info))
    } catch (error) {
      onTrouble(info, error)
    }
  return found
}

async function relayAt(bus: HidBus, info: HidInfo): Promise<FoundRelay> {
  const device = await bus.open(info.path, 'hidraw')
  try {
    const { id, length } = usbrelay.report
    const { serial } = usbrelay.read(await device.getFeature(id, length))
    return { info, serial, channels: usbrelay.channels(info.product) ?? 1 }
  } finally {
    await device.close()
  }
}

/** The one device meant by a serial number, or the only one there is. Rejects with `adapter-not-found`. */
export function onlyOne<T>(
  found: readonly T[],
  serialOf: (one: T) => string,
  kind: string,
  wanted: string,
): T {
  const matching = wanted === '' ? found : found.filter((one) => serialOf(one) === wanted)
  const [first, second] = matching
  const list = found.map((one) => `${kind}:${serialOf(one)}`).join(', ')
  const there = list || 'none'
  if (!first) throw new Fault('adapter-not-found', pluggedInAre(kind, wanted, there, list))
  if (second) throw new Fault('adapter-not-found', sayWhichOne(there))
  return first
}
