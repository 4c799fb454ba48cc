import type { FaultRow } from './row'

export const cardFaults = {
  'card-absent': {
    meaning: { en: 'The modem sees no SIM.', ja: 'モデムが SIM を認識していません。' },
    causes: [
      { en: 'No card, or it does not sit right.', ja: 'SIM がないか、正しく装着されていません。' },
    ],
    tries: [
      {
        en: 'Turn the modem off, put the SIM in, turn it on and read again.',
        ja: 'モデムの電源を切って SIM を装着し、再起動してから読み込み直してください。',
      },
    ],
  },
  'card-busy': {
    meaning: { en: 'The SIM is still busy.', ja: 'SIM が処理中です。' },
    causes: [
      {
        en: 'The modem has just started and still reads its card.',
        ja: 'モデムの起動直後で、SIM を読み込んでいます。',
      },
    ],
    tries: [{ en: 'Try again in 10 s.', ja: '10 秒ほど待って、やり直してください。' }],
  },
  'card-locked': {
    meaning: { en: 'The SIM wants its PIN first.', ja: '先に SIM の PIN の入力が必要です。' },
    causes: [{ en: 'Its PIN was not entered yet.', ja: 'PIN がまだ入力されていません。' }],
    tries: [
      {
        en: 'Enter it once: SIM… in the menu of the slot, or modem-bench sim-card enter-pin PORT --pin-file -',
        ja: 'スロットのメニューの「SIM…」、または modem-bench sim-card enter-pin ポート --pin-file - で、一度だけ入力してください。',
      },
    ],
  },
  'card-puk': {
    meaning: {
      en: 'The PIN of the SIM is blocked; it wants its PUK.',
      ja: 'SIM の PIN がブロックされ、PUK の入力待ちです。',
    },
    causes: [{ en: 'The PIN was wrong three times.', ja: 'PIN を 3 回誤入力しました。' }],
    tries: [
      {
        en: 'Get the PUK from the operator and enter it once with a new PIN: AT+CPIN="PUK","new PIN". Ten wrong ones destroy the card.',
        ja: '通信事業者から PUK を入手し、新しい PIN とともに 1 回だけ入力してください（AT+CPIN="PUK","新しい PIN"）。10 回誤るとカードは使えなくなります。',
      },
    ],
  },
  'card-wrong-pin': {
    meaning: {
      en: 'The PIN was wrong; one try is gone, and nothing was tried again.',
      ja: 'PIN が違います。試行回数が 1 回減りました（再試行はしていません）。',
    },
    causes: [
      {
        en: 'It is the PIN of another card, or mistyped.',
        ja: '別のカードの PIN、または入力ミスです。',
      },
    ],
    tries: [
      {
        en: 'Look at the tries that are left (SIM… in the menu of the slot, or modem-bench sim-card show PORT) and at the papers of the card before the next one.',
        ja: '次の入力の前に、残り回数（スロットのメニューの「SIM…」、または modem-bench sim-card show ポート）とカードの書類を確認してください。',
      },
    ],
  },
  'card-few-tries': {
    meaning: {
      en: 'Only one try is left, or the modem does not tell how many are; nothing was sent.',
      ja: '残り回数が 1 回か、不明です。何も送信していません。',
    },
    causes: [
      {
        en: 'Wrong PINs were entered before, or the modem knows neither AT+CPINR nor AT+SPIC.',
        ja: '以前に PIN を誤入力したか、モデムが AT+CPINR と AT+SPIC に対応していません。',
      },
    ],
    tries: [
      {
        en: 'If you are sure of the PIN, tick the box for few tries, or give --last-try: one more wrong one blocks the card until its PUK.',
        ja: 'PIN に確信がある場合だけ、残り回数のチェックボックスをオンにするか --last-try を付けてください。誤るとカードがブロックされ、PUK が必要になります。',
      },
    ],
  },
  'card-pin-form': {
    meaning: {
      en: 'This is no PIN; nothing was sent.',
      ja: 'PIN の形式ではありません。何も送信していません。',
    },
    causes: [{ en: 'A PIN has 4 to 8 digits.', ja: 'PIN は 4～8 桁の数字です。' }],
    tries: [
      { en: 'Give 4 to 8 digits and nothing else.', ja: '4～8 桁の数字だけを指定してください。' },
    ],
  },
  'card-no-question': {
    meaning: {
      en: 'The SIM does not ask for a PIN; nothing was sent.',
      ja: 'SIM は PIN を要求していません。何も送信していません。',
    },
    causes: [
      {
        en: 'It was entered already, or its query is off.',
        ja: '入力済みか、PIN 照会がオフです。',
      },
    ],
    tries: [
      {
        en: 'Go on to connect. A PIN is changed only while its query is on (SIM… in the menu of the slot, or modem-bench sim-card ask-pin PORT on).',
        ja: 'そのまま接続してください。PIN の変更には照会をオンにする必要があります（スロットのメニューの「SIM…」、または modem-bench sim-card ask-pin ポート on）。',
      },
    ],
  },
  'card-file': {
    meaning: {
      en: 'The card did not give or take the file.',
      ja: 'カードがファイルの読み書きを拒否しました。',
    },
    causes: [
      {
        en: 'It has no such file, or this file is not for a modem to write.',
        ja: 'ファイルが存在しないか、書き込みが許可されていません。',
      },
    ],
    tries: [
      {
        en: 'Read the card anew (modem-bench sim-card show PORT): it says of each file how it stands.',
        ja: 'カードを読み直し（modem-bench sim-card show ポート）、各ファイルの状態を確認してください。',
      },
    ],
  },
  'card-other': {
    meaning: {
      en: 'What should be written back does not fit this card; nothing was written.',
      ja: '書き戻す値がこのカードに合いません。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'It is from another card, or not the whole line of hex digits.',
        ja: '別のカードの値か、16 進数の一部が欠けています。',
      },
    ],
    tries: [
      {
        en: 'Give the line that clear-forbidden printed for this card.',
        ja: 'このカードで clear-forbidden が表示した行を指定してください。',
      },
    ],
  },
  'card-unsure': {
    meaning: {
      en: 'The card took the list, but holds another one when it is read back.',
      ja: 'カードは一覧を受け付けましたが、読み戻した内容が異なります。',
    },
    causes: [
      {
        en: 'The modem writes its own list over it as long as its radio is on.',
        ja: '無線がオンの間、モデムが自身の一覧で上書きしています。',
      },
    ],
    tries: [
      {
        en: 'Turn the radio off (AT+CFUN=4), write again, then restart the modem.',
        ja: '無線をオフ（AT+CFUN=4）にして書き直し、モデムを再起動してください。',
      },
    ],
  },
  'card-unsupported': {
    meaning: {
      en: 'This modem does not give its card on this port.',
      ja: 'このモデムのこのポートでは SIM を操作できません。',
    },
    causes: [
      {
        en: 'Its firmware lacks the command, or another of its AT ports has it.',
        ja: 'ファームウェアが非対応か、別の AT ポートでのみ利用可能です。',
      },
    ],
    tries: [
      {
        en: 'Open its other AT port, or try AT+CRSM=? in the terminal.',
        ja: '別の AT ポートを開くか、ターミナルで AT+CRSM=? を確認してください。',
      },
    ],
  },
  'card-refused': {
    meaning: { en: 'The modem refused.', ja: 'モデムが拒否しました。' },
    causes: [
      {
        en: 'What it said stands beside; a bare ERROR has no reason.',
        ja: '応答は横に示すとおりです。ERROR だけの場合、理由はわかりません。',
      },
    ],
    tries: [
      {
        en: 'Send AT+CMEE=1, then do it again: the modem gives its reason. Not with a PIN of which no try may be lost.',
        ja: 'AT+CMEE=1 を送信してからやり直すと、モデムが理由を返します（PIN の試行回数に余裕がない場合を除く）。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
