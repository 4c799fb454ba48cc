import type { FaultRow } from './row'

/** USSD: service codes of the network (27.007, 7.15). */
export const ussdFaults = {
  'ussd-text': {
    meaning: {
      en: 'This cannot be sent as USSD; nothing was sent.',
      ja: 'USSD として送信できません。何も送信していません。',
    },
    causes: [
      {
        en: 'It is empty, longer than 182 characters, has a quote or a line break, or a letter that the modem’s character set lacks.',
        ja: '空、182 文字超、引用符や改行を含む、またはモデムの文字セットにない文字を含んでいます。',
      },
    ],
    tries: [
      {
        en: 'Give a code such as *100#, or the answer to a menu; for other letters set AT+CSCS="UCS2" first.',
        ja: '*100# のようなコードか、メニューの選択肢を指定してください。ほかの文字には先に AT+CSCS="UCS2" を設定してください。',
      },
    ],
  },
  'ussd-no-answer': {
    meaning: {
      en: 'The network did not answer the USSD in time; the dialogue was cancelled.',
      ja: 'USSD の応答が時間内にありませんでした。対話を中止しました。',
    },
    causes: [
      {
        en: 'The network has no such service, or cannot be reached; data-only SIMs and LTE-only modules often have no USSD.',
        ja: 'ネットワークにサービスがないか、到達できません。データ専用 SIM や LTE 専用モジュールは USSD に対応しないことがあります。',
      },
    ],
    tries: [
      {
        en: 'Ask the operator for its codes, look at the registration (AT+CREG?), then send again.',
        ja: '通信事業者のコードと登録状態（AT+CREG?）を確認し、再送してください。',
      },
    ],
  },
  'ussd-no-network': {
    meaning: {
      en: 'USSD needs a network, and the modem is registered in none.',
      ja: 'USSD にはネットワークへの登録が必要ですが、登録されていません。',
    },
    causes: [
      {
        en: 'It searches, was refused, or is in LTE without the circuit-switched side.',
        ja: '検索中、登録拒否、または LTE のみで回線交換側が使えません。',
      },
    ],
    tries: [
      {
        en: 'Wait for the registration (the page Connect says where it stops), then send again.',
        ja: '登録完了を待ち（「接続」ページで確認できます）、再送してください。',
      },
    ],
  },
  'ussd-unsupported': {
    meaning: {
      en: 'This modem does not take USSD on this port.',
      ja: 'このモデムのこのポートでは USSD を利用できません。',
    },
    causes: [
      {
        en: 'Its firmware has no AT+CUSD (LTE-M and NB-IoT modules such as SARA-R4 and nRF91), or another of its AT ports has it.',
        ja: 'AT+CUSD に非対応（SARA-R4 や nRF91 などの LTE-M・NB-IoT モジュール）か、別の AT ポートでのみ利用可能です。',
      },
    ],
    tries: [
      {
        en: 'Open its other AT port, or try AT+CUSD=? in the terminal.',
        ja: '別の AT ポートを開くか、ターミナルで AT+CUSD=? を確認してください。',
      },
    ],
  },
  'ussd-refused': {
    meaning: { en: 'The modem refused the USSD.', ja: 'モデムが USSD を拒否しました。' },
    causes: [
      {
        en: 'What it said stands beside; a dialogue of before may still be open.',
        ja: '応答は横に示すとおりです。以前の対話が残っている場合もあります。',
      },
    ],
    tries: [
      {
        en: 'End what is open (AT+CUSD=2), send AT+CMEE=1 so that the modem gives its reason, and send again.',
        ja: '残っている対話を終了し（AT+CUSD=2）、AT+CMEE=1 で理由が返るようにしてから再送してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
