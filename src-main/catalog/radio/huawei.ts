import { bare, fieldsIn } from '@core/radio/answer'
import { bandMaskItem } from '@core/radio/band-item'
import { lineOf, optionOf } from '@core/radio/choice'
import type { RadioFamily, RadioItem } from '@core/radio/item'
import { hexMask } from '@core/radio/mask'
import { radioTitles } from '@core/radio/words'
import type { Words } from '@core/words'

/** `^SYSCFGEX: "00",3FFFFFFF,1,2,7FFFFFFFFFFFFFFF`, on some firmware with two empty fields behind it. */
function whole(lines: readonly string[]) {
  const fields = fieldsIn(lines, '^SYSCFGEX:')
  if (!fields || fields.length < 5 || fields.slice(5).some((field) => field !== ''))
    return undefined
  const [order = '', band = '', roam = '', domain = '', lte = ''] = fields
  const right =
    /^"(?:\d{2}){1,5}"$/.test(order) &&
    /^[0-9a-f]{1,16}$/i.test(band) &&
    /^[0-9a-f]{1,16}$/i.test(lte) &&
    /^\d$/.test(roam) &&
    /^\d$/.test(domain)
  return right ? { order, band, roam, domain, lte } : undefined
}
type Fields = NonNullable<ReturnType<typeof whole>>
/** The write form has two more fields, reserved and empty. */
const command = ({ order, band, roam, domain, lte }: Fields): readonly string[] => [
  `AT^SYSCFGEX=${order},${band},${roam},${domain},${lte},,`,
]
const changed = (raw: string, change: Partial<Fields>): readonly string[] | undefined => {
  const now = whole([raw])
  return now && command({ ...now, ...change })
}

const names: { readonly [id: string]: Words } = {
  '00': { en: 'automatic', ja: '自動' },
  '01': { en: 'GSM only', ja: 'GSM のみ' },
  '02': { en: 'WCDMA only', ja: 'WCDMA のみ' },
  '03': { en: 'LTE only', ja: 'LTE のみ' },
  '0302': { en: 'LTE, then WCDMA', ja: 'LTE、次に WCDMA' },
  '0301': { en: 'LTE, then GSM', ja: 'LTE、次に GSM' },
  '0201': { en: 'WCDMA, then GSM', ja: 'WCDMA、次に GSM' },
  '030201': { en: 'LTE, then WCDMA, then GSM', ja: 'LTE、WCDMA、GSM の順' },
  '08': { en: '5G NR only', ja: '5G NR のみ' },
  '0803': { en: '5G NR, then LTE', ja: '5G NR、次に LTE' },
  '080302': { en: '5G NR, then LTE, then WCDMA', ja: '5G NR、LTE、WCDMA の順' },
}
const told = (test: readonly string[]): readonly string[] => {
  const first = fieldsIn(test, '^SYSCFGEX:')?.[0] ?? ''
  return [...first.matchAll(/"((?:\d{2}){1,5})"/g)].map(([, id = '']) => id)
}
const acquisition: RadioItem = {
  id: 'rat',
  kind: 'one',
  title: radioTitles.rat,
  command: 'AT^SYSCFGEX?',
  test: 'AT^SYSCFGEX=?',
  takes: 'now',
  free: '00',
  read(lines) {
    const found = whole(lines)
    return found && { chosen: [bare(found.order)], raw: lineOf(lines, '^SYSCFGEX:') }
  },
  options({ value, test }) {
    const able = told(test)
    const list = able.length > 0 ? able : ['00', '01', '02', '03']
    const ids = [...new Set([...list, ...value.chosen])]
    return { list: ids.map((id) => optionOf(id, names)), told: able.length > 0 }
  },
  write: ([one], { value }) =>
    one === undefined ? undefined : changed(value.raw, { order: `"${one}"` }),
}

const huawei: RadioFamily = {
  id: 'huawei',
  name: 'Huawei',
  source:
    'Huawei ME909s LTE Mini PCIe Module AT Command Interface Specification, ^SYSCFGEX; ME909s-120',
  matches: (identity) => /huawei/i.test(identity),
  items: [
    acquisition,
    bandMaskItem({
      id: 'lte-bands',
      command: 'AT^SYSCFGEX?',
      find(lines) {
        const mask = hexMask(whole(lines)?.lte ?? '', 64)
        return mask && { raw: lineOf(lines, '^SYSCFGEX:'), mask }
      },
      write: (mask, { value }) => changed(value.raw, { lte: mask }),
    }),
  ],
}
export default huawei
