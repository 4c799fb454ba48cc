import type { FaultRow } from './row'

/** Why a PPP link that was up is not any more, and what goes wrong while it is. */
export const linkEndFaults = {
  'link-down': {
    meaning: { en: 'The PPP link is down.', ja: 'PPP リンクが切断されています。' },
    causes: [
      {
        en: 'The modem or the network ended the call.',
        ja: 'モデムまたはネットワーク側が切断しました。',
      },
    ],
    tries: [
      {
        en: 'Look at the last lines of the log, then connect again.',
        ja: 'ログの末尾を確認し、再接続してください。',
      },
    ],
  },
  'link-closed': {
    meaning: { en: 'The PPP link was ended here.', ja: 'こちらから PPP リンクを終了しました。' },
    causes: [{ en: 'You or a later step ended it.', ja: '操作または後続の処理による終了です。' }],
    tries: [{ en: 'Connect again when you want it.', ja: '必要なときに再接続してください。' }],
  },
  'link-terminated-by-peer': {
    meaning: {
      en: 'The other side ended the PPP link.',
      ja: '相手側が PPP リンクを終了しました。',
    },
    causes: [
      {
        en: 'The network released the bearer, or the modem gave up (some do under heavy UDP load).',
        ja: 'ネットワーク側がベアラーを解放したか、モデムが終了しました（UDP 高負荷時に起きる型番があります）。',
      },
    ],
    tries: [
      {
        en: 'Dial again; if it happens often, read AT+CEER right after it.',
        ja: 'ダイヤルし直してください。頻発する場合は直後に AT+CEER を確認してください。',
      },
    ],
  },
  'link-modem-hung-up': {
    meaning: { en: 'The modem ended the call.', ja: 'モデムが回線を切断しました。' },
    causes: [
      {
        en: 'The network dropped the context, the signal was lost, or DTR went low.',
        ja: 'ネットワーク側の切断、圏外、または DTR のオフが考えられます。',
      },
    ],
    tries: [
      {
        en: 'Look at AT+CEER, signal and registration, then dial again.',
        ja: 'AT+CEER、電波、登録状態を確認し、ダイヤルし直してください。',
      },
    ],
  },
  'link-echo-timeout': {
    meaning: {
      en: 'The other side does not answer our echoes any more.',
      ja: '相手側が LCP エコーに応答しなくなりました。',
    },
    causes: [
      {
        en: 'The signal is lost, the modem hangs, or power saving has put it to sleep.',
        ja: '圏外、モデムの停止、または省電力状態が考えられます。',
      },
    ],
    tries: [
      {
        en: 'Look at registration on the other port or channel; then dial again.',
        ja: '別のポートまたはチャネルで登録状態を確認し、ダイヤルし直してください。',
      },
    ],
  },
  'link-idle-dropped': {
    meaning: {
      en: 'The link died after a long time without traffic.',
      ja: '長時間通信がないままリンクが切れました。',
    },
    causes: [
      {
        en: 'The operator or a timer of the context ends idle connections, often after an hour.',
        ja: '事業者またはコンテキストのタイマーが無通信接続を切断しています（約 1 時間が多い）。',
      },
    ],
    tries: [
      {
        en: 'Turn the keep-alive on; watch +CGEV and dial again when it happens.',
        ja: 'キープアライブを有効にし、+CGEV を監視して再接続してください。',
      },
    ],
  },
  'link-fcs-errors': {
    meaning: {
      en: 'Many PPP frames arrive damaged.',
      ja: '破損した PPP フレームが多数あります。',
    },
    causes: [
      {
        en: 'The receiver is overrun: RTS/CTS is missing, or the speed is too high for the wiring.',
        ja: '受信の取りこぼしです。RTS/CTS がないか、配線に対して速度が高すぎます。',
      },
    ],
    tries: [
      {
        en: 'Turn on RTS/CTS (AT+IFC=2,2), or lower the speed; shorten the wires.',
        ja: 'RTS/CTS（AT+IFC=2,2）を有効にするか速度を下げ、配線を短くしてください。',
      },
    ],
  },
  'link-mtu-small': {
    meaning: {
      en: 'The other side takes only very short packets.',
      ja: '相手側が受け付けるパケットが極端に短くなっています。',
    },
    causes: [
      {
        en: 'It asked for an MRU below 576 octets.',
        ja: '576 オクテット未満の MRU を要求しています。',
      },
    ],
    tries: [
      {
        en: 'It works, but slowly, and some servers fail; look for the setting in the modem.',
        ja: '通信はできますが低速で、失敗するサーバーもあります。モデムの設定を確認してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
