import type { SecretKind } from '../../at/knowledge'
import type { Words } from '../../words'

const secrets: { readonly [kind in SecretKind]: Words } = {
  imei: { en: 'IMEI', ja: 'IMEI' },
  imsi: { en: 'IMSI', ja: 'IMSI' },
  iccid: { en: 'ICCID', ja: 'ICCID' },
  tmsi: { en: 'TMSI', ja: 'TMSI' },
  key: { en: 'key', ja: '鍵' },
  number: { en: 'number', ja: '電話番号' },
  name: { en: 'name', ja: '名前' },
  message: { en: 'message', ja: 'メッセージ' },
  password: { en: 'password', ja: 'パスワード' },
  pin: { en: 'PIN', ja: 'PIN' },
  position: { en: 'position', ja: '位置' },
  address: { en: 'address', ja: 'アドレス' },
  cell: { en: 'cell', ja: 'セル' },
}

const byKind: { readonly [kind: string]: Words } = secrets

/** What was masked, as a person calls it; undefined for a kind that is none. */
export const secretWord = (kind: string): Words | undefined => byKind[kind]
