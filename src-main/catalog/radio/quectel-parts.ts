import { bare, fieldsIn } from '@core/radio/answer'
import { bandMaskItem } from '@core/radio/band-item'
import { cellItem } from '@core/radio/cell-item'
import { lineOf } from '@core/radio/choice'
import type { RadioItem, RadioItemId } from '@core/radio/item'
import { hexMask } from '@core/radio/mask'
import { radioTitles } from '@core/radio/words'
import { quoted, wordsOf, type Words } from '@core/words'

/** One setting of +QCFG or +QNWPREFCFG: the fields behind its name. */
export function named(
  lines: readonly string[],
  prefix: string,
  name: string,
): { readonly raw: string; readonly values: readonly string[] } | undefined {
  const own = lines.filter((line) => line.toUpperCase().startsWith(prefix.toUpperCase()))
  const mine = own.filter((line) => bare(fieldsIn([line], prefix)?.[0]).toLowerCase() === name)
  const values = fieldsIn(mine, prefix)?.slice(1)
  return values && values.length > 0 ? { raw: lineOf(mine, prefix), values } : undefined
}

/** One mask of +QCFG: "band"; the others go back as they came, in hex without 0x as the manual writes them. */
export function qcfgBand(
  id: RadioItemId,
  at: number,
  { count, bits }: { readonly count: readonly number[]; readonly bits: number },
): RadioItem {
  const find = (lines: readonly string[]) => {
    const found = named(lines, '+QCFG:', 'band')
    if (!found || !count.includes(found.values.length)) return undefined
    const masks = found.values.map((value) => hexMask(value, bits))
    const mask = masks[at]
    return mask && masks.every((one) => one !== undefined)
      ? { raw: found.raw, mask, values: found.values }
      : undefined
  }
  return bandMaskItem({
    id,
    command: 'AT+QCFG="band"',
    find,
    write(mask, { value }) {
      const values = [...(find([value.raw])?.values ?? [])]
      values[at] = mask
      return [`AT+QCFG="band",${values.map((one) => one.replace(/^0x/i, '')).join(',')},1`]
    },
  })
}

const only = (name: string): Words => ({ en: `${name} only`, ja: `${name} のみ` })

/** +QCFG: "nwscanmode" (EC2x&EG2x&EG9x&EM05 QCFG manual; BG96 and BG95 use the same name). Holds at once by the 1 at the end. */
export function nwscanmode(names: { readonly [id: string]: Words }): RadioItem {
  return qcfgChoice('rat', 'nwscanmode', names, '0')
}
export function qcfgChoice(
  id: RadioItemId,
  name: string,
  names: { readonly [id: string]: Words },
  free: string,
): RadioItem {
  return {
    id,
    kind: 'one',
    title: radioTitles[id],
    command: `AT+QCFG="${name}"`,
    takes: 'now',
    free,
    read(lines) {
      const found = named(lines, '+QCFG:', name)
      const [value = ''] = found?.values ?? []
      return found && /^\d$/.test(value) ? { chosen: [value], raw: found.raw } : undefined
    },
    options: ({ value }) => ({
      list: [...new Set([...Object.keys(names), ...value.chosen])].map((one) => ({
        id: one,
        name: names[one] ?? wordsOf(quoted(one)),
      })),
      told: false,
    }),
    write: ([one]) => (one === undefined ? undefined : [`AT+QCFG="${name}",${one},1`]),
  }
}
export const scanModes = {
  0: { en: 'automatic', ja: '自動' },
  1: only('GSM'),
  2: only('WCDMA'),
  3: only('LTE'),
} as const
export const iotScanModes = { 0: scanModes[0], 1: scanModes[1], 3: scanModes[3] } as const

/** +QNWLOCK: "common/lte",<action>,<earfcn>,<pci>,<status> of EC2x; "common/4g",<cells>,<earfcn>,<pci> of RM5xx. */
export function qnwlock(name: 'common/lte' | 'common/4g'): RadioItem {
  const locked = name === 'common/lte' ? '2' : '1'
  return cellItem({
    command: `AT+QNWLOCK="${name}"`,
    find(lines) {
      const found = named(lines, '+QNWLOCK:', name)
      const [action, earfcn = '', pci = ''] = found?.values ?? []
      if (!found) return undefined
      if (action === '0') return { raw: found.raw, lock: null }
      // A lock to a channel alone, or to several cells, is another shape.
      const most = name === 'common/lte' ? 4 : 3
      if (action !== locked || found.values.length > most) return undefined
      if (!/^\d{1,6}$/.test(earfcn) || !/^\d{1,3}$/.test(pci)) return undefined
      return { raw: found.raw, lock: { earfcn: Number(earfcn), pci: Number(pci) } }
    },
    lock: ({ earfcn, pci }) => `AT+QNWLOCK="${name}",${locked},${earfcn},${pci}`,
    free: `AT+QNWLOCK="${name}",0`,
  })
}
