import type { FaultRow } from './row'

export const registrationFaults = {
  'radio-refused': {
    meaning: { en: 'The radio could not be turned on.', ja: '無線部をオンにできません。' },
    causes: [
      {
        en: 'AT+CFUN=1 was refused: no SIM, a hardware switch (W_DISABLE#), or a modem that still boots.',
        ja: 'AT+CFUN=1 が拒否されました。SIM なし、W_DISABLE#、または起動中の可能性があります。',
      },
    ],
    tries: [
      {
        en: 'Wait 15 s and try again; look at the flight-mode line of the board.',
        ja: '15 秒待って再試行し、基板のフライトモード端子を確認してください。',
      },
    ],
  },
  'registration-denied': {
    meaning: {
      en: 'The network refused the SIM.',
      ja: 'ネットワークが SIM の登録を拒否しました。',
    },
    causes: [
      {
        en: 'The SIM is not activated, suspended, or not allowed on this network or in this country.',
        ja: 'SIM が未開通・休止中、またはこのネットワーク・国では利用できません。',
      },
      {
        en: 'The APN of the attach is not subscribed, or its user and password are wrong.',
        ja: 'アタッチに使う APN が未契約、またはユーザー名・パスワードが誤っています。',
      },
    ],
    tries: [
      {
        en: 'Look at the SIM’s state in the operator’s console: it must be active.',
        ja: '事業者のコンソールで SIM の状態（使用中）を確認してください。',
      },
      {
        en: 'Compare the stored APN with the SIM’s, then connect again.',
        ja: '保存されている APN と SIM の APN を比較し、再接続してください。',
      },
      {
        en: 'Do not repeat quickly: networks slow down devices that hammer.',
        ja: '短い間隔で繰り返さないでください。ネットワーク側で制限されることがあります。',
      },
    ],
  },
  'registration-searching': {
    meaning: {
      en: 'The modem searches, but finds no network it may use.',
      ja: 'ネットワークを検索中のまま、登録できません。',
    },
    causes: [
      {
        en: 'No antenna, a bad one, or no coverage here.',
        ja: 'アンテナ未接続・不良、または圏外です。',
      },
      {
        en: 'The first registration of a roaming SIM takes minutes.',
        ja: 'ローミング SIM の初回登録には数分かかることがあります。',
      },
      {
        en: 'Bands or network mode are limited by a setting.',
        ja: 'バンドまたはネットワークモードが設定で制限されています。',
      },
    ],
    tries: [
      {
        en: 'Connect the antenna to the main socket and move to a window.',
        ja: 'メインのアンテナ端子に接続し、窓際で試してください。',
      },
      {
        en: 'Ask AT+COPS=? (up to 3 minutes): which networks are heard?',
        ja: 'AT+COPS=?（最大 3 分）で受信できるネットワークを確認してください。',
      },
      { en: 'Give it another three minutes.', ja: 'さらに 3 分ほど待ってください。' },
    ],
  },
  'registration-idle': {
    meaning: {
      en: 'The modem is not registered and does not search.',
      ja: '未登録で、ネットワーク検索もしていません。',
    },
    causes: [
      {
        en: 'Automatic selection is off (AT+COPS=2), or the radio is off.',
        ja: '自動選択が無効（AT+COPS=2）、または無線部がオフです。',
      },
      {
        en: 'The network rejected it for good until the next power-on.',
        ja: 'ネットワークから恒久的に拒否され、再起動まで検索しない状態です。',
      },
    ],
    tries: [
      {
        en: 'Send AT+COPS=0, or power the modem off and on.',
        ja: 'AT+COPS=0 を送るか、モデムの電源を入れ直してください。',
      },
    ],
  },
  'radio-off': {
    meaning: {
      en: 'The radio is off.',
      ja: '無線部がオフです。',
    },
    causes: [
      {
        en: 'AT+CFUN=0 or AT+CFUN=4 was sent before, or the modem starts that way; AT+CFUN=0 turns the SIM off, too.',
        ja: '先に AT+CFUN=0 または AT+CFUN=4 が送られたか、オフの状態で起動する設定です。AT+CFUN=0 は SIM もオフにします。',
      },
    ],
    tries: [
      {
        en: 'Send AT+CFUN=1, wait for the registration, then try again.',
        ja: 'AT+CFUN=1 を送り、登録されるのを待ってから再試行してください。',
      },
    ],
  },
  'registration-no-coverage': {
    meaning: { en: 'Out of coverage.', ja: '圏外です。' },
    causes: [
      {
        en: 'No signal of a supported band reaches the antenna.',
        ja: '対応バンドの電波が届いていません。',
      },
      {
        en: 'The modem’s radio generation is no longer on air here (3G).',
        ja: 'モデムが対応する方式（3G など）の停波です。',
      },
    ],
    tries: [
      {
        en: 'Check the antenna, move, and look at AT+CPSI? or AT+CESQ again.',
        ja: 'アンテナを確認して場所を変え、AT+CPSI? や AT+CESQ を再確認してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
