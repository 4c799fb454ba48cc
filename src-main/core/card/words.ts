import type { Words } from '../words'
import { networkText } from './networks'

export const nothing: Words = { en: 'empty', ja: '空' }
export const noneForbidden: Words = {
  en: 'none: the card keeps the modem from no network',
  ja: 'なし（カードが禁止しているネットワークはありません）',
}
export const unreadable: Words = {
  en: 'not of the form this file has; the octets are shown as they came',
  ja: 'このファイルの形式と一致しません（オクテットをそのまま表示）',
}

/** The modes of EF AD (31.102, 4.2.18). */
const modes: Readonly<Record<number, Words>> = {
  0x00: { en: 'normal operation', ja: '通常動作' },
  0x01: { en: 'normal operation with special facilities', ja: '通常動作（特定機能あり）' },
  0x02: { en: 'off-line maintenance', ja: 'オフライン保守' },
  0x04: { en: 'for tests in a cell', ja: 'セル試験用' },
  0x80: { en: 'for type approval: a test card', ja: '型式認定用（試験カード）' },
  0x81: { en: 'for type approval with special facilities', ja: '型式認定用（特定機能あり）' },
}
export function administrative(mode: number, digits: 2 | 3 | undefined): Words {
  const hex = mode.toString(16).padStart(2, '0').toUpperCase()
  const known = modes[mode] ?? { en: `mode ${hex}`, ja: `モード ${hex}` }
  return digits === undefined
    ? known
    : {
        en: `${known.en}; the network code has ${digits} digits`,
        ja: `${known.ja}、MNC は ${digits} 桁`,
      }
}

/** In steps of 6 minutes (22.011, 3.2.2.5); modems of LTE-M and NB-IoT count in others. */
export function search(value: number | undefined): Words {
  if (value === undefined || value === 0)
    return { en: 'not while in a visited network', ja: 'ローミング中の探索なし' }
  return {
    en: `every ${value * 6} min in a visited network (other steps on LTE-M and NB-IoT)`,
    ja: `ローミング中 ${value * 6} 分ごと（LTE-M・NB-IoT では単位が異なります）`,
  }
}

const states: Readonly<Record<'old' | 'lte', readonly Words[]>> = {
  old: [
    { en: 'updated', ja: '更新済み' },
    { en: 'not updated', ja: '未更新' },
    { en: 'network not allowed', ja: 'PLMN 不許可' },
    { en: 'area not allowed', ja: '位置登録エリア不許可' },
  ],
  lte: [
    { en: 'updated', ja: '更新済み' },
    { en: 'not updated', ja: '未更新' },
    { en: 'roaming not allowed', ja: 'ローミング不許可' },
  ],
}
export function place(
  network: string | undefined,
  area: string,
  status: number,
  lte: boolean,
): Words {
  const known = states[lte ? 'lte' : 'old'][status]
  const state = known ?? { en: `status ${status}`, ja: `状態 ${status}` }
  if (network === undefined) return { en: `none; ${state.en}`, ja: `なし、${state.ja}` }
  const code = networkText(network)
  return {
    en: `${code}, ${lte ? 'TAC' : 'LAC'} ${area.toUpperCase()}; ${state.en}`,
    ja: `${code}、${lte ? 'TAC' : 'LAC'} ${area.toUpperCase()}、${state.ja}`,
  }
}

/** Services by their numbers in EF UST that decide what a bench sees (31.102, 4.2.8). */
const known: readonly (readonly [number, Words])[] = [
  [2, { en: 'fixed dialling (FDN)', ja: '発信先限定（FDN）' }],
  [10, { en: 'SMS', ja: 'SMS' }],
  [17, { en: 'group id 1', ja: 'グループ ID 1' }],
  [19, { en: 'provider name', ja: '事業者名' }],
  [35, { en: 'APN list', ja: 'APN リスト' }],
  [42, { en: 'networks the operator prefers', ja: '事業者の優先ネットワーク' }],
  [71, { en: 'equivalent home networks', ja: '等価ホームネットワーク' }],
  [85, { en: 'LTE mobility data', ja: 'LTE モビリティ情報' }],
  [122, { en: '5G mobility data', ja: '5G モビリティ情報' }],
]
export function services(has: (n: number) => boolean): Words {
  const found = known.filter(([n]) => has(n)).map(([, words]) => words)
  if (found.length === 0) return nothing
  return {
    en: found.map(({ en }) => en).join(', '),
    ja: found.map(({ ja }) => ja).join('、'),
  }
}

export const forbiddenNetworks = (texts: string[], one: boolean): Words => ({
  en: `${texts.join(', ')} ${one ? 'stands' : 'stand'} in the SIM’s forbidden networks (EF_FPLMN): the modem does not try ${one ? 'it' : 'them'} by itself.`,
  ja: `SIM の禁止ネットワーク（EF_FPLMN）に ${texts.join('、')} があります。モデムは自動では接続を試みません。`,
})

export const clearForbidden: Words = {
  en: 'If that is the network here: clear the list (SIM… in the menu of the slot, or modem-bench sim-card clear-forbidden PORT), then turn the radio off and on (AT+CFUN=0, AT+CFUN=1). A network that still refuses the SIM gets on the list again: ask its operator then.',
  ja: 'この場所のネットワークが含まれる場合は、一覧を消去し（スロットのメニューの「SIM…」、または modem-bench sim-card clear-forbidden ポート）、無線をオフ・オン（AT+CFUN=0、AT+CFUN=1）してください。再び拒否されると一覧に戻ります。その場合は通信事業者に確認してください。',
}

export const cardNumberTitle: Words = { en: 'Card number', ja: 'カード番号' }

export const subscriberTitle: Words = { en: 'Subscriber', ja: '加入者' }

export const providerNameTitle: Words = { en: 'Name of the provider', ja: '事業者名' }

export const administrativeTitle: Words = { en: 'Administrative data', ja: '管理データ' }

export const providerGroupTitle: Words = { en: 'Group of the provider', ja: '事業者のグループ ID' }

export const forbiddenTitle: Words = { en: 'Forbidden networks', ja: '禁止ネットワーク' }

export const equivalentHomeTitle: Words = {
  en: 'Equivalent home networks',
  ja: '等価ホームネットワーク',
}

export const preferredTitle: Words = {
  en: 'Networks the operator prefers',
  ja: '事業者の優先ネットワーク',
}

export const homeSearchTitle: Words = {
  en: 'Search for the home network',
  ja: 'ホームネットワークの探索',
}

export const lastPlaceTitle: Words = { en: 'Last place (2G, 3G)', ja: '最後の在圏（2G・3G）' }

export const lastPlaceLteTitle: Words = { en: 'Last place (LTE)', ja: '最後の在圏（LTE）' }

export const messageCentreTitle: Words = {
  en: 'Service centre for SMS',
  ja: 'SMS サービスセンター',
}

export const serviceTableTitle: Words = { en: 'Services of the card', ja: 'カードのサービス' }
