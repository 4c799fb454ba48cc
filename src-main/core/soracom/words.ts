import type { Words } from '../words'

/** What a status of a SIM means; https://users.soracom.io/ja-jp/docs/air/sim-status/ has them all. */
const statuses: { readonly [status: string]: Words } = {
  ready: { en: 'ready: becomes active with its first session', ja: '準備完了（ready）' },
  active: { en: 'active', ja: '使用中（active）' },
  inactive: { en: 'inactive: it may not connect', ja: '休止中（inactive、接続不可）' },
  standby: { en: 'standby: waits for its first use', ja: '利用開始待ち（standby）' },
  suspended: { en: 'suspended: it may not connect', ja: '利用中断中（suspended、接続不可）' },
  terminated: { en: 'terminated: for good', ja: '解約済み（terminated）' },
}

export const simStatusWords = (status: string): Words =>
  Object.hasOwn(statuses, status) ? (statuses[status] ?? plain(status)) : plain(status)
const plain = (text: string): Words => ({ en: text, ja: text })

const happenings: { readonly [event: string]: Words } = {
  Created: { en: 'session created', ja: 'セッションを作成' },
  Modified: { en: 'session modified', ja: 'セッションを変更' },
  Deleted: { en: 'session deleted', ja: 'セッションを切断' },
}
export const sessionEventWords = (event: string): Words =>
  Object.hasOwn(happenings, event) ? (happenings[event] ?? plain(event)) : plain(event)

export const blockedSim = (status: string): Words => {
  const { en, ja } = simStatusWords(status)
  return {
    en: `On SORACOM the SIM is ${en}. Activate it in the User Console (Activate or Resume), then connect again.`,
    ja: `SORACOM 上の SIM の状態は「${ja}」です。ユーザーコンソールで使用開始（または再開）してから接続し直してください。`,
  }
}

export const lockedElsewhere: Words = {
  en: 'On SORACOM the SIM is locked to another device (IMEI lock). Lift the lock in the User Console, or use that device.',
  ja: 'SORACOM 上で SIM が別の端末に IMEI ロックされています。ユーザーコンソールでロックを解除するか、その端末を使用してください。',
}

export const sawNoSession: Words = {
  en: 'SORACOM saw no session in this attempt: the modem’s request never arrived there. Look at the APN (soracom.io) and the PDP type, then at what the network answered.',
  ja: '今回の接続では SORACOM にセッションが作成されていません。モデムの要求が SORACOM まで届いていません。APN（soracom.io）と PDP タイプ、次にネットワークの応答を確認してください。',
}

export const sawSession = (apn: string | null): Words => ({
  en: `SORACOM created a session in this attempt${apn === null ? '' : ` (APN ${apn})`}: SIM, APN and network are right. The fault is between the modem and this program, or behind the session.`,
  ja: `今回の接続で SORACOM にセッションが作成されています${apn === null ? '' : `（APN ${apn}）`}。SIM・APN・ネットワークは正常です。原因はモデムと本アプリの間か、セッション確立後の経路にあります。`,
})
