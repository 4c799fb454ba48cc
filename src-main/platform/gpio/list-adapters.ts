import { errorWords, type Fault } from '@core/fault'
import type { AdapterInfo } from '@core/ports/gpio-adapter'
import type { PortInfo } from '@core/ports/port-info'
import { quoted, type SeenLine } from '@core/words'
import { driverFor, hidOfKind, relays } from './find-hid'
import { detectChips } from './gpiod'
import type { HidBus } from './hid'
import { hidFault } from './hid-fault'
import type { AdapterOptions } from './open-adapter'
import { nodeTools, type Tools } from './tools'
import {
  chipTitle,
  lastResort,
  linesTitle,
  perhapsRelays,
  perhapsTitle,
  relayTitle,
  simulatedTitle,
} from './words'

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
  const kinds: readonly [string, () => Promise<readonly AdapterInfo[]>][] = [
    ['gpiod', () => chips(options.tools ?? nodeTools)],
    ['cp2112', () => hidChips('cp2112', options.hid)],
    ['mcp2221', () => hidChips('mcp2221', options.hid)],
    ['usbrelay', () => relayBoards(options.hid)],
    ['serial', async () => ((await options.ports?.()) ?? []).flatMap(onPort)],
    ['sim', async () => ((await options.simulatedNames?.()) ?? []).map(simulated)],
  ]
  const found: AdapterInfo[] = []
  const without = new Map<string, { readonly kinds: string[]; readonly fault: Fault }>()
  for (const [kind, look] of kinds)
    try {
      found.push(...(await look()))
    } catch (error) {
      const fault = isHid(kind) ? hidFault(error, kind.toUpperCase()) : undefined
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

async function chips(tools: Tools): Promise<readonly AdapterInfo[]> {
  if (process.platform !== 'linux') return []
  const { version, chips: all } = await detectChips(tools)
  return all.map(({ name, label, lines }) => ({
    id: `gpiod:${label}`,
    kind: 'gpiod',
    title: chipTitle(label, lines),
    detail: quoted(`${name}, libgpiod ${version}`),
  }))
}

async function hidChips(
  kind: 'cp2112' | 'mcp2221',
  hid: HidBus | undefined,
): Promise<readonly AdapterInfo[]> {
  if (!hid) return []
  return hidOfKind(kind, await hid.list(driverFor(kind))).map(({ serial, product }) => ({
    id: `${kind}:${serial}`,
    kind,
    title: quoted(`${kind.toUpperCase()}${serial ? ` ${serial}` : ''}`),
    ...(product ? { detail: quoted(product) } : {}),
  }))
}

async function relayBoards(hid: HidBus | undefined): Promise<readonly AdapterInfo[]> {
  if (!hid) return []
  const unread: AdapterInfo[] = []
  const found = await relays(hid, ({ path }, error) =>
    unread.push(troubled('usbrelay', `USB relay on ${path}`, error)),
  )
  const boards = found.map(({ serial, channels }) => ({
    id: `usbrelay:${serial}`,
    kind: 'usbrelay',
    title: relayTitle(serial, channels),
  }))
  return [...boards, ...unread]
}

const isHid = (kind: string): boolean => ['cp2112', 'mcp2221', 'usbrelay'].includes(kind)

/** Something that is there and cannot be used, with why and what to do. */
function troubled(kind: string, title: string, error: unknown): AdapterInfo {
  const fault = hidFault(error, title)
  const { en, ja } = errorWords(fault)
  const tips = fault.row.tries
  const joined = (text: string, language: 'en' | 'ja') =>
    [text, ...tips.map((tip) => tip[language])].join(language === 'en' ? ' ' : '')
  return {
    id: kind,
    kind,
    title: quoted(title),
    note: { en: joined(en, 'en'), ja: joined(ja, 'ja') },
  }
}

const simulated = (name: string): AdapterInfo => ({
  id: name,
  kind: 'sim',
  title: simulatedTitle(name.slice(4)),
})

/** Serial ports say little: a Numato by its maker's id, a relay board perhaps behind a CH340, DTR and RTS on any. */
function onPort(port: PortInfo): readonly AdapterInfo[] {
  if (port.kind !== 'serial' || port.use === 'no') return []
  const found = (kind: string, title: SeenLine, note?: AdapterInfo['note']): AdapterInfo => ({
    id: `${kind}:${port.path}`,
    kind,
    title,
    detail: port.label,
    ...(note ? { note } : {}),
  })
  if (port.vid === '2a19') return [found('numato', quoted(`Numato (${port.path})`))]
  const lines = found('serial', linesTitle(port.path), lastResort)
  if (port.usb !== '1a86:7523') return port.usb ? [lines] : []
  return [found('lcus', perhapsTitle(port.path), perhapsRelays), lines]
}
