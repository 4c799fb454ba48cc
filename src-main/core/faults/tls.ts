import type { FaultRow } from './row'

const untouched = {
  en: 'Nothing was sent to it. To look all the same, allow untrusted certificates for this one test (--insecure).',
  ja: 'データは送信していません。それでも試す場合は、このテストに限り信頼されない証明書を許可してください（--insecure）。',
}

/** What a secure connection over the link can meet: each its own verdict. */
export const tlsFaults = {
  'tls-expired': {
    meaning: {
      en: 'The server’s certificate has expired.',
      ja: 'サーバーの証明書の有効期限が切れています。',
    },
    causes: [
      {
        en: 'It was not renewed on the server, or the server was not restarted after it was.',
        ja: 'サーバーで更新されていないか、更新後にサーバーが再起動されていません。',
      },
      {
        en: 'The clock of this computer is ahead.',
        ja: 'この PC の時計が進んでいます。',
      },
    ],
    tries: [
      {
        en: 'Compare the clock (the NTP tool asks over the same link), then have the certificate renewed.',
        ja: '時計を確認し（NTP ツールで同じリンクから確認できます）、証明書の更新を依頼してください。',
      },
      untouched,
    ],
  },
  'tls-not-yet-valid': {
    meaning: {
      en: 'The server’s certificate is not valid yet.',
      ja: 'サーバーの証明書はまだ有効期間に入っていません。',
    },
    causes: [
      { en: 'The clock of this computer is behind.', ja: 'この PC の時計が遅れています。' },
      {
        en: 'The certificate was made for a later date, or on a machine whose clock was ahead.',
        ja: '証明書が先の日付で作成されたか、時計の進んだ機器で作成されています。',
      },
    ],
    tries: [
      {
        en: 'Set the clock of this computer; the NTP tool says over the same link how far it is off.',
        ja: 'この PC の時計を合わせてください。ずれは NTP ツールで同じリンクから確認できます。',
      },
      untouched,
    ],
  },
  'tls-clock': {
    meaning: {
      en: 'The clock of this computer is wrong, so that a good certificate looks out of date.',
      ja: 'この PC の時計がずれているため、正しい証明書が期間外に見えています。',
    },
    causes: [
      {
        en: 'A computer without a battery for its clock, or one that never reached a time server.',
        ja: '時計用の電池がない、または時刻サーバーに一度も接続していない PC です。',
      },
    ],
    tries: [
      {
        en: 'Set the clock (on a Raspberry Pi: sudo timedatectl set-ntp true, with a network), then try again.',
        ja: '時計を合わせてから再実行してください（Raspberry Pi ではネットワーク接続後に sudo timedatectl set-ntp true）。',
      },
    ],
  },
  'tls-wrong-name': {
    meaning: {
      en: 'The server’s certificate is for another name.',
      ja: 'サーバーの証明書が別の名前のものです。',
    },
    causes: [
      {
        en: 'The address leads to another server: a wrong DNS entry, a portal of the network, a proxy.',
        ja: '別のサーバーに接続しています（DNS の誤り、ネットワークのポータル、プロキシー）。',
      },
      {
        en: 'The server serves several names and was not told which one is meant (SNI).',
        ja: '複数の名前を持つサーバーに、対象の名前（SNI）が伝わっていません。',
      },
    ],
    tries: [
      {
        en: 'Use the name that the certificate bears, or ask for it (--server-name).',
        ja: '証明書に記載された名前を使うか、その名前を指定してください（--server-name）。',
      },
      untouched,
    ],
  },
  'tls-self-signed': {
    meaning: {
      en: 'The server’s certificate vouches for itself alone.',
      ja: 'サーバーの証明書は自己署名です。',
    },
    causes: [
      {
        en: 'A test server, or a device with a certificate of its own.',
        ja: 'テスト用サーバー、または機器独自の証明書です。',
      },
      {
        en: 'Somebody on the way answers in the server’s place.',
        ja: '経路上の別の機器がサーバーの代わりに応答しています。',
      },
    ],
    tries: [
      {
        en: 'Compare the fingerprint with the server’s, then give the certificate as trusted (--trust).',
        ja: 'フィンガープリントをサーバーのものと比べ、信頼する証明書として指定してください（--trust）。',
      },
      untouched,
    ],
  },
  'tls-unknown-ca': {
    meaning: {
      en: 'The server’s certificate was issued by an authority that is not known here.',
      ja: 'サーバーの証明書の発行者は、信頼された認証局ではありません。',
    },
    causes: [
      {
        en: 'An authority of a company’s or a lab’s own.',
        ja: '社内または研究室独自の認証局です。',
      },
      {
        en: 'Somebody on the way answers in the server’s place.',
        ja: '経路上の別の機器がサーバーの代わりに応答しています。',
      },
    ],
    tries: [
      {
        en: 'Give the certificate of that authority (--trust ca.pem).',
        ja: 'その認証局の証明書を指定してください（--trust ca.pem）。',
      },
      untouched,
    ],
  },
  'tls-incomplete-chain': {
    meaning: {
      en: 'The server sent its own certificate without the one that links it to an authority.',
      ja: 'サーバーが中間証明書を送っていません。',
    },
    causes: [
      {
        en: 'The server is set up with its certificate alone; browsers hide that, modems and libraries do not.',
        ja: 'サーバーに自分の証明書だけが設定されています。ブラウザーでは表面化しませんが、モデムやライブラリーでは失敗します。',
      },
      { en: 'The authority is not known here.', ja: '認証局が信頼されていません。' },
    ],
    tries: [
      {
        en: 'Have the server send the whole chain (fullchain.pem), or give the missing one (--trust).',
        ja: 'サーバーが証明書チェーン全体（fullchain.pem）を送るようにするか、不足分を指定してください（--trust）。',
      },
      untouched,
    ],
  },
  'tls-untrusted': {
    meaning: {
      en: 'The server’s certificate is not trusted.',
      ja: 'サーバーの証明書を信頼できません。',
    },
    causes: [
      {
        en: 'It is withdrawn, too weak, or not meant for servers.',
        ja: '失効、強度不足、またはサーバー用途でない可能性があります。',
      },
    ],
    tries: [
      { en: 'Have the certificate replaced.', ja: '証明書の交換を依頼してください。' },
      untouched,
    ],
  },
  'tls-version': {
    meaning: {
      en: 'The server and this program have no version or cipher of TLS in common.',
      ja: 'サーバーと共通の TLS バージョンまたは暗号方式がありません。',
    },
    causes: [
      {
        en: 'The server speaks only what is withdrawn (SSL 3, TLS 1.0, TLS 1.1), or only ciphers of its own.',
        ja: 'サーバーが廃止された版（SSL 3、TLS 1.0、TLS 1.1）または独自の暗号方式のみに対応しています。',
      },
    ],
    tries: [
      {
        en: 'Have the server offer TLS 1.2 or 1.3.',
        ja: 'サーバーで TLS 1.2 または 1.3 を有効にしてください。',
      },
    ],
  },
  'tls-not-tls': {
    meaning: {
      en: 'What answers there does not speak TLS.',
      ja: '接続先は TLS に対応していません。',
    },
    causes: [
      {
        en: 'The port is one for plain text (http is 80, https 443; MQTT is 1883, with TLS 8883).',
        ja: '平文用のポートです（http は 80、https は 443、MQTT は 1883、TLS では 8883）。',
      },
      {
        en: 'A portal or a filter of the network answers in the server’s place.',
        ja: 'ネットワークのポータルまたはフィルターが代わりに応答しています。',
      },
    ],
    tries: [
      {
        en: 'Check the port; try the same address without TLS.',
        ja: 'ポートを確認し、同じ宛先に TLS なしで試してください。',
      },
    ],
  },
  'tls-client-certificate': {
    meaning: {
      en: 'The server wants a certificate of ours.',
      ja: 'サーバーがクライアント証明書を要求しています。',
    },
    causes: [
      {
        en: 'It is a service for devices with certificates of their own (AWS IoT, Azure IoT).',
        ja: '機器ごとの証明書を使うサービスです（AWS IoT、Azure IoT など）。',
      },
    ],
    tries: [
      {
        en: 'Up to here all is well: the link, the server and its certificate. Test the login with the device’s own program.',
        ja: 'ここまで（リンク、サーバー、その証明書）は正常です。ログインは機器のプログラムで確認してください。',
      },
    ],
  },
  'tls-refused': {
    meaning: {
      en: 'The server ended the handshake with an alert.',
      ja: 'サーバーがアラートを返して TLS ハンドシェイクを終了しました。',
    },
    causes: [
      {
        en: 'It does not know the name that was asked for (SNI), or a rule of its own forbids this client.',
        ja: '指定した名前（SNI）を知らないか、サーバー側の規則で拒否されています。',
      },
      {
        en: 'It wants a certificate of ours, and speaks TLS 1.2, which has no alert for that.',
        ja: 'クライアント証明書が必要です（TLS 1.2 には専用のアラートがありません）。',
      },
    ],
    tries: [
      {
        en: 'Check the name; the server’s own log says why.',
        ja: '名前を確認してください。理由はサーバーのログに記録されています。',
      },
    ],
  },
  'tls-broken': {
    meaning: {
      en: 'The connection broke while TLS was being set up.',
      ja: 'TLS の確立中に接続が切れました。',
    },
    causes: [
      {
        en: 'The server or something on the way hung up on the first message; some filters do so by the name in it.',
        ja: 'サーバーまたは経路上の機器が最初のメッセージで切断しました。名前を見て切断するフィルターもあります。',
      },
    ],
    tries: [
      {
        en: 'Try another server over the same link, and the same server over another link.',
        ja: '同じリンクで別のサーバーを、別のリンクで同じサーバーを試してください。',
      },
    ],
  },
  'tls-timeout': {
    meaning: {
      en: 'The TCP connection stands, but no answer to the TLS handshake comes.',
      ja: 'TCP は接続できましたが、TLS ハンドシェイクの応答がありません。',
    },
    causes: [
      {
        en: 'Large packets get lost: the certificates are the first of them (MTU).',
        ja: '大きなパケットが失われています。証明書が最初の大きなパケットです（MTU）。',
      },
      {
        en: 'The server hangs, or waits for plain text.',
        ja: 'サーバーが停止しているか、平文を待っています。',
      },
    ],
    tries: [
      {
        en: 'Ping with 1400 octets of data over the same link: lost ones mean the MTU.',
        ja: '同じリンクで 1400 オクテットの ping を試してください。失われる場合は MTU の問題です。',
      },
    ],
  },
  'tls-none': {
    meaning: {
      en: 'This link cannot carry secure connections.',
      ja: 'このリンクでは TLS 接続を使えません。',
    },
    causes: [{ en: 'The program was built without TLS.', ja: 'TLS なしで構成されています。' }],
    tries: [{ en: 'Use an address without TLS.', ja: 'TLS を使わない宛先を指定してください。' }],
  },
} as const satisfies Record<string, FaultRow>
