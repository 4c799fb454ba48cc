import { durationText } from '@core/duration'
import { type Decision } from '@core/failover/decision'
import { resultWords } from '@core/failover/words'
import { phaseWords } from '@core/failover/words'
import type { PowerAction, PowerResult } from '@core/power/sequence'
import { seenIn, twoSentences, type Language, type Words } from '@core/words'

export const portOpened = (label: string): Words => ({
  en: `${label} is open`,
  ja: `${label} が開きました`,
})

export const linkDown: Words = { en: 'The link is down.', ja: 'リンクが切れました。' }

export const dcdFell: Words = { en: 'DCD fell.', ja: 'DCD がオフになりました。' }

export const pppDown = ({ en, ja }: Words): Words => ({
  en: `PPP down: ${en}`,
  ja: `PPP 切断：${ja}`,
})

const outcomeJa: { readonly [outcome in PowerResult['outcome']]: string } = {
  done: '完了',
  already: 'すでにその状態',
  pressed: '電源キーを操作（結果は未確認）',
  failed: '失敗',
  cancelled: '中止',
}
/** How the power was switched. */
export const powerSeen = (action: PowerAction, outcome: PowerResult['outcome']): Words => ({
  en: `power ${action}: ${outcome}`,
  ja: `電源${action === 'on' ? 'オン' : 'オフ'}：${outcomeJa[outcome]}`,
})

export const noSlotHasTraffic: Words = {
  en: 'No slot has the traffic.',
  ja: '通信中のスロットがありません。',
}

export const linuxOnly: Words = {
  en: 'Only Linux has NetworkManager.',
  ja: 'NetworkManager は Linux でのみ使用できます。',
}

export const routesOfSlot = (label: string, { en, ja }: Words): Words => ({
  en: `Routes of slot ${label}: ${en}`,
  ja: `スロット ${label} の経路：${ja}`,
})

export const coldWithoutBoard = (name: string): Words => ({
  en: `Slot ${name.toUpperCase()} has no board that can switch its modem: cold mode only hangs up.`,
  ja: `スロット ${name.toUpperCase()} には電源を切り替えるボードがないため、コールドでも切断のみ行います。`,
})

export const ofSlot = (slot: string, { en, ja }: Words): Words => ({
  en: `Slot ${slot}: ${en}`,
  ja: `スロット ${slot}：${ja}`,
})

export const gone = (port: string): Words => ({
  en: `ModemManager: ${port} is gone`,
  ja: `ModemManager：${port} が見つかりません`,
})

export const takenDown: Words = {
  en: 'NetworkManager: taken down',
  ja: 'NetworkManager：切断しました',
}

export const deviceThere = (device: string): Words => ({
  en: `${device} is there`,
  ja: `${device} があります`,
})

export const systemLinkUp = (device: string, iface: string, address: null | string): Words => ({
  en: `NetworkManager: ${device} is up as ${iface}, ${address ?? 'no address'}`,
  ja: `NetworkManager：${device} は ${iface} として接続しました（${address ?? 'アドレスなし'}）`,
})

/** A decision as the log has it. */
export function decisionNote({ result, words, phases, evidence }: Decision): Words {
  const took = (language: Language, comma: string) =>
    phases.map(({ phase, ms }) => `${phaseWords[phase][language]} ${durationText(ms)}`).join(comma)
  const tail: Words =
    result === 'open'
      ? {
          en: evidence.map((line) => seenIn(line, 'en')).join('; '),
          ja: evidence.map((line) => seenIn(line, 'ja')).join('、'),
        }
      : {
          en: `${resultWords[result].en}; ${took('en', ', ')}`,
          ja: `${resultWords[result].ja}：${took('ja', '、')}`,
        }
  const { en, ja } = twoSentences(words, tail)
  return { en: `Failover: ${en}`, ja: `切り替え制御：${ja}` }
}

export const failoverStarted: Words = {
  en: 'a failover was started',
  ja: 'フェイルオーバーが開始されました',
}
