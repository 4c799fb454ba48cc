import { Fault } from '@core/fault'
import type { AdapterInfo } from '@core/ports/gpio-adapter'
import { quoted } from '@core/words'
import type { HidDevice, HidDriver, HidInfo } from '../hid'
import { pluggedInAre, sayWhichOne } from '../words'
import { unavailable, type AdapterOptions, type Wanted } from './adapter'

/** A chip that its USB ids and serial number tell. */
export interface HidChip {
  readonly kind: string
  readonly ids: { readonly vid: number; readonly pid: number }
  readonly driver: HidDriver
}

export const withIds = (
  all: readonly HidInfo[],
  { vid, pid }: HidChip['ids'],
): readonly HidInfo[] => all.filter((one) => one.vid === vid && one.pid === pid)

export async function listChips(
  { kind, ids, driver }: HidChip,
  { hid }: AdapterOptions,
): Promise<readonly AdapterInfo[]> {
  if (!hid) return []
  return withIds(await hid.list(driver), ids).map(({ serial, product }) => ({
    id: `${kind}:${serial}`,
    kind,
    title: quoted(`${kind.toUpperCase()}${serial ? ` ${serial}` : ''}`),
    ...(product ? { detail: quoted(product) } : {}),
  }))
}

export async function openChip(
  { kind, ids, driver }: HidChip,
  wanted: Wanted,
  { hid }: AdapterOptions,
): Promise<{ readonly id: string; readonly device: HidDevice }> {
  if (!hid) throw unavailable(wanted)
  const found = withIds(await hid.list(driver), ids)
  const info = onlyOne(found, (one) => one.serial, kind, wanted.rest)
  return { id: `${kind}:${info.serial}`, device: await hid.open(info.path, driver) }
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
