import type { FaultRow } from './row'

/** The profiles of an eUICC (GSMA SGP.22). */
export const esimFaults = {
  'esim-none': {
    meaning: {
      en: 'The card in the slot is no eUICC, or the modem opens no channel to it.',
      ja: 'カードが eUICC ではないか、モデムがカードへのチャネルを開けません。',
    },
    causes: [
      {
        en: 'An ordinary SIM has one profile and no ISD-R; some modems lack AT+CCHO, or keep ISD-R for themselves.',
        ja: '通常の SIM には ISD-R がありません。AT+CCHO に非対応のモデムや、ISD-R への接続を許可しないモデムもあります。',
      },
    ],
    tries: [
      {
        en: 'See AT+CCHO=?; a modem with two SIM slots may stand on the other one.',
        ja: 'AT+CCHO=? を確認してください。SIM スロットが 2 つあるモデムでは、選択中のスロットも確認してください。',
      },
    ],
  },
  'esim-no-such': {
    meaning: {
      en: 'The eUICC has no profile with this ICCID; nothing was changed.',
      ja: 'この ICCID のプロファイルはありません。何も変更していません。',
    },
    causes: [
      { en: 'It was mistyped, or deleted before.', ja: '入力ミスか、すでに削除されています。' },
    ],
    tries: [
      {
        en: 'Read the list and take the whole ICCID from there.',
        ja: '一覧を読み込み、ICCID 全体を指定してください。',
      },
    ],
  },
  'esim-state': {
    meaning: {
      en: 'The profile is not in the state that this wants; nothing was changed.',
      ja: 'プロファイルの状態がこの操作に合いません。何も変更していません。',
    },
    causes: [
      {
        en: 'It is enabled or disabled already; an enabled profile cannot be deleted.',
        ja: 'すでに有効または無効です。有効なプロファイルは削除できません。',
      },
    ],
    tries: [
      {
        en: 'To delete it, enable another profile first.',
        ja: '削除する場合は、先に別のプロファイルを有効にしてください。',
      },
    ],
  },
  'esim-policy': {
    meaning: {
      en: 'The operator of this profile does not allow that; nothing was changed.',
      ja: 'このプロファイルの事業者が許可していません。何も変更していません。',
    },
    causes: [
      {
        en: 'A profile policy rule (PPR1: not to be disabled, PPR2: not to be deleted) came with it.',
        ja: 'プロファイルポリシールール（PPR1：無効化禁止、PPR2：削除禁止）が設定されています。',
      },
    ],
    tries: [{ en: 'Ask the operator.', ja: '事業者に問い合わせてください。' }],
  },
  'esim-name': {
    meaning: {
      en: 'This name does not fit; nothing was changed.',
      ja: 'この名前は使えません。何も変更していません。',
    },
    causes: [
      {
        en: 'A name has 64 octets of UTF-8 at most, and no control characters: about 21 Japanese characters.',
        ja: '名前は UTF-8 で 64 オクテット（日本語で約 21 文字）までで、制御文字は使えません。',
      },
    ],
    tries: [{ en: 'Take a shorter one.', ja: '短い名前にしてください。' }],
  },
  'esim-refused': {
    meaning: { en: 'The eUICC refused it.', ja: 'eUICC が要求を拒否しました。' },
    causes: [
      {
        en: 'What it said is named with it; a card that is busy, or a modem that resets its card meanwhile, refuses for a while.',
        ja: '応答の内容を併せて示しています。カードの処理中や、モデムによるカードのリセット中は、一時的に拒否されます。',
      },
    ],
    tries: [
      {
        en: 'Read the list again, and try once more in a minute.',
        ja: '一覧を読み込み直し、1 分ほど待ってから再試行してください。',
      },
    ],
  },
  'esim-unclear': {
    meaning: {
      en: 'The answer of the eUICC was not understood.',
      ja: 'eUICC の応答を解釈できませんでした。',
    },
    causes: [
      {
        en: 'The modem cut it, or the card follows another version of GSMA SGP.22.',
        ja: 'モデムが応答を途中で切ったか、カードが GSMA SGP.22 の別のバージョンに準拠しています。',
      },
    ],
    tries: [
      {
        en: 'Read the list again to see what became of it; the log has every octet.',
        ja: '一覧を読み込み直して結果を確認してください。ログには全オクテットが記録されています。',
      },
    ],
  },
  'esim-unsure': {
    meaning: {
      en: 'The eUICC has done it, but the card cannot be read since.',
      ja: '操作は完了しましたが、その後カードを読めません。',
    },
    causes: [
      {
        en: 'The modem reads the card anew and takes longer, or wants a restart for it.',
        ja: 'モデムがカードを読み直しているか、再起動が必要です。',
      },
    ],
    tries: [
      {
        en: 'Read again in half a minute; else restart the modem (AT+CFUN=1,1) and read then.',
        ja: '30 秒ほど待って読み込み直してください。読めない場合は、モデムを再起動（AT+CFUN=1,1）してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
