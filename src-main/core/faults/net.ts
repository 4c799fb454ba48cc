import type { FaultRow } from './row'

/** What the proxy and the tools over a link can meet beyond the protocols themselves. */
export const netFaults = {
  'net-not-connected': {
    meaning: {
      en: 'There is no IP link over this modem.',
      ja: 'このモデム経由の IP リンクがありません。',
    },
    causes: [
      {
        en: 'The slot is not connected, or the connection has ended.',
        ja: 'スロットが未接続か、接続が終了しています。',
      },
    ],
    tries: [{ en: 'Connect first, then try again.', ja: '接続してから再実行してください。' }],
  },
  'net-running': {
    meaning: {
      en: 'A throughput measurement is running on this slot.',
      ja: 'このスロットでスループット測定を実行中です。',
    },
    causes: [
      {
        en: 'Two at once would each measure half of the link.',
        ja: '同時に実行すると、どちらも正しい値になりません。',
      },
    ],
    tries: [{ en: 'Wait for it to end, or cancel it.', ja: '終了を待つか、中止してください。' }],
  },
  'net-stalled': {
    meaning: {
      en: 'The transfer stopped: no more data arrives, though the link is up.',
      ja: 'リンクは接続中ですが、データが届かなくなり転送が止まりました。',
    },
    causes: [
      {
        en: 'The signal was lost, the network or the modem drops the packets (data allowance used up, full buffers), or the server hung.',
        ja: '圏外、ネットワークまたはモデムによるパケット破棄（データ容量の超過、バッファーあふれ）、サーバーの停止が考えられます。',
      },
    ],
    tries: [
      {
        en: 'Ping 8.8.8.8 over the same link: no answer means the link, an answer means the server.',
        ja: '同じリンクで 8.8.8.8 に ping してください。応答がなければ回線側、あればサーバー側の問題です。',
      },
      {
        en: 'Look at signal and registration, then connect again.',
        ja: '電波と登録状態を確認し、接続し直してください。',
      },
    ],
  },
  'socks-port': {
    meaning: {
      en: 'The proxy cannot listen on this port.',
      ja: 'プロキシーがこのポートで待ち受けできません。',
    },
    causes: [
      {
        en: 'Another program uses it, such as the proxy of the other slot, Tor or ssh -D.',
        ja: '他のプログラム（もう一方のスロットのプロキシー、Tor、ssh -D など）が使用中です。',
      },
      {
        en: 'Ports below 1024 need the rights of an administrator.',
        ja: '1024 未満のポートには管理者権限が必要です。',
      },
    ],
    tries: [
      {
        en: 'Choose another port, such as 1081, or 0 for any that is free.',
        ja: '別のポート（1081 など）を選ぶか、0 を指定して空きポートを使ってください。',
      },
    ],
  },
  'capture-open': {
    meaning: {
      en: 'The capture could not be started.',
      ja: 'キャプチャーを開始できませんでした。',
    },
    causes: [
      {
        en: 'The data folder cannot be written to, or the disk is full.',
        ja: 'データフォルダーに書き込めないか、ディスクに空きがありません。',
      },
      {
        en: 'Named pipes are not possible there, as on a network drive.',
        ja: 'ネットワークドライブなど、名前付きパイプを作成できない場所です。',
      },
    ],
    tries: [
      {
        en: 'Make room, or start the console with MODEM_BENCH_DATA set to another folder.',
        ja: '空き容量を確保するか、MODEM_BENCH_DATA に別のフォルダーを指定して起動してください。',
      },
      {
        en: 'Capture to a file instead of a pipe.',
        ja: 'パイプの代わりにファイルへ保存してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
