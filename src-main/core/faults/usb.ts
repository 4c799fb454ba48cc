import type { FaultRow } from './row'

/** What a modem is on USB. */
export const usbFaults = {
  'usb-unknown': {
    meaning: {
      en: 'For this modem no command is known that changes what it is on USB.',
      ja: 'このモデムの USB 構成を変更するコマンドは登録されていません。',
    },
    causes: [
      {
        en: 'Each maker has its own, and many modems have one composition alone.',
        ja: 'コマンドはメーカーごとに異なります。構成を変更できないモデムも多くあります。',
      },
    ],
    tries: [
      {
        en: 'Look in the modem’s AT manual for its USB composition, and send its command from the terminal.',
        ja: 'モデムの AT マニュアルで USB 構成（USB composition）を確認し、ターミナルからコマンドを送信してください。',
      },
    ],
  },
  'usb-refused': {
    meaning: {
      en: 'The modem refused the command for its USB composition.',
      ja: 'モデムが USB 構成のコマンドを拒否しました。',
    },
    causes: [
      {
        en: 'This variant or firmware does not have the command, or the composition.',
        ja: 'この型番・ファームウェアが、コマンドかその構成に対応していません。',
      },
    ],
    tries: [
      {
        en: 'Read it again: nothing was changed where the first command was refused. The answer is in the log.',
        ja: 'もう一度読み込んでください。最初のコマンドが拒否された場合、何も変更されていません。応答はログで確認できます。',
      },
    ],
  },
  'usb-unread': {
    meaning: {
      en: 'The answer about the USB composition is not of a known shape; nothing was written.',
      ja: 'USB 構成の応答を解釈できないため、何も書き込んでいません。',
    },
    causes: [
      {
        en: 'Another firmware answers in another way.',
        ja: 'ファームウェアにより応答の形式が異なります。',
      },
    ],
    tries: [
      {
        en: 'Send the answer with modem-bench explain FILE or a bug report, so that it can be read.',
        ja: 'ログを添えて不具合を報告してください。modem-bench explain ファイル で内容を確認できます。',
      },
    ],
  },
  'usb-no-such': {
    meaning: {
      en: 'There is no such USB composition; nothing was written.',
      ja: 'その USB 構成はありません。何も書き込んでいません。',
    },
    causes: [
      { en: 'It was mistyped, or is of another family.', ja: '入力ミスか、別の系列の値です。' },
    ],
    tries: [
      {
        en: 'Take an id from the list (modem-bench usb PORT).',
        ja: '一覧（modem-bench usb ポート）にある値を指定してください。',
      },
    ],
  },
  'usb-no-at': {
    meaning: {
      en: 'This USB composition leaves no port for AT; nothing was written.',
      ja: 'この構成では AT ポートがなくなるため、何も書き込んでいません。',
    },
    causes: [
      {
        en: 'Without an AT port nobody could switch back over USB.',
        ja: 'AT ポートがないと、USB から元の構成に戻せません。',
      },
    ],
    tries: [
      {
        en: 'Choose one that leaves an AT port. Where it is wanted all the same, send the command from the terminal, with a way back over the UART at hand.',
        ja: 'AT ポートが残る構成を選んでください。どうしても必要な場合は、UART など元に戻す手段を用意してから、ターミナルでコマンドを送信してください。',
      },
    ],
  },
  'usb-same': {
    meaning: {
      en: 'The modem has this USB composition already; nothing was written.',
      ja: 'すでにこの USB 構成です。何も書き込んでいません。',
    },
    causes: [{ en: 'Somebody set it before.', ja: '以前に設定されています。' }],
    tries: [
      {
        en: 'Nothing has to be done. A change that was written and does not show yet wants a restart of the modem.',
        ja: '操作は不要です。変更が反映されていない場合は、モデムを再起動してください。',
      },
    ],
  },
  'usb-in-use': {
    meaning: {
      en: 'A call runs on this modem: its USB composition is not changed now.',
      ja: '通信中のため、USB 構成を変更しません。',
    },
    causes: [
      {
        en: 'The modem restarts for it, which would end the call.',
        ja: '変更にはモデムの再起動が必要で、通信が切断されます。',
      },
    ],
    tries: [{ en: 'Disconnect, then change it.', ja: '切断してから変更してください。' }],
  },
  'usb-no-undo': {
    meaning: {
      en: 'No change of the USB composition is known for this modem.',
      ja: 'このモデムの USB 構成の変更履歴がありません。',
    },
    causes: [
      {
        en: 'It was changed by another program, on another computer, or taken back already.',
        ja: '別のプログラムやコンピューターで変更されたか、すでに元に戻されています。',
      },
    ],
    tries: [
      { en: 'Choose the composition you want instead.', ja: '希望する構成を直接選んでください。' },
    ],
  },
} as const satisfies Record<string, FaultRow>
