import type { Fault } from '@core/fault'
import type { AdapterInfo } from '@core/ports/gpio-adapter'
import type { PortInfo } from '@core/ports/port-info'
import type { AdapterMember, AdapterOptions } from './adapters/adapter'
import { adapterMembers } from './adapters/members'
import { hidFault } from './hid-fault'
import { troubled } from './troubled'

/** What to look through besides the kinds that say themselves what they are. */
export interface ListOptions extends AdapterOptions {
  readonly ports?: () => Promise<readonly PortInfo[]>
}

/**
 * The adapters that can be chosen now. Nothing is driven; relay boards are opened to read their letters. What is there and
 * cannot be used stands in the list with the reason; `onTrouble` is told of kinds that could not be looked for.
 */
export async function listAdapters(
  options: ListOptions,
  onTrouble: (kind: string, error: unknown) => void = () => undefined,
): Promise<readonly AdapterInfo[]> {
  const found: AdapterInfo[] = []
  const without = new Map<string, { readonly kinds: string[]; readonly fault: Fault }>()
  for (const { kind, hid, list } of looks(options))
    try {
      found.push(...(await list()))
    } catch (error) {
      const fault = hid ? hidFault(error, kind.toUpperCase()) : undefined
      if (fault?.code === 'adapter-library') {
        const same = without.get(fault.detail) ?? { kinds: [], fault }
        without.set(fault.detail, { ...same, kinds: [...same.kinds, kind] })
        continue
      }
      onTrouble(kind, error)
      // No pins of its own is nothing to speak of; USB that cannot be looked at is.
      if (fault) found.push(troubled(kind, kind.toUpperCase(), fault))
    }
  // One library for several kinds is one thing to install.
  for (const {
    kinds: [first = '', ...others],
    fault,
  } of without.values()) {
    const all = [first, ...others]
    onTrouble(all.join(', '), fault)
    found.push(troubled(first, all.map((kind) => kind.toUpperCase()).join(', '), fault))
  }
  return found
}

interface Look {
  readonly kind: string
  readonly hid: boolean
  list(): Promise<readonly AdapterInfo[]>
}

/** What is looked for, in order; all that may be behind serial ports is one. */
function looks(options: ListOptions): readonly Look[] {
  const members: readonly AdapterMember[] = adapterMembers
  const own = members.flatMap((member): readonly Look[] =>
    member.list
      ? [
          {
            kind: member.kind,
            hid: member.hid ?? false,
            list: () => member.list?.(options) ?? none,
          },
        ]
      : [],
  )
  const ports = async () => ((await options.ports?.()) ?? []).flatMap(onPort)
  const serial = { kind: 'serial', hid: false, list: ports }
  const at = own.findIndex(({ kind }) => kind === 'sim')
  return own.toSpliced(at, 0, serial)
}
const none = Promise.resolve([])

/** Serial ports say little: some makers by their USB id, DTR and RTS on any. */
function onPort(port: PortInfo): readonly AdapterInfo[] {
  if (port.kind !== 'serial' || port.use === 'no') return []
  const members: readonly AdapterMember[] = adapterMembers
  const found = members.flatMap((member) => member.onPort?.(port) ?? [])
  const sure = found.filter((one) => one.sure)
  return (sure.length > 0 ? sure : found).map(({ info }) => info)
}
