import { quoted, wordsOf, type Words } from '../words'
import type { ContextAuth } from './context'

export const initialContext: Words = {
  en: 'cid 0 is the initial context (27.007, 10.1.0)',
  ja: 'cid 0 は初期コンテキスト（27.007、10.1.0）',
}

export const attachesWithContext1 = (name: string): Words => ({
  en: `${name} modems attach with context 1`,
  ja: `${name} はコンテキスト 1 でアタッチ`,
})

export const contextDeleted = (cid: number): Words => ({
  en: `context ${cid} is deleted`,
  ja: `コンテキスト ${cid} を削除`,
})

export const contextAdded = (cid: number, pdpType: string, apn: string): Words => ({
  en: `context ${cid} is new: ${pdpType}, APN "${apn}"`,
  ja: `コンテキスト ${cid} を新規作成：${pdpType}、APN "${apn}"`,
})

export const typeChanged = (from: string, to: string): Words => ({
  en: `type ${from} → ${to}`,
  ja: `種別 ${from} → ${to}`,
})

export const authChanged = (from: Words, to: Words): Words => ({
  en: `auth ${from.en} → ${to.en}`,
  ja: `認証 ${from.ja} → ${to.ja}`,
})

export const userChanged = (from: string, to: string): Words => ({
  en: `user "${from}" → "${to}"`,
  ja: `ユーザー "${from}" → "${to}"`,
})

export const passwordGiven: Words = { en: 'password as given', ja: 'パスワードは入力のとおり' }

export const attachContextRemoved: Words = {
  en: 'The modem attaches with this context: the radio goes off and on, and without it the network chooses the APN, or refuses.',
  ja: 'アタッチに使用中のコンテキストです。無線を一度オフにします。削除後は APN をネットワークが選択するか、登録を拒否されます。',
}

export const attachContextChanged: Words = {
  en: 'The modem attaches with this context: the radio goes off and on.',
  ja: 'アタッチに使用中のコンテキストです。無線を一度オフにします。',
}

export const activeContextChanged: Words = {
  en: 'It is active: the modem may refuse, or use the change from its next activation on.',
  ja: '有効なコンテキストです。モデムが拒否するか、次回の有効化から反映されます。',
}

export const extrasGoBack = (extras: readonly string[]): Words => ({
  en: `Further settings of the row go back to the modem’s own: ${extras.join(', ')}.`,
  ja: `この行のほかの設定（${extras.join('、')}）はモデムの既定値に戻ります。`,
})

export const noContext: Words = { en: 'No context is defined.', ja: 'コンテキストは未定義です。' }

/** What a context is for. */
export const roleNames = {
  attach: { en: 'initial EPS bearer', ja: '初期 EPS ベアラ' },
  data: { en: 'data call', ja: 'データ通信' },
} as const satisfies { readonly [role: string]: Words }

export const authNames: { readonly [kind in ContextAuth | 'unknown']: Words } = {
  none: { en: 'none', ja: 'なし' },
  pap: wordsOf(quoted('PAP')),
  chap: wordsOf(quoted('CHAP')),
  either: { en: 'PAP or CHAP', ja: 'PAP または CHAP' },
  unknown: { en: 'unknown', ja: '不明' },
}

export const callRunsOnIt: Words = {
  en: 'the call of this console runs on it',
  ja: 'このコンソールの回線が使用中',
}
