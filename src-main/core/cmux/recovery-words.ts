import type { Words } from '../words'

/** The rungs of the ladder, in order. */
export type RecoveryStepNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

export const did: Record<RecoveryStepNumber, Words> = {
  1: { en: 'Listened without sending', ja: '送信せずに受信を確認' },
  2: { en: 'Sent AT twice', ja: 'AT を 2 回送信' },
  3: { en: 'Sent close-down (CLD), then AT', ja: '終了要求（CLD）の後に AT を送信' },
  4: {
    en: 'Sent close-down in the old form, then AT',
    ja: '旧形式の終了要求（CLD）の後に AT を送信',
  },
  5: {
    en: 'Sent DISC on the control channel, then AT',
    ja: '制御チャネルに DISC、続けて AT を送信',
  },
  6: { en: 'Tried the same at other speeds', ja: '別の通信速度で同じ手順を実施' },
  7: { en: 'Asked whether it still multiplexes (SABM)', ja: 'CMUX が動作中か確認（SABM）' },
  8: {
    en: 'Waited for it to fall back by itself, then sent AT',
    ja: '自動復帰を待ってから AT を送信',
  },
  9: {
    en: 'Closed the channels (DISC), then close-down and AT',
    ja: '各チャネルに DISC、続けて CLD と AT を送信',
  },
  10: { en: 'Power-cycle', ja: '電源の入れ直し' },
}

export const powerCycleWords: Words = {
  en: 'nothing else is left: switch the modem off and on (PWRKEY, GPIO or the supply)',
  ja: '残る手段は電源の入れ直しのみです（PWRKEY、GPIO、または電源）',
}

export const multiplexingWords: Words = {
  en: 'it still multiplexes; the session can be resumed',
  ja: 'CMUX は動作中です。セッションを再開できます',
}

export const oneSpeedWords: Words = {
  en: 'skipped: the speed of this port cannot be changed',
  ja: '省略（このポートは通信速度を変更できません）',
}

export const unknownSpeedWords: Words = {
  en: 'skipped: the present speed of this port is not known',
  ja: '省略（このポートの現在の通信速度が不明です）',
}

export const refusedSpeedWords: Words = {
  en: 'skipped: the driver refuses this speed',
  ja: '省略（ドライバーがこの速度を受け付けません）',
}

export function speedWords(baudRate: number, words: Words): Words {
  return { en: `at ${baudRate} baud: ${words.en}`, ja: `${baudRate} bps: ${words.ja}` }
}

export const answeredWords: Words = { en: 'AT was answered', ja: 'AT に応答がありました' }

export const framedWords: Words = {
  en: 'an answer came, but inside CMUX frames: it still multiplexes',
  ja: '応答は CMUX フレーム内でした（CMUX が動作中です）',
}
