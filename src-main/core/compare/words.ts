import { seconds } from '../story/words'
import type { Words } from '../words'

/** The two were never runs of the same thing: the difference says nothing. */
export const nothingInCommon: Words = {
  en: 'The logs have no step in common, so they cannot be compared. Give two logs of the same procedure, such as a connect that worked and one that did not; of a journal of two slots, the same one of both.',
  ja: '共通する手順がないため比較できません。接続の成功時と失敗時など、同じ手順を記録した 2 つのログを指定してください。2 スロットのジャーナルでは、両方で同じスロットを選んでください。',
}

/** What stands above and in place of the lines. */
export const titles = {
  none: {
    en: 'No difference that matters: both runs did the same, with the same results.',
    ja: '意味のある違いはありません。どちらも同じ手順で同じ結果です。',
  },
  apart: nothingInCommon,
  first: { en: 'The first difference that matters', ja: '最初の意味のある違い' },
  others: { en: 'Others, the weightiest first', ja: 'その他の違い（影響の大きい順）' },
  good: { en: 'good', ja: '成功' },
  bad: { en: 'bad', ja: '失敗' },
  nothing: { en: '(nothing)', ja: '（なし）' },
  cause: { en: 'What it means', ja: '意味' },
} as const satisfies { readonly [name: string]: Words }

/** Steps that are no commands: a command is called the same in every language. */
const japanese: { readonly [key: string]: string } = {
  'bit errors': 'ビット誤り',
  'brown-out': '電圧低下',
  'call ended': '呼の終了',
  'connection closed': '接続の切断',
  'frames broken': '壊れたフレーム',
  authentication: '認証',
  'data session': 'データ接続',
  internet: 'インターネット',
  port: 'ポート',
  'radio off': '無線オフ',
  registration: 'ネットワーク登録',
  restart: '再起動',
  silence: '無応答',
  sim: 'SIM',
}
const nameInJapanese = (key: string) => japanese[key] ?? key

export const givenOtherValues = (key: string): Words => ({
  en: `${key}: it is given other values.`,
  ja: `${nameInJapanese(key)}：指定した値が異なります。`,
})

/** Masked, such values have one name: a reader could not see what is different. */
export const givenOtherCase = (key: string): Words => ({
  en: `${key}: it is given values that differ in upper and lower case only; masked, they look the same.`,
  ja: `${nameInJapanese(key)}：指定した値は大文字と小文字だけが異なります（マスクした表示では同じに見えます）。`,
})

export const endsInAnotherWay = (key: string): Words => ({
  en: `${key}: it ends in another way.`,
  ja: `${nameInJapanese(key)}：結果が異なります。`,
})

export const takesLonger = (key: string, good: number, bad: number): Words => ({
  en: `${key}: it takes ${seconds(bad)} instead of ${seconds(good)}.`,
  ja: `${nameInJapanese(key)}：${seconds(good, 'ja')}ではなく ${seconds(bad, 'ja')}かかっています。`,
})

export const onlyInGood = (key: string): Words => ({
  en: `${key}: only in the good log.`,
  ja: `${nameInJapanese(key)}：成功したログにだけあります。`,
})

export const onlyInBad = (key: string): Words => ({
  en: `${key}: only in the bad log.`,
  ja: `${nameInJapanese(key)}：失敗したログにだけあります。`,
})

/** Why a modem started anew, by what the log shows before its start. */
export const restartReasons = {
  asked: {
    en: 'A command asked for the restart; what was set before and not stored is gone.',
    ja: 'コマンドによる再起動です。保存していない設定は失われます。',
  },
  supply: {
    en: 'The supply voltage gave way just before.',
    ja: '直前に電源電圧が低下しています。',
  },
  watchdog: {
    en: 'A watchdog had reset the board or its program just before.',
    ja: '直前にウォッチドッグがボードまたはプログラムをリセットしています。',
  },
  crash: {
    en: 'The program on the board had crashed just before.',
    ja: '直前にボード上のプログラムがクラッシュしています。',
  },
  power: {
    en: 'The board was powered on anew: its supply had been gone.',
    ja: 'ボードの電源が入り直しています。電源が一度切れていました。',
  },
  off: {
    en: 'The modem had been switched off just before.',
    ja: '直前にモデムの電源が切られています。',
  },
  unasked: {
    en: 'No command asked for it, and the log shows no reason: the supply gave way, a power or reset line was pulled, or the firmware crashed.',
    ja: '再起動を指示したコマンドはなく、ログに理由も見当たりません。電源電圧の低下、電源線やリセット線の操作、ファームウェアのクラッシュが考えられます。',
  },
} as const satisfies { readonly [name: string]: Words }
