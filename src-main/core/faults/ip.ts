import type { FaultRow } from './row'

/** What the IP toolbox over a link can meet. */
export const ipFaults = {
  'ip-no-answer': {
    meaning: { en: 'The host does not answer.', ja: 'ホストから応答がありません。' },
    causes: [
      {
        en: 'The link carries nothing, the host is off, or a filter drops the packets.',
        ja: '回線が通じていない、ホストの停止、またはフィルターによる破棄が考えられます。',
      },
    ],
    tries: [
      {
        en: 'Ping 8.8.8.8, and pong.soracom.io on a SORACOM SIM; look at signal and registration.',
        ja: '8.8.8.8（SORACOM SIM なら pong.soracom.io）への ping と、電波・登録状態を確認してください。',
      },
    ],
  },
  'ip-unreachable': {
    meaning: {
      en: 'A router says that the host cannot be reached.',
      ja: 'ルーターから到達不能の通知がありました。',
    },
    causes: [
      {
        en: 'There is no route to it, a filter forbids it, or nothing listens there.',
        ja: '経路がない、フィルターで禁止、または待ち受けがありません。',
      },
    ],
    tries: [
      {
        en: 'Check the address and the port; private SIMs reach only what their operator allows.',
        ja: 'アドレスとポートを確認してください。閉域 SIM では許可された宛先以外に到達できません。',
      },
    ],
  },
  'ip-no-family': {
    meaning: {
      en: 'The link does not carry this kind of IP.',
      ja: 'この接続では指定した種類の IP を使えません。',
    },
    causes: [
      {
        en: 'The PDP type asked for the other family, or the network granted only that one (cause 50 or 51).',
        ja: 'PDP タイプがもう一方の種類である、またはネットワークが片方だけを許可しています（cause 50・51）。',
      },
      {
        en: 'IPv6 is up, but no router has advertised a prefix yet.',
        ja: 'IPv6 は確立しましたが、ルーターからプレフィックスがまだ届いていません。',
      },
    ],
    tries: [
      {
        en: 'Connect with the PDP type IPV4V6 to have both; let the name’s other address be used (without --ipv4 or --ipv6).',
        ja: '両方使うには PDP タイプ IPV4V6 で接続してください。--ipv4・--ipv6 の指定を外せば、もう一方のアドレスを使います。',
      },
    ],
  },
  'ip-no-router': {
    meaning: {
      en: 'No router tells an IPv6 address.',
      ja: 'ルーターから IPv6 アドレスの情報が届きません。',
    },
    causes: [
      {
        en: 'IPV6CP was agreed, but no router advertisement came, or one without a prefix for addresses.',
        ja: 'IPV6CP は合意しましたが、ルーター広告（RA）が届かない、またはアドレス用のプレフィックスがありません。',
      },
    ],
    tries: [
      {
        en: 'Look at AT+CGPADDR: without an IPv6 address the network granted IPv4 alone; take the PDP type IP.',
        ja: 'AT+CGPADDR を確認し、IPv6 アドレスがなければ IPv4 のみの許可です。PDP タイプを IP にしてください。',
      },
      {
        en: 'Hang up and dial again; some modems pass on the advertisement only once, right after the context came up.',
        ja: '切断してダイヤルし直してください。コンテキスト確立直後に一度しか RA を渡さないモデムもあります。',
      },
    ],
  },
  'ip-too-long': {
    meaning: {
      en: 'That is more than an IP packet can hold.',
      ja: 'IP パケットに収まらないサイズです。',
    },
    causes: [
      {
        en: 'With its headers the size is above 65535 octets.',
        ja: 'ヘッダーを含むサイズが 65535 オクテットを超えています。',
      },
    ],
    tries: [{ en: 'Use a smaller size.', ja: 'サイズを小さくしてください。' }],
  },
  'ip-closed': {
    meaning: { en: 'The link is not up any more.', ja: 'リンクが切断されています。' },
    causes: [
      {
        en: 'PPP ended while this was under way.',
        ja: '実行中に PPP が終了しました。',
      },
    ],
    tries: [{ en: 'Connect, then try again.', ja: '接続し直してから再実行してください。' }],
  },
  'dns-no-server': {
    meaning: {
      en: 'There is no name server to ask.',
      ja: '問い合わせ先の DNS サーバーがありません。',
    },
    causes: [
      {
        en: 'The modem gave none with the address.',
        ja: 'アドレス割り当て時に DNS が通知されませんでした。',
      },
    ],
    tries: [
      {
        en: 'Name a server yourself (8.8.8.8), or use an address instead of a name.',
        ja: 'DNS サーバー（8.8.8.8 など）を指定するか、名前の代わりにアドレスを使ってください。',
      },
    ],
  },
  'dns-no-answer': {
    meaning: { en: 'The name servers do not answer.', ja: 'DNS サーバーから応答がありません。' },
    causes: [
      {
        en: 'The link carries nothing, or the network forbids other name servers than its own.',
        ja: '回線が通じていないか、ネットワーク内の DNS 以外が禁止されています。',
      },
    ],
    tries: [
      {
        en: 'Ping an address; if that works, ask another server.',
        ja: 'アドレス宛に ping し、通じるなら別の DNS サーバーを試してください。',
      },
    ],
  },
  'dns-no-such-name': {
    meaning: { en: 'There is no such name.', ja: 'その名前は存在しません。' },
    causes: [
      {
        en: 'It is misspelt, or it exists only inside the operator’s network.',
        ja: '綴りの誤り、または事業者のネットワーク内でのみ有効な名前です。',
      },
    ],
    tries: [
      {
        en: 'Check the spelling. A name of one network alone is known to the name servers of that network.',
        ja: '綴りを確認してください。特定のネットワーク内でのみ有効な名前は、そのネットワークの DNS サーバーに問い合わせてください。',
      },
    ],
  },
  'dns-failed': {
    meaning: {
      en: 'The name server answered, but with nothing we can use.',
      ja: 'DNS サーバーの応答を利用できません。',
    },
    causes: [
      {
        en: 'It refuses the question, has a failure of its own, or knows no such record.',
        ja: '問い合わせの拒否、サーバー側の障害、または該当レコードなしです。',
      },
    ],
    tries: [{ en: 'Ask another server.', ja: '別の DNS サーバーに問い合わせてください。' }],
  },
  'tcp-refused': {
    meaning: { en: 'The server refuses the connection.', ja: 'サーバーが接続を拒否しました。' },
    causes: [
      {
        en: 'Nothing listens on that port, or a firewall rejects it.',
        ja: 'そのポートで待ち受けていないか、ファイアウォールが拒否しています。',
      },
    ],
    tries: [
      {
        en: 'Check the port number and the server.',
        ja: 'ポート番号とサーバーを確認してください。',
      },
    ],
  },
  'tcp-timeout': {
    meaning: {
      en: 'The other side does not answer over TCP.',
      ja: 'TCP 接続の応答がありません。',
    },
    causes: [
      {
        en: 'Packets get lost: no signal, a filter, or the server is gone.',
        ja: 'パケットが失われています（圏外、フィルター、サーバー停止）。',
      },
    ],
    tries: [
      {
        en: 'Ping the same host; look at signal and registration.',
        ja: '同じホストに ping し、電波と登録状態を確認してください。',
      },
    ],
  },
  'tcp-reset': {
    meaning: { en: 'The other side cut the connection.', ja: '相手側が接続を強制切断しました。' },
    causes: [
      {
        en: 'The server or a box on the way gave it up.',
        ja: 'サーバーまたは途中の機器が接続を破棄しました。',
      },
    ],
    tries: [{ en: 'Try again.', ja: 'もう一度試してください。' }],
  },
  'tcp-closed': {
    meaning: { en: 'The connection is already closed.', ja: '接続はすでに閉じられています。' },
    causes: [
      {
        en: 'It was written to after its end.',
        ja: '終了後に書き込みが行われました。',
      },
    ],
    tries: [{ en: 'Open a new connection.', ja: '新しい接続を開いてください。' }],
  },
  'http-bad-url': {
    meaning: { en: 'This address cannot be fetched.', ja: 'この URL は取得できません。' },
    causes: [
      {
        en: 'It is no address of the web, or it holds a user and a password.',
        ja: 'Web のアドレスでないか、ユーザー名とパスワードを含んでいます。',
      },
    ],
    tries: [
      {
        en: 'Use http://host[:port]/path or https://host[:port]/path.',
        ja: 'http://host[:port]/path または https://host[:port]/path を使ってください。',
      },
    ],
  },
  'http-bad-answer': {
    meaning: {
      en: 'The server’s answer is not HTTP, or is broken off.',
      ja: 'サーバーの応答が HTTP でないか、途中で切れています。',
    },
    causes: [
      {
        en: 'Another service listens there, or the connection ended early.',
        ja: '別のサービスが待ち受けているか、接続が途中で終了しました。',
      },
    ],
    tries: [{ en: 'Check the port; try again.', ja: 'ポートを確認し、再試行してください。' }],
  },
  'http-status': {
    meaning: {
      en: 'The server answers, but not with the content asked for.',
      ja: 'サーバーは応答しましたが、要求した内容ではありません。',
    },
    causes: [
      {
        en: 'The URL is wrong or has moved, or the server does not take this method.',
        ja: 'URL の誤りや移転、または要求メソッドが許可されていません。',
      },
    ],
    tries: [
      {
        en: 'The link itself works. Correct the URL, or take the one the server names.',
        ja: 'リンク自体は正常です。URL を修正するか、サーバーが示す URL を使ってください。',
      },
    ],
  },
  'http-too-large': {
    meaning: {
      en: 'The answer is longer than the limit set.',
      ja: '応答が設定した上限を超えています。',
    },
    causes: [
      { en: 'Data costs money, so there is a limit.', ja: '通信量の節約のため上限があります。' },
    ],
    tries: [
      { en: 'Raise the limit, or fetch less.', ja: '上限を上げるか、取得量を減らしてください。' },
    ],
  },
  'ntp-no-time': {
    meaning: {
      en: 'The time server gave no usable time.',
      ja: 'NTP サーバーから有効な時刻を得られません。',
    },
    causes: [
      {
        en: 'It is not synchronised itself, or sent us away.',
        ja: 'サーバー自体が未同期か、問い合わせを拒否しています。',
      },
    ],
    tries: [{ en: 'Ask another server.', ja: '別のサーバーに問い合わせてください。' }],
  },
} as const satisfies Record<string, FaultRow>
