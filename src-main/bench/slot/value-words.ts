import type { Words } from '@core/words'

type Table = { readonly [value: string]: Words }
const words = (en: string, ja: string): Words => ({ en, ja })

/** 3GPP TS 27.007, 10.1.22 and its siblings: <stat> in the one or two words a panel has room for. */
export const registrationWords: Table = {
  0: words('off, not searching', '未登録'),
  1: words('home', 'ホームネットワーク'),
  2: words('searching', '圏外（サーチ中）'),
  3: words('denied', '登録拒否'),
  4: words('unknown', '状態不明'),
  5: words('roaming', 'ローミング中'),
  6: words('home, SMS only', 'ホームネットワーク（SMS のみ）'),
  7: words('roaming, SMS only', 'ローミング中（SMS のみ）'),
  8: words('emergency only', '緊急通報のみ'),
  9: words('home, no CSFB', 'ホームネットワーク（CSFB 非優先）'),
  10: words('roaming, no CSFB', 'ローミング中（CSFB 非優先）'),
  11: words('restricted', '制限付き'),
}

/** 3GPP TS 27.007, 8.2: <fun>. */
export const radioWords: Table = {
  0: words('minimum', '最小機能'),
  1: words('full', 'フル機能'),
  4: words('flight mode', '機内モード'),
  5: words('factory test', '工場試験'),
  6: words('reset', 'リセット'),
  7: words('offline', 'オフライン'),
  8: words('SIM off', 'SIM オフ'),
}

/** 3GPP TS 27.007, 8.3: <code>. */
export const simWords: Table = {
  READY: words('ready', '使用可'),
  'SIM PIN': words('PIN needed', 'PIN 入力待ち'),
  'SIM PUK': words('PUK needed', 'PUK 入力待ち'),
  'SIM PIN2': words('PIN2 needed', 'PIN2 入力待ち'),
  'SIM PUK2': words('PUK2 needed', 'PUK2 入力待ち'),
  'PH-NET PIN': words('locked to an operator', '事業者ロック'),
  'PH-SIM PIN': words('locked to a SIM', 'SIM ロック'),
  'SIM FAILURE': words('SIM failure', 'SIM エラー'),
  'SIM WRONG': words('wrong SIM', 'SIM 不適合'),
  'SIM BUSY': words('SIM busy', 'SIM 起動中'),
  'SIM REMOVED': words('SIM removed', 'SIM 抜去'),
  'NOT INSERTED': words('no SIM', 'SIM なし'),
  'NOT READY': words('not ready', '準備中'),
}
