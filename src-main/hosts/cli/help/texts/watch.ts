/** Alerts, and many benches at once. */
export const watch = [
  [
    'Watch for a pattern, a threshold or a state while nobody looks: list, add, remove, try',
    'ログのパターン、しきい値、状態を監視する（list、add、remove、try）',
  ],
  [
    'The desktop app, serve, failover and soak watch by these rules; one that runs already is told with --host, or reads them at its next start.\nExit code: 0 done, 1 an action failed, 2 the call or the file was wrong.\nExample: modem-bench alerts add resources/examples/alerts.yaml',
    'デスクトップアプリ、serve、failover、soak がこのルールで監視します。実行中のものには --host で伝えるか、次の起動時に反映されます。\n終了コード：0 完了、1 動作の一部が失敗、2 呼び出しまたはファイルの誤り。\n例：modem-bench alerts add resources/examples/alerts.yaml',
  ],
  [
    'Print the rules, and on a bench of --host what is raised there now',
    'ルールを表示する（--host の接続先では、発生中のアラートも表示）',
  ],
  ['print JSON', 'JSON で出力する'],
  [
    'Add the rules of a file; one of the same name is replaced',
    'ファイルのルールを追加する（同じ名前のルールは置き換え）',
  ],
  [
    'read the file, say what is wrong with it, and keep nothing',
    'ファイルを読み、誤りを表示するだけで、保存しない',
  ],
  [
    'YAML or JSON; resources/examples/alerts.yaml is one',
    'YAML または JSON のファイル（例：resources/examples/alerts.yaml）',
  ],
  ['Remove a rule', 'ルールを削除する'],
  ['Do once what a rule does when it is raised', 'ルールの動作を 1 回だけ実行する'],
  ['of which slot', '対象のスロット'],
  [
    'Show the benches that modem-bench serve offers at several addresses: reached or why not, slots, last verdict, alerts',
    '複数のアドレスの modem-bench serve のベンチを一覧表示する：接続の可否と理由、スロット、直近の判定、アラート',
  ],
  [
    'as serve prints it, without its token: http://pi.local:8470/',
    'serve が表示するアドレス（トークンは含めない）：http://pi.local:8470/',
  ],
  [
    'the token of all of them; or given once for each, in their order. Else MODEM_BENCH_TOKEN counts',
    '全台共通のトークンのファイル。別々のトークンなら、ベンチと同じ順に 1 回ずつ指定する。省略時は MODEM_BENCH_TOKEN を使う',
  ],
  [
    'trust these certificates (PEM), too; one file may hold those of several benches',
    'これらの証明書（PEM）も信頼する。複数のベンチの証明書を 1 つのファイルにまとめられる',
  ],
  [
    'go on until Ctrl-C, and print each bench again when it has changed',
    'Ctrl-C まで続け、変化のあったベンチを再表示する',
  ],
  ['one JSON object a bench', 'ベンチごとに 1 つの JSON オブジェクトで出力する'],
  [
    'The token of serve --read-token-file suffices; nothing is changed there.\nExit code: 0 all are reached, 1 one is not, 2 the call was wrong.\nExample: modem-bench benches http://pi1.local:8470/ http://pi2.local:8470/ --token-file read.token',
    'serve --read-token-file のトークンで十分です。接続先の設定などは変更しません。\n終了コード：0 すべてに接続できた、1 接続できないものがある、2 呼び出しの誤り。\n例：modem-bench benches http://pi1.local:8470/ http://pi2.local:8470/ --token-file read.token',
  ],
] as const
