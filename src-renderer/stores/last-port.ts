import type { SlotName, Snapshot } from '@contract'

const usbKind = (identity: string | undefined) => /^usb:[^/]+/.exec(identity ?? '')?.[0]

/**
 * The port a slot had at the last time, under the name its device has now; `''` where its old name is another device's.
 * Nothing is opened by this: it is what stands in the field.
 */
export function portOfLastTime(
  slot: SlotName,
  { settings, ports }: Pick<Snapshot, 'settings' | 'ports'>,
): string {
  const path = settings.lastPort[slot] ?? ''
  const device = settings.lastDevice[slot]
  if (device === undefined) return path
  const now = ports.find((port) => port.identity === device)
  if (now) return now.path
  // A device that has a twin now goes by its place instead of its number, which is the same kind.
  const other = ports.find((port) => port.path === path)
  return other && usbKind(other.identity) !== usbKind(device) ? '' : path
}
