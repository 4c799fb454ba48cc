import { colon, quoted, wordsOf, type Language, type Words } from '../words'
import { durationText } from './gprs-timers'
import { psmOf } from './psm-choice'
import type { RadioItemId } from './item'
import type { RadioLimit } from './limit'

export const becomes = (title: Words, from: Words, to: Words): Words => ({
  en: `${title.en}: ${from.en} → ${to.en}`,
  ja: `${title.ja}：${from.ja} → ${to.ja}`,
})
export const removed = (title: Words, ids: readonly string[]): Words => ({
  en: `${title.en} off: ${ids.join(' ')}`,
  ja: `${title.ja}をオフ：${ids.join(' ')}`,
})
export const added = (title: Words, ids: readonly string[]): Words => ({
  en: `${title.en} on: ${ids.join(' ')}`,
  ja: `${title.ja}をオン：${ids.join(' ')}`,
})
export const noCell: Words = { en: 'none', ja: 'なし' }
export function cellWords(id: string): Words {
  const [earfcn = '', pci = ''] = id.split(',')
  return { en: `EARFCN ${earfcn}, cell ${pci}`, ja: `EARFCN ${earfcn}、セル ${pci}` }
}
export const anyOperator: Words = { en: 'automatic', ja: '自動' }
export const noOperator: Words = { en: 'deregistered on purpose', ja: '意図的に登録解除' }
export const someOperator: Words = {
  en: 'chosen by hand, which one the modem does not tell now',
  ja: '手動選択（対象の事業者は不明）',
}
export const leavesBand = (band: string): Words => ({
  en: `The modem is on ${band} now: it leaves that cell and searches again.`,
  ja: `現在 ${band} で在圏中です。このセルから離れ、検索し直します。`,
})
export const switchesRadio: Words = {
  en: 'The radio goes off and on for it.',
  ja: '書き込みのために無線を一度オフにします。',
}
/** What they have to do with a registration that failed. */
export function limitWords(limits: readonly RadioLimit[]): Words {
  const list = (language: Language) =>
    limits.map(({ title, value }) => `${title[language]}${colon[language]}${value[language]}`)
  return {
    en: `Settings of the radio keep the modem from other networks: ${list('en').join('; ')}.`,
    ja: `無線設定で使用するネットワークが制限されています（${list('ja').join('、')}）。`,
  }
}
export function liftLimits(limits: readonly RadioLimit[]): Words {
  const ids = limits.map(({ item }) => item).join(', ')
  return {
    en: `If nobody wants that (${ids}): lift it on the page Radio, or with modem-bench radio set PORT. It goes back by itself unless you keep it.`,
    ja: `意図した設定でなければ（${ids}）、「無線」の画面か modem-bench radio set ポート で解除してください。維持しない限り自動で元に戻ります。`,
  }
}
export const restartNeeded: Words = {
  en: 'The radio goes off and on for it, and it holds only from the next restart of the modem on (AT+CFUN=15 or the power).',
  ja: '書き込みのために無線を一度オフにします。反映にはモデムの再起動（AT+CFUN=15 または電源の入れ直し）が必要です。',
}

export const edrxOff: Words = { en: 'off', ja: 'オフ' }
/** PSM as it is chosen: `off`, `on`, or both timers. */
export function psmWords(id: string): Words {
  const timers = psmOf(id)
  if (timers)
    return wordsOf(
      quoted(`T3412 ${durationText(timers.tau)}, T3324 ${durationText(timers.active)}`),
    )
  return id === 'off'
    ? edrxOff
    : { en: 'on, with the timers of the modem', ja: 'オン（タイマーはモデムの既定値）' }
}
/** `active`: seconds of T3324; undefined: not told. */
export function sleepsAfter(active: number | undefined): Words {
  const time = active === undefined ? 'T3324' : durationText(active)
  return {
    en: `Where the network grants it, the modem sleeps ${time} after its last traffic and answers no command until T3412 is over or its wake-up pin is used (PON, PWRKEY or DTR, by the module).`,
    ja: `ネットワークが許可すると、最後の通信から ${time} 後にスリープします。T3412 の満了かウェイクアップ端子（モジュールにより PON、PWRKEY、DTR）で復帰するまでコマンドに応答しません。`,
  }
}
export const listensSeldom: Words = {
  en: 'With eDRX the network reaches the modem only once a cycle: messages and downlink data wait that long. Some modules also answer AT only then.',
  ja: 'eDRX では 1 サイクルに 1 回しか着信できず、SMS や下りデータはその分遅れます。その間 AT に応答しないモジュールもあります。',
}

/** What each setting is called. */
export const radioTitles: { readonly [id in RadioItemId]: Words } = {
  rat: { en: 'Radio technology', ja: '無線方式' },
  'iot-rat': { en: 'LTE-M or NB-IoT', ja: 'LTE-M・NB-IoT' },
  'lte-bands': { en: 'LTE bands', ja: 'LTE バンド' },
  'catm-bands': { en: 'LTE-M bands', ja: 'LTE-M バンド' },
  'nbiot-bands': { en: 'NB-IoT bands', ja: 'NB-IoT バンド' },
  'nsa-bands': { en: '5G NSA bands', ja: '5G NSA バンド' },
  'nr-bands': { en: '5G SA bands', ja: '5G SA バンド' },
  'gw-bands': { en: 'GSM and WCDMA bands', ja: 'GSM・WCDMA バンド' },
  'band-set': { en: 'Set of bands', ja: 'バンドの組み合わせ' },
  operator: { en: 'Operator', ja: '事業者' },
  cell: { en: 'Lock to one LTE cell', ja: 'LTE セルの固定' },
  psm: { en: 'PSM asked for', ja: '要求する PSM' },
  edrx: { en: 'eDRX asked for, LTE', ja: '要求する eDRX（LTE）' },
  'edrx-nbiot': { en: 'eDRX asked for, NB-IoT', ja: '要求する eDRX（NB-IoT）' },
  'uart-sleep': { en: 'Sleep between commands (UART)', ja: 'コマンド間のスリープ（UART）' },
}

const only = (name: string): Words => ({ en: `${name} only`, ja: `${name} のみ` })
/** The values of +WS46. */
export const ws46Names: { readonly [id: string]: Words } = {
  12: only('GSM'),
  22: only('WCDMA'),
  25: { en: 'GSM, WCDMA and LTE', ja: 'GSM・WCDMA・LTE' },
  28: only('LTE'),
  29: { en: 'GSM and WCDMA', ja: 'GSM・WCDMA' },
  30: { en: 'GSM and LTE', ja: 'GSM・LTE' },
  31: { en: 'WCDMA and LTE', ja: 'WCDMA・LTE' },
  36: only('5G NR'),
  37: { en: 'LTE and 5G NR', ja: 'LTE・5G NR' },
}

/** Of a setting that keeps the modem from a network. */
export const limitsModem: Words = { en: 'limits the modem', ja: '使用するネットワークを制限中' }
