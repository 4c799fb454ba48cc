import type { FaultRow } from './row'

/** The TCP/IP stack inside a modem. */
export const socketFaults = {
  'sockets-unknown': {
    meaning: {
      en: 'How this modem’s own TCP/IP stack is used is not known here.',
      ja: 'このモデムの内蔵 TCP/IP スタックの操作方法は登録されていません。',
    },
    causes: [
      {
        en: 'Its answers to ATI and AT+CGMM belong to no family that has a table, or it did not answer them.',
        ja: 'ATI と AT+CGMM の応答がどの系列にも当てはまらないか、応答がありませんでした。',
      },
    ],
    tries: [
      {
        en: 'Try the target over the console’s own IP: connect, and choose it there. The modem’s commands are in its TCP/IP manual.',
        ja: '接続して、本プログラムの IP で試してください。モデムのコマンドは TCP/IP のマニュアルを確認してください。',
      },
    ],
  },
  'sockets-no-such': {
    meaning: {
      en: 'No command is known here by which this family does that.',
      ja: 'この系列でこの操作を行うコマンドは登録されていません。',
    },
    causes: [
      {
        en: 'The family’s table has what its manual was read for, and nothing that was guessed.',
        ja: '登録済みなのは、マニュアルで確認できたコマンドだけです。',
      },
    ],
    tries: [
      {
        en: 'Try tcp to the same server, or the same over the console’s own IP.',
        ja: '同じサーバーへの tcp か、本プログラムの IP で試してください。',
      },
    ],
  },
  'sockets-no-tls': {
    meaning: {
      en: 'How this family’s HTTP or MQTT goes over TLS is not known here; nothing was sent.',
      ja: 'この系列の HTTP／MQTT を TLS で使用する方法は登録されていません。何も送信していません。',
    },
    causes: [
      {
        en: 'Its TLS takes certificates and the server’s name as settings of its own, before the connection.',
        ja: 'この系列の TLS では、接続前に証明書とサーバー名を専用のコマンドで設定する必要があります。',
      },
    ],
    tries: [
      {
        en: 'Try http or mqtt without TLS, or the same over the console’s own IP; by hand, the settings are in its manual for TLS.',
        ja: 'TLS なしの http／mqtt か、本プログラムの IP で試してください。手動で行う場合は、TLS のマニュアルにある設定を使用してください。',
      },
    ],
  },
  'sockets-text': {
    meaning: {
      en: 'This modem’s command cannot carry the text as it is; nothing was sent.',
      ja: 'このモデムのコマンドではこのテキストを送信できません。何も送信していません。',
    },
    causes: [
      {
        en: 'The text stands between quotes in the command: no quotes, line ends or letters beyond ASCII, and no more than the command takes.',
        ja: 'テキストはコマンド内の引用符の間に入ります。引用符、改行、ASCII 以外の文字、長すぎるテキストは使用できません。',
      },
    ],
    tries: [
      {
        en: 'Take a shorter text of plain ASCII, or try the same over the console’s own IP.',
        ja: 'ASCII のみの短いテキストを使用するか、本プログラムの IP で試してください。',
      },
    ],
  },
  'sockets-context': {
    meaning: {
      en: 'The context of the modem’s own stack could not be opened or closed.',
      ja: '内蔵スタックのコンテキストを開始・終了できませんでした。',
    },
    causes: [
      {
        en: 'The modem is not registered, its APN is not set, or the context is in use by PPP.',
        ja: '未登録、APN の未設定、PPP でコンテキストを使用中などが考えられます。',
      },
    ],
    tries: [
      {
        en: 'Look at registration and at the APN on the page Contexts; hang up a data call first.',
        ja: '登録状態と「コンテキスト」の APN を確認し、データ通信中なら先に切断してください。',
      },
    ],
  },
  'sockets-tls': {
    meaning: {
      en: 'The modem refused a TLS setting.',
      ja: 'モデムが TLS の設定を拒否しました。',
    },
    causes: [
      {
        en: 'The certificate is not in the modem, or its firmware does not know the setting.',
        ja: '証明書がモデムにないか、ファームウェアがこの設定に対応していません。',
      },
    ],
    tries: [
      {
        en: 'Look at the certificates under Files; load the one that is named.',
        ja: '「ファイル」で証明書を確認し、指定した証明書を書き込んでください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
