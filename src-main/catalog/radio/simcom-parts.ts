import { fieldsIn } from '@core/radio/answer'
import { bandMaskItem } from '@core/radio/band-item'
import { namedIn, withNamed } from '@core/radio/band-mask'
import { cellItem } from '@core/radio/cell-item'
import { choice, lineOf } from '@core/radio/choice'
import type { RadioItem, RadioReading } from '@core/radio/item'
import { hexMask } from '@core/radio/mask'
import { radioTitles } from '@core/radio/words'
import { quoted, wordsOf, type Words } from '@core/words'

const only = (name: string): Words => ({ en: `${name} only`, ja: `${name} のみ` })

const modes: { readonly [id: string]: Words } = {
  2: { en: 'automatic', ja: '自動' },
  13: only('GSM'),
  14: only('WCDMA'),
  19: { en: 'GSM and WCDMA', ja: 'GSM・WCDMA' },
  38: only('LTE'),
  39: { en: 'GSM, WCDMA and LTE', ja: 'GSM・WCDMA・LTE' },
  48: { en: 'all but LTE', ja: 'LTE 以外' },
  51: { en: 'GSM and LTE', ja: 'GSM・LTE' },
  54: { en: 'WCDMA and LTE', ja: 'WCDMA・LTE' },
  71: only('5G NR'),
  109: { en: 'LTE and 5G NR', ja: 'LTE・5G NR' },
}

/** +CNMP (A76XX manual V1.09, p95; SIM7500_SIM7600 manual): kept by itself. */
export const cnmp: RadioItem = choice({
  id: 'rat',
  command: 'AT+CNMP?',
  prefix: '+CNMP:',
  test: 'AT+CNMP=?',
  free: '2',
  names: modes,
  write: (id) => `AT+CNMP=${id}`,
})

/** +CNBP: <mode>,<lte_mode>[,…], band n of LTE in bit n-1 (A76XX manual V1.09, p96). All fields go back as they came. */
function cnbp(lines: readonly string[]) {
  const fields = fieldsIn(lines, '+CNBP:')
  if (!fields || fields.length < 2 || fields.length > 5) return undefined
  // Every field has to be a mask: an answer of another kind is not written back.
  if (!fields.every((field) => /^0x[0-9a-f]{16,88}$/i.test(field))) return undefined
  return { fields, raw: lineOf(lines, '+CNBP:') }
}
function cnbpCommand({ value }: RadioReading, at: number, mask: string): readonly string[] {
  const fields = [...(cnbp([value.raw])?.fields ?? [])]
  fields[at] = mask
  return [`AT+CNBP=${fields.join(',')}`]
}
export const cnbpLte: RadioItem = bandMaskItem({
  id: 'lte-bands',
  command: 'AT+CNBP?',
  find: (lines) => {
    const found = cnbp(lines)
    const mask = hexMask(found?.fields[1] ?? '')
    return found && mask && { raw: found.raw, mask }
  },
  write: (mask, now) => cnbpCommand(now, 1, mask),
})

/** The bits of <mode> (SIM7500_SIM7600 manual, +CNBP). */
const legacyBits = {
  'GSM 1800': 7,
  'EGSM 900': 8,
  'PGSM 900': 9,
  'GSM 850': 19,
  'RGSM 900': 20,
  'GSM 1900': 21,
  'WCDMA 2100': 22,
  'WCDMA 1900': 23,
  'WCDMA 1700': 25,
  'WCDMA 850': 26,
  'WCDMA 800': 27,
  'WCDMA 2600': 48,
  'WCDMA 900': 49,
} as const
const legacyMask = (lines: readonly string[]) => {
  const found = fieldsIn(lines, '+CNBP:')
  const whole = found?.every((field) => /^0x[0-9a-f]{16,88}$/i.test(field))
  return whole ? hexMask(found?.[0] ?? '') : undefined
}
export const cnbpLegacy: RadioItem = {
  id: 'gw-bands',
  kind: 'many',
  title: radioTitles['gw-bands'],
  command: 'AT+CNBP?',
  takes: 'now',
  read(lines) {
    const mask = legacyMask(lines)
    return mask && { chosen: namedIn(legacyBits, mask.mask), raw: lineOf(lines, '+CNBP:') }
  },
  options: () => ({
    list: Object.keys(legacyBits).map((id) => ({ id, name: wordsOf(quoted(id)) })),
    told: false,
  }),
  write(chosen, now) {
    const mask = legacyMask([now.value.raw])
    const text = mask && withNamed(legacyBits, mask, chosen)
    if (text === undefined) return undefined
    const fields = [...(fieldsIn([now.value.raw], '+CNBP:') ?? [])]
    fields[0] = text
    return [`AT+CNBP=${fields.join(',')}`]
  },
}

/** +CCELLCFG: <pci>,<earfcn>, or a 0 in front, or no row, where none is locked. */
export const ccellcfg: RadioItem = cellItem({
  command: 'AT+CCELLCFG?',
  find(lines) {
    const fields = fieldsIn(lines, '+CCELLCFG:')
    if (!fields) return lines.some((line) => line !== '') ? undefined : { raw: '', lock: null }
    const [pci, earfcn] = fields
    if (fields.length === 1 || pci === '0')
      return pci === '0' ? { raw: lineOf(lines, '+CCELLCFG:'), lock: null } : undefined
    if (fields.length !== 2 || !/^\d{1,3}$/.test(pci ?? '') || !/^\d{1,6}$/.test(earfcn ?? ''))
      return undefined
    return { raw: lineOf(lines, '+CCELLCFG:'), lock: { pci: Number(pci), earfcn: Number(earfcn) } }
  },
  lock: ({ pci, earfcn }) => `AT+CCELLCFG=1,${pci},${earfcn}`,
  free: 'AT+CCELLCFG=0',
})
