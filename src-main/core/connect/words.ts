import type { NetworkCause } from '../at/knowledge'
import type { Words } from '../words'

export const stoppedAt = (title: Words): Words => ({
  en: `stopped: ${title.en}`,
  ja: `停止：${title.ja}`,
})

export const linkEnded: Words = {
  en: 'The link ended meanwhile.',
  ja: '実行中にリンクが切断されました。',
}

export const tookTooLong = (title: Words, limitMs: number): Words => ({
  en: `${title.en}: ${limitMs / 1000} s.`,
  ja: `${title.ja}：${limitMs / 1000} 秒。`,
})

export const noModemProfiles: Words = {
  en: 'The catalogue of modems is empty.',
  ja: 'モデムのカタログが空です。',
}

export const connectedAs = (
  given: boolean,
  addresses: readonly string[],
  proof: string,
): Words => ({
  en: `Connected${given ? ` as ${addresses.join(', ')}` : ''}${proof ? `, ping ${proof}` : ''}.`,
  ja: `接続しました${given ? `（${addresses.join('、')}）` : ''}${proof ? `。ping ${proof}` : ''}。`,
})

/** `PLMN not allowed (cause 11)`: what a rung has room for. */
export const causeOf = ({ meaning, code }: Pick<NetworkCause, 'meaning' | 'code'>): Words => ({
  en: `${meaning.en} (cause ${code})`,
  ja: `${meaning.ja}（原因番号 ${code}）`,
})

/** `The network refused the SIM: PLMN not allowed (cause 11).` */
export function refusedFor(what: Words, cause: NetworkCause): Words {
  const { en, ja } = causeOf(cause)
  return {
    en: `${what.en.replace(/\.$/, '')}: ${en}.`,
    ja: `${what.ja.replace(/。$/, '')}：${ja}。`,
  }
}

/** <stat> of +CREG, +CGREG and +CEREG (27.007 7.2, 10.1.20, 10.1.22) where it is no registration for data. */
const registrationStates: { readonly [stat: number]: Words } = {
  0: { en: 'not searching', ja: '検索停止中' },
  2: { en: 'searching', ja: '検索中' },
  3: { en: 'refused by the network', ja: '登録拒否' },
  4: { en: 'out of coverage', ja: '圏外' },
  6: { en: 'registered for SMS only', ja: 'SMS のみ登録' },
  7: { en: 'registered for SMS only, roaming', ja: 'SMS のみ登録（ローミング）' },
  8: { en: 'registered for emergency calls only', ja: '緊急通報のみ登録' },
}

function registrationState(stat: unknown): Words {
  if (typeof stat !== 'number')
    return { en: 'no answer that tells the state', ja: '状態を示す応答なし' }
  return registrationStates[stat] ?? { en: `state ${stat}`, ja: `状態 ${stat}` }
}

/** `After 21 s: refused by the network (state 3).` */
export function notRegistered(stat: unknown, seconds: number): Words {
  const { en, ja } = registrationState(stat)
  const number = typeof stat === 'number' && stat in registrationStates
  return {
    en: `After ${seconds} s: ${en}${number ? ` (state ${stat})` : ''}.`,
    ja: `${seconds} 秒経過：${ja}${number ? `（状態 ${stat}）` : ''}。`,
  }
}

export function registering(stat: unknown, seconds: number): Words {
  const { en, ja } = registrationState(stat)
  const long = seconds >= 30
  return {
    en: `${seconds} s: ${en}.${long ? ' A first registration abroad can take minutes.' : ''}`,
    ja: `${seconds} 秒：${ja}。${long ? '初回のローミング登録には数分かかることがあります。' : ''}`,
  }
}

export const noRegistrationCommand: Words = {
  en: 'No registration command is understood (CEREG, CGREG, CREG).',
  ja: '登録状態のコマンド（CEREG、CGREG、CREG）がいずれも使えません。',
}

/** `name`: the operator's, where the modem tells it. */
export function registeredAt(roaming: boolean, name: string | undefined, seconds: number): Words {
  const at = name === undefined ? '' : ` ${name}`
  const after =
    seconds > 1 ? { en: ` after ${seconds} s`, ja: `（${seconds} 秒）` } : { en: '', ja: '' }
  return roaming
    ? {
        en: `Registered, roaming${at}${after.en}. Normal for a global SIM.`,
        ja: `登録済み・ローミング中${at}${after.ja}。グローバル SIM では正常です。`,
      }
    : {
        en: `Registered at home${at}${after.en}.`,
        ja: `登録済み（ホームネットワーク）${at}${after.ja}。`,
      }
}

export const actionWords = {
  on: { en: 'powering on', ja: '電源オン中' },
  off: { en: 'powering off', ja: '電源オフ中' },
  reset: { en: 'resetting', ja: 'リセット中' },
  cut: { en: 'cutting the supply', ja: '電源遮断中' },
} as const

export const modeWords = {
  closed: { en: 'closed', ja: '未接続' },
  unknown: { en: 'open, mode unknown', ja: 'オープン（モード不明）' },
  booting: { en: 'booting', ja: '起動中' },
  command: { en: 'command mode', ja: 'コマンドモード' },
  data: { en: 'data mode', ja: 'データモード' },
  cmux: { en: 'multiplexer', ja: 'マルチプレクサー' },
} satisfies { readonly [key: string]: Words }

export const notTried: Words = { en: 'not tried', ja: '未確認' }

export const asleepNow: Words = { en: 'asleep', ja: 'スリープ中' }

export const maySleep: Words = { en: 'may sleep', ja: 'スリープ中の可能性' }

export const powerOn: Words = { en: 'on', ja: 'オン' }

export const didNotFollow: Words = { en: 'did not follow', ja: '状態変化なし' }

export const powerOff: Words = { en: 'off', ja: 'オフ' }

export const portGone: Words = { en: 'gone', ja: '消失' }

export const onAsItAnswers: Words = { en: 'on (it answers)', ja: 'オン（応答あり）' }

export const onAsReady: Words = { en: 'on', ja: 'オン' }

export const silentOnPort: Words = { en: 'no answer', ja: '応答なし' }

export const portClosed: Words = { en: 'closed', ja: '未接続' }

export const portOpening: Words = { en: 'opening', ja: 'オープン中' }

export const portFailed: Words = { en: 'failed', ja: '失敗' }

export const simReady: Words = { en: 'ready', ja: '準備完了' }

export const otherRegistration = (stat: number): Words => ({
  en: `state ${stat}`,
  ja: `状態 ${stat}`,
})

export const contextActive: Words = { en: 'active', ja: '有効' }

export const contextDefined: Words = { en: 'defined', ja: '設定済み' }

export const pppUp: Words = { en: 'up', ja: '確立' }

export const dataModeWithoutLink: Words = {
  en: 'data mode, no link',
  ja: 'データモード（リンクなし）',
}

export const noAddressYet: Words = { en: 'no address yet', ja: 'アドレス待ち' }

export const addressUp: Words = { en: 'up', ja: '取得済み' }

export const internetAnswers: Words = { en: 'answers', ja: '応答あり' }

export const internetSilent: Words = { en: 'no answer', ja: '応答なし' }

export const internetUntested: Words = { en: 'not tested', ja: '未試験' }

/** What `<stat>` of +CREG, +CGREG, +CEREG and +C5GREG says (3GPP TS 27.007, 7.2), in a word or two. */
export const registrationRung: { readonly [stat: number]: Words } = {
  0: { en: 'not searching', ja: '検索停止' },
  1: { en: 'home', ja: 'ホームネットワーク' },
  2: { en: 'searching', ja: '検索中' },
  3: { en: 'denied', ja: '登録拒否' },
  4: { en: 'no coverage', ja: '圏外' },
  5: { en: 'roaming', ja: 'ローミング中' },
  6: { en: 'SMS only', ja: 'SMS のみ' },
  7: { en: 'SMS only, roaming', ja: 'SMS のみ（ローミング）' },
  8: { en: 'emergency only', ja: '緊急通報のみ' },
}

export const goesOn = ({ en, ja }: Words): Words => ({ en: `${en} …`, ja: `${ja} …` })
