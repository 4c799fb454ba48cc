import type { FaultRow } from './row'

/** Why a PPP link does not come up. */
export const linkStartFaults = {
  'link-network-refused': {
    meaning: {
      en: 'The modem connected and hung up within two seconds.',
      ja: 'CONNECT の後、2 秒以内にモデムが切断しました。',
    },
    causes: [
      {
        en: 'The network refuses the APN, the user or the kind of IP address.',
        ja: 'ネットワーク側が APN、ユーザー、または IP 種別を拒否しています。',
      },
    ],
    tries: [
      {
        en: 'Read AT+CEER; then try another PDP type (IP, IPV4V6) and the other way to authenticate.',
        ja: 'AT+CEER を確認し、PDP タイプ（IP、IPV4V6）や認証方式を変えて試してください。',
      },
    ],
  },
  'link-no-lcp': {
    meaning: { en: 'The modem does not speak PPP.', ja: 'モデムから PPP の応答がありません。' },
    causes: [
      {
        en: 'This is not the data port, the modem is still in command mode, or DTR is low.',
        ja: 'データ用ポートではない、まだコマンドモードである、または DTR がオフです。',
      },
    ],
    tries: [
      {
        en: 'Send AT: if it answers, dial first (ATD*99#). If not, try the modem’s other ports.',
        ja: 'AT を送り、応答があれば先にダイヤル（ATD*99#）してください。なければ別のポートを試してください。',
      },
    ],
  },
  'link-looped': {
    meaning: {
      en: 'Our own PPP frames come back: the modem is not in data mode.',
      ja: '自分の PPP フレームが戻ってきます。モデムがデータモードではありません。',
    },
    causes: [
      {
        en: 'The modem reads PPP as AT commands and echoes it.',
        ja: 'モデムが PPP を AT コマンドとして受け取り、エコーしています。',
      },
      {
        en: 'TX and RX are bridged.',
        ja: 'TX と RX が短絡しています。',
      },
    ],
    tries: [
      {
        en: 'Go back to command mode and dial again; check that CONNECT came.',
        ja: 'コマンドモードに戻してダイヤルし直し、CONNECT が返ることを確認してください。',
      },
    ],
  },
  'link-noise': {
    meaning: {
      en: 'Octets come, but not one PPP frame is whole.',
      ja: 'データは届きますが、正しい PPP フレームが一つもありません。',
    },
    causes: [
      {
        en: 'The speed is wrong, or the port is for something else (diagnostics, GNSS, multiplexer).',
        ja: '通信速度の誤り、または別用途のポート（診断、GNSS、マルチプレクサー）です。',
      },
    ],
    tries: [
      {
        en: 'Check the speed and the wiring (ground, TX, RX), then the choice of the port.',
        ja: '通信速度、配線（GND、TX、RX）、ポートの選択を確認してください。',
      },
    ],
  },
  'link-still-in-data-mode': {
    meaning: {
      en: 'The modem is still in the data mode of an earlier call.',
      ja: 'モデムが以前の通信のデータモードのままです。',
    },
    causes: [
      {
        en: 'A program ended without hanging up: AT is not answered, and binary data arrives.',
        ja: '切断せずにプログラムが終了したため、AT に応答せずバイナリーが届きます。',
      },
    ],
    tries: [
      {
        en: 'Press "back to command mode": it tries Terminate, +++, ATH and DTR in turn.',
        ja: '「コマンドモードに戻す」を押してください（Terminate、+++、ATH、DTR を順に試します）。',
      },
      {
        en: 'If that fails too, close other programs on the port and power the modem off and on.',
        ja: 'それでも戻らない場合は、ポートを使う他のプログラムを終了し、モデムの電源を入れ直してください。',
      },
    ],
  },
  'link-lcp-loops': {
    meaning: {
      en: 'PPP negotiates and negotiates, and never agrees.',
      ja: 'PPP（LCP）の交渉が終わりません。',
    },
    causes: [
      {
        en: 'The modem insists on an option that makes no sense, or the line loses packets.',
        ja: 'モデムが不適切なオプションに固執しているか、パケットが失われています。',
      },
    ],
    tries: [
      {
        en: 'Look at the packets in the log; power the modem off and on, then dial again.',
        ja: 'ログのパケットを確認し、モデムの電源を入れ直してからダイヤルしてください。',
      },
    ],
  },
  'link-auth-unsupported': {
    meaning: {
      en: 'The two sides find no common way to authenticate.',
      ja: '共通の認証方式がありません。',
    },
    causes: [
      {
        en: 'The setting allows only PAP or only CHAP, and the other side wants something else.',
        ja: '設定が PAP または CHAP のみで、相手が別の方式を要求しています。',
      },
    ],
    tries: [
      {
        en: 'Set authentication to automatic, here and in AT+CGAUTH.',
        ja: '認証方式を「自動」にし、AT+CGAUTH の設定も確認してください。',
      },
    ],
  },
  'link-auth-refused': {
    meaning: {
      en: 'User or password is refused.',
      ja: 'ユーザー名またはパスワードが拒否されました。',
    },
    causes: [
      {
        en: 'They are wrong for this APN, or were typed with a space or in the wrong case.',
        ja: 'この APN の認証情報と異なるか、空白や大文字・小文字の誤りがあります。',
      },
    ],
    tries: [
      {
        en: 'Compare APN, user and password with what the operator gives; then try the other method.',
        ja: 'APN、ユーザー名、パスワードを事業者の情報と照合し、別の認証方式も試してください。',
      },
    ],
  },
  'link-auth-no-answer': {
    meaning: { en: 'Authentication is not answered.', ja: '認証の応答がありません。' },
    causes: [
      {
        en: 'The modem asks the network first, and the network is slow or silent.',
        ja: 'モデムがネットワーク側に問い合わせており、応答が遅いか返っていません。',
      },
    ],
    tries: [
      {
        en: 'Look at signal and registration, then dial again; try the other method.',
        ja: '電波と登録状態を確認してダイヤルし直し、別の認証方式も試してください。',
      },
    ],
  },
  'link-auth-ended': {
    meaning: {
      en: 'The other side ended the link during authentication.',
      ja: '認証中に相手側がリンクを終了しました。',
    },
    causes: [
      {
        en: 'As a rule the network does not take this user, password or APN, and does not say so.',
        ja: '多くの場合、ユーザー名・パスワード・APN が受け入れられていません（理由は通知されません）。',
      },
    ],
    tries: [
      {
        en: 'Check APN, user and password; read AT+CEER.',
        ja: 'APN、ユーザー名、パスワードと AT+CEER を確認してください。',
      },
    ],
  },
  'link-no-ipcp': {
    meaning: {
      en: 'The modem does not answer the request for an IP address.',
      ja: 'IP アドレスの要求（IPCP）に応答がありません。',
    },
    causes: [
      {
        en: 'The bearer towards the network does not come up: weak signal, APN, or no credit.',
        ja: 'ネットワーク側とのベアラーが確立していません（電波、APN、契約状態）。',
      },
    ],
    tries: [
      {
        en: 'Look at AT+CGACT? and AT+CEER, and at signal and registration; then dial again.',
        ja: 'AT+CGACT?、AT+CEER、電波と登録状態を確認し、ダイヤルし直してください。',
      },
    ],
  },
  'link-no-address': {
    meaning: { en: 'The modem gives no IP address.', ja: 'IP アドレスが割り当てられません。' },
    causes: [
      {
        en: 'The context is not active, or it is IPv6 only.',
        ja: 'コンテキストが有効でないか、IPv6 専用です。',
      },
    ],
    tries: [
      {
        en: 'Set the PDP type to IP or IPV4V6 in AT+CGDCONT, and look at AT+CGPADDR.',
        ja: 'AT+CGDCONT の PDP タイプを IP か IPV4V6 にし、AT+CGPADDR を確認してください。',
      },
    ],
  },
  'link-no-ipv6': {
    meaning: {
      en: 'The modem carries no IPv6 over PPP.',
      ja: 'モデムが PPP で IPv6 を通しません（IPV6CP 不成立）。',
    },
    causes: [
      {
        en: 'The network granted the context for IPv4 alone (cause 50).',
        ja: 'ネットワークがコンテキストを IPv4 のみで許可しました（cause 50）。',
      },
      {
        en: 'The PPP of this modem knows no IPV6CP, though the context may be IPv6.',
        ja: 'コンテキストが IPv6 でも、モデムの PPP が IPV6CP に対応していません。',
      },
    ],
    tries: [
      {
        en: 'Read AT+CEER and AT+CGPADDR: with cause 50, or without an IPv6 address, take the PDP type IP or IPV4V6.',
        ja: 'AT+CEER と AT+CGPADDR を確認し、cause 50、または IPv6 アドレスがなければ、PDP タイプを IP か IPV4V6 にしてください。',
      },
      {
        en: 'Ask the maker for a firmware whose PPP has IPV6CP; the modem’s network interface (QMI, MBIM, ECM) may carry IPv6 today.',
        ja: 'IPV6CP 対応ファームウェアをメーカーに確認してください。QMI・MBIM・ECM のネットワークインターフェースなら IPv6 を使える場合があります。',
      },
    ],
  },
  'link-ipcp-loops': {
    meaning: {
      en: 'The modem proposes other addresses again and again.',
      ja: 'アドレスの交渉（IPCP）が終わりません。',
    },
    causes: [
      {
        en: 'Its address or name servers never settle.',
        ja: 'アドレスまたは DNS の提案値が定まりません。',
      },
    ],
    tries: [
      {
        en: 'Hang up, turn the radio off and on (AT+CFUN=0, 1), then dial again.',
        ja: '切断して AT+CFUN=0、1 で無線を入れ直し、ダイヤルし直してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
