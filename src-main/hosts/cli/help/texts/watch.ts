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
] as const
