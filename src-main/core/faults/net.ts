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
      en: 'A measurement that fills the line is running on this slot.',
      ja: 'このスロットで、回線に負荷をかける測定を実行中です。',
    },
    causes: [
      {
        en: 'Two at once would each measure half of the link.',
        ja: '同時に実行すると、どちらも正しい値になりません。',
      },
    ],
    tries: [{ en: 'Wait for it to end, or cancel it.', ja: '終了を待つか、中止してください。' }],
  },
  'iperf3-busy': {
    meaning: {
      en: 'The iperf3 server is busy with another test.',
      ja: 'iperf3 サーバーは別の測定を実行中です。',
    },
    causes: [
      {
        en: 'A server of iperf3 takes one test at a time; one that was broken off may still be counted.',
        ja: 'iperf3 サーバーが同時に処理できる測定は 1 つです。中断した測定が残っている場合もあります。',
      },
    ],
    tries: [
      {
        en: 'Try again in a minute, or start the server anew (iperf3 -s).',
        ja: '1 分ほど待って再試行するか、サーバーを起動し直してください（iperf3 -s）。',
      },
    ],
  },
  'iperf3-refused': {
    meaning: {
      en: 'The iperf3 server ended the test.',
      ja: 'iperf3 サーバーが測定を終了しました。',
    },
    causes: [
      {
        en: 'It was stopped, it wants a login, or it forbids what was asked (time, bit rate, UDP).',
        ja: 'サーバーの停止、認証の要求、または測定条件（時間、ビットレート、UDP）の制限が考えられます。',
      },
    ],
    tries: [
      {
        en: 'Read what the server itself prints; ask for less, or by the other protocol.',
        ja: 'サーバー側の表示を確認し、条件を緩めるか、別のプロトコルで測定してください。',
      },
    ],
  },
  'iperf3-bad-answer': {
    meaning: {
      en: 'What answers there is no iperf3 server.',
      ja: '応答したのは iperf3 サーバーではありません。',
    },
    causes: [
      {
        en: 'Another program has the port, or it is iperf 2, which speaks another protocol.',
        ja: '別のプログラムがそのポートを使っているか、プロトコルの異なる iperf 2 です。',
      },
    ],
    tries: [
      {
        en: 'Start the server with “iperf3 -s”, and give its port (5201 unless it says otherwise).',
        ja: 'サーバーを「iperf3 -s」で起動し、そのポート（既定は 5201）を指定してください。',
      },
    ],
  },
  'iperf3-no-udp': {
    meaning: {
      en: 'No datagram comes back from the iperf3 server: UDP does not pass.',
      ja: 'iperf3 サーバーから UDP データグラムが戻りません。',
    },
    causes: [
      {
        en: 'A firewall in front of the server, or the network, lets TCP alone through.',
        ja: 'サーバー側のファイアウォール、またはネットワークが UDP を通していません。',
      },
    ],
    tries: [
      {
        en: 'Open the server’s port for UDP too, or measure by TCP.',
        ja: 'サーバーのポートを UDP でも開けるか、TCP で測定してください。',
      },
    ],
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
  'dissector-write': {
    meaning: {
      en: 'The dissector could not be put into Wireshark’s folder.',
      ja: 'Wireshark のプラグインフォルダーにディセクターを配置できませんでした。',
    },
    causes: [
      {
        en: 'The folder belongs to another user, or the disk is full.',
        ja: 'フォルダーが別のユーザーのものか、ディスクに空きがありません。',
      },
    ],
    tries: [
      {
        en: 'Write it yourself: modem-bench dissector print > modem-bench-at.lua, into the folder that Wireshark names under Help, About, Folders, Personal Lua Plugins.',
        ja: '手動で配置してください。「modem-bench dissector print > modem-bench-at.lua」で書き出し、Wireshark の［ヘルプ］→［Wireshark について］→［フォルダー］の「個人用 Lua プラグイン」に置きます。',
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
