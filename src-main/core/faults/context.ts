import type { FaultRow } from './row'

/** Reading and writing PDP contexts. */
export const contextFaults = {
  'context-unknown': {
    meaning: {
      en: 'The modem has no context of this number; nothing was written.',
      ja: 'この番号のコンテキストはありません。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'It was deleted meanwhile, or the number is out of the modem’s range.',
        ja: '削除済みか、モデムの番号範囲外です。',
      },
    ],
    tries: [
      {
        en: 'Read the contexts again and take one of their numbers; AT+CGDCONT=? tells which the modem takes.',
        ja: 'コンテキストを読み直し、一覧の番号を指定してください。使用できる番号は AT+CGDCONT=? で確認できます。',
      },
    ],
  },
  'context-changed': {
    meaning: {
      en: 'The context is no longer as it was shown; nothing was written.',
      ja: '表示後にコンテキストが変更されています。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'Another program, or a connection made here, has written it meanwhile.',
        ja: '別のプログラム、またはこのコンソールでの接続が書き換えました。',
      },
    ],
    tries: [
      {
        en: 'Compare again, look at the difference, then write.',
        ja: 'もう一度比較し、差分を確認してから書き込んでください。',
      },
    ],
  },
  'context-in-use': {
    meaning: {
      en: 'A call runs on this modem and the change would end it; nothing was written.',
      ja: '通信中のため、変更すると回線が切れます。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'The context is the call’s own, or the one the modem attaches with: the radio goes off for that.',
        ja: '通信に使用中のコンテキストか、アタッチに使用中のコンテキスト（変更時に無線をオフ）です。',
      },
    ],
    tries: [
      {
        en: 'Disconnect first (Disconnect in the slot, or modem-bench back PORT), then write again.',
        ja: '先に切断し（スロットの「切断」、または modem-bench back ポート）、書き直してください。',
      },
    ],
  },
  'context-no-auth': {
    meaning: {
      en: 'This modem has no command for authentication that is known here; nothing was written.',
      ja: 'このモデムには、対応する認証設定コマンドがありません。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'Its firmware lacks AT+CGAUTH; some makers have a command of their own.',
        ja: 'ファームウェアが AT+CGAUTH に非対応です。メーカー独自のコマンドの場合もあります。',
      },
    ],
    tries: [
      {
        en: 'Leave the authentication as it is here. Over PPP name and password go with the call: give them on the page Connect.',
        ja: 'ここでは認証を変更せず、PPP で接続する場合は「接続」ページでユーザー名とパスワードを指定してください。',
      },
    ],
  },
  'context-unsupported': {
    meaning: {
      en: 'This modem does not tell its contexts on this port.',
      ja: 'このモデムのこのポートではコンテキストを読み出せません。',
    },
    causes: [
      {
        en: 'It has no packet data, its firmware lacks AT+CGDCONT, or another of its ports has it.',
        ja: 'パケット通信または AT+CGDCONT に非対応か、別のポートでのみ利用可能です。',
      },
    ],
    tries: [
      {
        en: 'Open its other AT port, or try AT+CGDCONT=? in the terminal.',
        ja: '別の AT ポートを開くか、ターミナルで AT+CGDCONT=? を確認してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
