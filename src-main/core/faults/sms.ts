import type { FaultRow } from './row'

export const smsFaults = {
  'sms-unsupported': {
    meaning: {
      en: 'This modem does not take messages (SMS) on this port.',
      ja: 'このモデムのこのポートでは SMS を利用できません。',
    },
    causes: [
      {
        en: 'It has no SMS, its firmware has it turned off, or another of its AT ports has it.',
        ja: 'SMS 非対応、ファームウェアで無効化、または別の AT ポートでのみ利用可能です。',
      },
    ],
    tries: [
      {
        en: 'Open its other AT port, or look at AT+CSMS? and AT+CMGF=? in the terminal.',
        ja: '別の AT ポートを開くか、ターミナルで AT+CSMS? と AT+CMGF=? を確認してください。',
      },
    ],
  },
  'sms-no-sim': {
    meaning: {
      en: 'Messages need a SIM, and the modem sees none.',
      ja: 'SMS には SIM が必要ですが、モデムが SIM を認識していません。',
    },
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
  'sms-locked': {
    meaning: {
      en: 'The SIM is locked: messages cannot be read or sent before its PIN.',
      ja: 'SIM がロックされています。PIN を入力するまで SMS の読み書きはできません。',
    },
    causes: [
      {
        en: 'It asks for its PIN or, after three wrong ones, for its PUK.',
        ja: 'PIN、または 3 回誤入力後の PUK の入力待ちです。',
      },
    ],
    tries: [
      {
        en: 'Enter the PIN on the page Connect (AT+CPIN), then read again.',
        ja: '「接続」画面で PIN を入力（AT+CPIN）してから、読み込み直してください。',
      },
    ],
  },
  'sms-busy': {
    meaning: { en: 'The SIM is still busy.', ja: 'SIM が処理中です。' },
    causes: [
      {
        en: 'The modem has just started and still reads its card.',
        ja: 'モデムの起動直後で、SIM を読み込んでいます。',
      },
    ],
    tries: [{ en: 'Try again in 10 s.', ja: '10 秒ほど待って、やり直してください。' }],
  },
  'sms-no-network': {
    meaning: {
      en: 'The modem is not registered: a message cannot be sent.',
      ja: 'ネットワークに登録されていないため、SMS を送信できません。',
    },
    causes: [
      {
        en: 'No coverage, the radio is off, or the network refuses this SIM.',
        ja: '圏外、無線オフ、またはネットワークがこの SIM を拒否しています。',
      },
    ],
    tries: [
      {
        en: 'Connect on the page Connect: it says where registration stops. Then send again.',
        ja: '「接続」画面で接続して登録が止まる箇所を確認し、その後に再送してください。',
      },
    ],
  },
  'sms-full': {
    meaning: {
      en: 'The storage for messages is full.',
      ja: 'SMS の保存領域がいっぱいです。',
    },
    causes: [
      {
        en: 'Every place is taken; the network holds back new messages until one is free.',
        ja: '空きがありません。空くまで新着 SMS はネットワーク側に保留されます。',
      },
    ],
    tries: [
      {
        en: 'Delete messages you do not need, or choose another storage (AT+CPMS).',
        ja: '不要な SMS を削除するか、別の保存先（AT+CPMS）を選択してください。',
      },
    ],
  },
  'sms-no-centre': {
    meaning: {
      en: 'The modem has no number of a service centre, which every message goes through.',
      ja: 'SMS の送信に必要なサービスセンター番号が設定されていません。',
    },
    causes: [{ en: 'The SIM came without it.', ja: 'SIM に番号が書き込まれていません。' }],
    tries: [
      {
        en: 'Set the number your operator gives: modem-bench sms centre PORT NUMBER, or AT+CSCA="+…".',
        ja: '通信事業者の番号を設定してください（modem-bench sms centre ポート 番号、または AT+CSCA="+…"）。',
      },
    ],
  },
  'sms-refused': {
    meaning: { en: 'The message was refused.', ja: 'SMS が拒否されました。' },
    causes: [
      {
        en: 'The network or its service centre does not take it: the contract has no SMS, the number is wrong, or its centre is.',
        ja: 'ネットワークまたはサービスセンターが受け付けませんでした（SMS 契約なし、宛先またはセンター番号の誤りなど）。',
      },
    ],
    tries: [
      {
        en: 'Check the number with its + and country code, and that the contract of this SIM has SMS. AT+CMEE=1 makes the modem give its reason.',
        ja: '宛先（+ と国番号付き）と、SIM の SMS 契約を確認してください。AT+CMEE=1 でモデムが理由を返します。',
      },
    ],
  },
  'sms-partly': {
    meaning: {
      en: 'Only some parts of the message were sent.',
      ja: 'SMS は一部のパートだけが送信されました。',
    },
    causes: [
      {
        en: 'A later part was refused, or its sending was cancelled; what was sent cannot be taken back.',
        ja: '途中のパートが拒否されたか、中止されました。送信済みのパートは取り消せません。',
      },
    ],
    tries: [
      {
        en: 'Send the whole message again when the cause is gone.',
        ja: '原因を取り除いてから、全体を送り直してください。',
      },
    ],
  },
  'sms-number': {
    meaning: {
      en: 'This is no number a message can be sent to.',
      ja: 'SMS の宛先として使えない番号です。',
    },
    causes: [
      {
        en: 'A number has 1 to 20 digits, * or #, and maybe a + in front.',
        ja: '番号は 1〜20 桁の数字（* と # も可）で、先頭に + を付けられます。',
      },
    ],
    tries: [{ en: 'Write it as +819012345678.', ja: '+819012345678 の形式で入力してください。' }],
  },
  'sms-text': {
    meaning: {
      en: 'This text cannot be sent as a message.',
      ja: 'この本文は SMS で送信できません。',
    },
    causes: [
      {
        en: 'It is empty, holds half a character, or needs more than 255 parts.',
        ja: '空、文字の途中で切れている、または 255 パートを超えています。',
      },
    ],
    tries: [
      { en: 'Send less, or in several messages.', ja: '短くするか、分けて送信してください。' },
    ],
  },
  'sms-pdu': {
    meaning: { en: 'This PDU cannot be sent.', ja: 'この PDU は送信できません。' },
    causes: [
      {
        en: 'It is no SMS-SUBMIT with its service centre in front (27.005, 3.1), or is cut off.',
        ja: 'サービスセンターから始まる SMS-SUBMIT（27.005 3.1）ではないか、途中で切れています。',
      },
    ],
    tries: [
      {
        en: 'Give it as hex with the service centre; 00 stands for the one of the SIM.',
        ja: 'サービスセンターを含む 16 進数で指定してください（SIM の番号を使う場合は 00）。',
      },
    ],
  },
  'sms-moved': {
    meaning: {
      en: 'Another message lies there now; nothing was deleted from that place.',
      ja: 'その場所には別の SMS があります。削除していません。',
    },
    causes: [
      {
        en: 'It was deleted or replaced since the list was read.',
        ja: '一覧の読み込み後に、削除または置き換えられました。',
      },
    ],
    tries: [
      {
        en: 'Read the list again and choose from that.',
        ja: '一覧を読み込み直してから選択してください。',
      },
    ],
  },
  'sms-unknown': {
    meaning: { en: 'There is no such message.', ja: 'その SMS はありません。' },
    causes: [
      { en: 'The name is wrong, or the message is gone.', ja: '名前の誤り、または削除済みです。' },
    ],
    tries: [
      {
        en: 'Take the name from the list: SM:3.',
        ja: '一覧にある名前（例：SM:3）を指定してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
