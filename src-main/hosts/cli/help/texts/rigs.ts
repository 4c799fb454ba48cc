/** The Japanese of the help of commands for boards, servers and test rigs; what several share stands where it comes first. */
export const rigs = [
  [
    'Switch a modem by its power key, reset line and STATUS, one careful press at a time',
    '電源キー、リセット線、STATUS でモデムの電源を操作する（キーは 1 回ずつ、結果を確かめながら押す）',
  ],
  [
    '3gpi-v2, 4gpi, microcat1, sim5320-module, sim7672-module, custom, or a file: ./my-board.yaml',
    '3gpi-v2、4gpi、microcat1、sim5320-module、sim7672-module、custom、またはファイル：./my-board.yaml',
  ],
  ['on, off, reset, cut, status', 'on、off、reset、cut、status のいずれか'],
  [
    'the AT port, for an orderly way down and to know without STATUS',
    'AT ポート。正規の手順での電源オフと、STATUS なしでの状態の確認に使う',
  ],
  ['speed of the AT port', 'AT ポートの通信速度'],
  [
    'presses at most, or forever (dangerous with a slow modem)',
    'キーを押す最大回数、または forever（遅いモデムでは危険）',
  ],
  [
    'press once though the state is unknown, or already as wanted',
    '状態が不明、またはすでに目的の状態でも、キーを 1 回押す',
  ],
  [
    'one JSON object an event, the result last',
    'イベントごとに 1 つの JSON オブジェクトで出力する（最後に結果）',
  ],
  [
    'Exit code: 0 as wanted, 1 not, 2 wrong call, 3 the adapter or port cannot be used.',
    '終了コード：0 目的の状態になった、1 ならなかった、2 呼び出しの誤り、3 アダプターまたはポートを使えない。',
  ],
  ['Find GPIO adapters and try their lines', 'GPIO アダプターを探し、信号線を試す'],
  [
    'Exit code: 0 done, 2 wrong call, pin or pulse, 3 the adapter cannot be used: not there, no permission, busy, vanished,\n130 stopped in the middle of a pulse.',
    '終了コード：0 完了、2 呼び出し、ピン、またはパルスの誤り、3 アダプターを使えない（存在しない、権限がない、使用中、消失）、\n130 パルスの途中で中止。',
  ],
  [
    'List the adapters that can be used here, and their pins',
    'このコンピューターで使えるアダプターと、そのピンを表示する',
  ],
  ['one JSON object an adapter', 'アダプターごとに 1 つの JSON オブジェクトで出力する'],
  ['Read an input', '入力を読み取る'],
  ['such as gpiod or cp2112:SERIAL', 'gpiod、cp2112:SERIAL など'],
  ['number or name', '番号または名前'],
  ['active is the low level', 'Low をアクティブとする'],
  ['only pull low', 'Low にだけ駆動する（オープンドレイン）'],
  ['up, down or none', 'プル抵抗：up、down、none のいずれか'],
  ['Drive an output until Ctrl-C, then release it', 'Ctrl-C まで出力を駆動し、その後解放する'],
  ['17=1 is active, 17=0 released', '17=1 でアクティブ、17=0 で解放'],
  ['release after that long', 'この秒数の後に解放する'],
  [
    'Make an output active for some milliseconds, and say how long it was',
    '出力を指定したミリ秒だけアクティブにし、実際の長さを表示する',
  ],
  [
    'Make all pins of an MCP2221 inputs for good; unwire them first',
    'MCP2221 の全ピンを恒久的に入力にする。先に配線を外すこと',
  ],
  ['Offer a simulated modem to other programs', '模擬モデムを他のプログラムに公開する'],
  [
    'sim7672, sim5320, sim5320je, sim7600, a7672, sim7070, ec25, eg25, bg95, rm520n, sara-r4, lara-r6, le910, nrf91, generic, replay; options after a ?: sim7672?speed=fast',
    'sim7672、sim5320、sim5320je、sim7600、a7672、sim7070、ec25、eg25、bg95、rm520n、sara-r4、lara-r6、le910、nrf91、generic、replay。オプションは ? の後に付ける：sim7672?speed=fast',
  ],
  ['for replay: the log whose modem is to answer again', 'replay 用：モデムとして再生するログ'],
  [
    'faults to play, a line for each: at 10m cut-session',
    '発生させる障害を 1 行に 1 つずつ書いたファイル：at 10m cut-session',
  ],
  [
    'take faults from standard input while it runs: signal=-115, crash, ?',
    '実行中に標準入力から障害を受け付ける：signal=-115、crash、?',
  ],
  [
    'as a pseudo terminal under this name; in a folder every port of the modem: at, at2, nmea, diag (needs socat)',
    'この名前の擬似端末として公開する。フォルダーを指定すると、モデムの全ポート（at、at2、nmea、diag）をその中に公開する（socat が必要）',
  ],
  [
    'as a TCP server on loopback, the further ports of the modem behind it; 0 takes free ones',
    'ループバックの TCP サーバーとして公開する。モデムの残りのポートは続きの番号になる。0 なら空きポートを使う',
  ],
  [
    'Offer a port of this machine to other machines, by RFC 2217',
    'このコンピューターのポートを RFC 2217 で他のコンピューターに公開する',
  ],
  ['a path, tcp:host:port, or sim:sim7672', 'パス、tcp:host:port、または sim:sim7672'],
  ['speed, until a program sets another', '通信速度（接続したプログラムが変更するまで）'],
  [
    'where to listen: a TCP port, or host:port; 0 takes a free one. Anything but loopback is open to everybody in that network',
    '待ち受け先：TCP ポートまたは host:port。0 なら空きポートを使う。ループバック以外では、そのネットワークの誰でも使える',
  ],
  [
    'octets alone (tcp:host:port there), without speed and lines',
    'データだけを中継する（接続側は tcp:host:port）。通信速度と信号線は扱わない',
  ],
  [
    'One program writes, the first that came; others read along, and the next writes when it leaves.\nA port that is unplugged closes the connections, and is offered again when it is back.\nNothing is encrypted and nobody is asked for a password: on a network that others use,\nlisten on loopback here and come through ssh:\n\n  ssh -L 2217:127.0.0.1:2217 rig.example modem-bench share /dev/ttyUSB2\n  modem-bench at rfc2217://127.0.0.1:2217 AT+CSQ\n\nThe program on the other side may be this one, pyserial (rfc2217://host:port), or any that speaks RFC 2217.',
    '書き込めるのは最初に接続した 1 つのプログラムで、他は読み取りだけです。切断すると、次のプログラムが書き込めます。\nポートが抜かれると接続を閉じ、戻り次第、再び公開します。\n通信は暗号化されず、パスワードも求められません。他の人も使うネットワークでは、\nこちらはループバックで待ち受け、ssh 経由で接続してください：\n\n  ssh -L 2217:127.0.0.1:2217 rig.example modem-bench share /dev/ttyUSB2\n  modem-bench at rfc2217://127.0.0.1:2217 AT+CSQ\n\n接続側には、本プログラム、pyserial（rfc2217://host:port）など、RFC 2217 に対応したプログラムを使えます。',
  ],
  [
    'Serve the console to a browser, for a computer without a screen',
    'コンソールをブラウザー向けに公開する（画面のないコンピューター用）',
  ],
  ['TCP port; 0 takes a free one', 'TCP ポート。0 なら空きポートを使う'],
  [
    'address to listen on; anything but loopback is reachable by others',
    '待ち受けるアドレス。ループバック以外では、他のコンピューターからも接続できる',
  ],
  [
    'keep the token of the address in this file, and print the address without it; made when missing (default: token in the data folder)',
    'アドレスのトークンをこのファイルに保存し、表示するアドレスにはトークンを含めない。ファイルがなければ作成する（省略時：データフォルダーの token）',
  ],
  [
    'a second token, kept like the first, for those who may look and nothing else',
    '閲覧専用の 2 つ目のトークン。1 つ目と同様にファイルに保存する',
  ],
  [
    'where people open it when a proxy stands in front, such as https://bench.example; its pages are let in',
    'プロキシー経由の場合に、利用者が開くアドレス：https://bench.example など。このアドレスのページからの要求を受け付ける',
  ],
  [
    'speak HTTPS with this certificate (PEM, with its chain)',
    'この証明書（PEM、中間証明書を含む）で HTTPS を使う',
  ],
  ['the key of that certificate (PEM)', 'その証明書の秘密鍵（PEM）'],
  [
    'self: HTTPS with a certificate made here and kept, whose fingerprint is printed',
    'self：自動で作成して保存する証明書で HTTPS を使い、そのフィンガープリントを表示する',
  ],
  [
    'the data folder (default: yours, or MODEM_BENCH_DATA)',
    'データフォルダー（省略時：自分のもの、または MODEM_BENCH_DATA）',
  ],
  [
    'the folder whose scenarios and logs names of simulated modems may speak of (default: files in the data folder)',
    '模擬モデムの名前で指定できるシナリオとログのフォルダー（省略時：データフォルダーの files）',
  ],
  [
    'publish states, verdicts, events and samples to this broker: mqtt://host or mqtts://host; while it is away they wait on the disk',
    '状態、判定、イベント、測定値をこのブローカーに送信する：mqtt://host または mqtts://host。ブローカーの停止中はディスクに保留する',
  ],
  [
    'file with the password of the broker, or - for standard input (or MODEM_BENCH_MQTT_PASSWORD)',
    'ブローカーのパスワードのファイル。- なら標準入力（または MODEM_BENCH_MQTT_PASSWORD）',
  ],
  [
    'certificates in PEM that vouch for the broker',
    'ブローカーの証明書の検証に使う、信頼する証明書（PEM）',
  ],
  [
    'before every topic (default: modem-bench/ and the name of this computer)',
    'すべてのトピックの先頭に付ける文字列（省略時：modem-bench/ とこのコンピューターの名前）',
  ],
  [
    'tell Home Assistant of both slots by its MQTT discovery (prefix: homeassistant unless given)',
    'MQTT ディスカバリーで両スロットを Home Assistant に登録する（接頭辞の省略時：homeassistant）',
  ],
  [
    'remove journals that were not written for so many days',
    'この日数の間書き込まれていないジャーナルを削除する',
  ],
  [
    'remove the oldest journals while all together are more than so many MiB',
    'ジャーナルの合計がこの MiB 数を超えている間、古いものから削除する',
  ],
  [
    'remove the oldest journals until so many MiB of the disk are free',
    'ディスクの空きがこの MiB 数になるまで、ジャーナルを古いものから削除する',
  ],
  [
    'Prometheus reads /metrics with a token as "Authorization: Bearer"; use the one of --read-token-file.\nExample: modem-bench serve --host 0.0.0.0 --tls self --read-token-file read.token --mqtt mqtt://broker.example.com',
    'Prometheus は「Authorization: Bearer」のトークンで /metrics を読み取ります。--read-token-file のトークンを使ってください。\n例：modem-bench serve --host 0.0.0.0 --tls self --read-token-file read.token --mqtt mqtt://broker.example.com',
  ],
  [
    'Make, list and withdraw tokens for serve, or show the one that it keeps in a file',
    'serve のトークンを作成、一覧表示、取り消しする。または、ファイルに保存されているトークンを表示する',
  ],
  [
    'the file of serve --token-file (default: token in the data folder)',
    'serve --token-file のファイル（省略時：データフォルダーの token）',
  ],
  [
    'the data folder of serve (default: yours, or MODEM_BENCH_DATA)',
    'serve のデータフォルダー（省略時：自分のもの、または MODEM_BENCH_DATA）',
  ],
  [
    'put a new token in its place; windows with the old one are out at the next start of serve',
    '新しいトークンに置き換える。古いトークンのウィンドウは、次に serve を起動すると使えなくなる',
  ],
  ['print where the file is instead of what it holds', '内容の代わりにファイルの場所を表示する'],
  [
    'Make a token and print it, this once; a running serve takes it at once',
    'トークンを作成し、一度だけ表示する。実行中の serve でもすぐに使える',
  ],
  ['who or what has it', '誰が、または何が使うか'],
  [
    'read: look; use: also use the modems; administer: also change settings, presets, macros and boards',
    'read：閲覧、use：モデムの操作も可、administer：設定、プリセット、マクロ、ボードの変更も可',
  ],
  [
    'after so long it opens nothing: 12h, 90d (default: never)',
    '有効期間：12h、90d など（省略時：無期限）',
  ],
  [
    'List the tokens that were made: name, role, since when, until when',
    '作成したトークンの一覧を表示する：名前、権限、作成日時、期限',
  ],
  [
    'Make a token worthless; who is connected with it is cut off within a second',
    'トークンを取り消す。接続中の相手は 1 秒以内に切断される',
  ],
  ['as token list shows it', 'token list に表示される名前'],
  [
    'Write what describes the API of serve, and clients for it',
    'serve の API の記述と、そのクライアントを出力する',
  ],
  [
    'openapi: the calls; asyncapi: the events; python: a client in one file; npm: a typed client as a package; script: the types of modem-bench run in one file',
    'openapi：呼び出し、asyncapi：イベント、python：1 ファイルのクライアント、npm：型付きクライアントのパッケージ、script：modem-bench run 用の型の 1 ファイル',
  ],
  [
    'write the files there (default: one file to standard output, a package to modem-bench-client)',
    '出力先のフォルダー（省略時：1 ファイルなら標準出力、パッケージなら modem-bench-client）',
  ],
  [
    'Let an assistant read logs and the state of the bench (Model Context Protocol over standard input and output)',
    'アシスタントにログとベンチの状態を読み取らせる（標準入出力の Model Context Protocol）',
  ],
  [
    'let it ask for calls that write, too; each is asked of you by its client',
    '書き込みを伴う呼び出しの要求も許可する。実行のたびにクライアントが確認を求める',
  ],
  ['the folder whose files it may read as logs', 'ログとして読み取れるファイルのフォルダー'],
  [
    'It only reads unless --allow-use is given; identities and passwords are masked.\nExample of an entry in a client:\n{"command": "modem-bench", "args": ["mcp", "--files", "/home/you/logs"]}',
    '--allow-use を指定しない限り、読み取りだけを行います。識別情報とパスワードは伏せられます。\nクライアントの設定例：\n{"command": "modem-bench", "args": ["mcp", "--files", "/home/you/logs"]}',
  ],
  [
    'Open the window (needs Electron; "serve" gives the same console to a browser)',
    'ウィンドウを開く（Electron が必要。「serve」なら同じコンソールをブラウザーで使える）',
  ],
  ['journals and logs to read in it', 'ウィンドウで読むジャーナルとログ'],
  [
    'The packages for Windows, macOS and Linux bring Electron. For a command installed by npm, put it beside: npm install -g electron',
    'Windows、macOS、Linux 用のパッケージには Electron が含まれています。npm でインストールしたコマンドでは、Electron も追加してください：npm install -g electron',
  ],
  [
    'Keep one line up with two modems, and say why each switch was made',
    '2 台のモデムで 1 本の回線を維持し、切り替えの理由を毎回示す',
  ],
  [
    'a YAML or JSON file; resources/examples/failover.yaml is one',
    'YAML または JSON のファイル（例：resources/examples/failover.yaml）',
  ],
  [
    'one JSON object a decision, the sums last',
    '判断ごとに 1 つの JSON オブジェクトで出力する（最後に集計）',
  ],
  [
    'read the file, say what would be done, and touch nothing',
    'ファイルを読み、実行する内容を表示するだけで、何も操作しない',
  ],
  ['stop after so long; until Ctrl-C when absent', 'この秒数で停止する（省略時：Ctrl-C まで）'],
  [
    'Exit code: 0 the goal was met, 1 it was not, 2 wrong call or file, 3 the port cannot be used.',
    '終了コード：0 目標を達成、1 目標未達、2 呼び出しまたはファイルの誤り、3 ポートを使えない。',
  ],
  [
    'Run a planned night over two modems, with faults, and report on it',
    '2 台のモデムで、計画した障害を伴う一晩の連続試験を行い、結果を報告する',
  ],
  [
    'a YAML or JSON file; resources/examples/soak.yaml is one',
    'YAML または JSON のファイル（例：resources/examples/soak.yaml）',
  ],
  [
    'write the report there as HTML, Markdown and CSV, and the log it points into',
    'HTML、Markdown、CSV のレポートと、その参照先のログを書き出すフォルダー',
  ],
  ['begin anew, though the same run was interrupted', '同じ試験が中断していても、最初から始める'],
  [
    'Ctrl-C ends the run and reports on it. A run that was interrupted otherwise (SIGTERM, a closed terminal, kill, power cut) goes on when the\nsame file is given again. With --host it goes on there meanwhile, and the same file and host follow it again.\nExit code: 0 the goal was met, 1 it was not, 2 wrong call or file, 3 the port cannot be used.',
    'Ctrl-C を押すと試験を終了し、結果を報告します。それ以外で中断した試験（SIGTERM、ターミナルの切断、kill、停電）は、同じファイルを\nもう一度指定すると再開します。--host の試験は中断中も接続先で続き、同じファイルとホストを指定すると再び表示できます。\n終了コード：0 目標を達成、1 目標未達、2 呼び出しまたはファイルの誤り、3 ポートを使えない。',
  ],
  [
    'Test a board by a plan: steps with limits, a result that a build server reads',
    '計画に従ってボードを試験する：判定基準付きのステップと、ビルドサーバーで読み取れる結果',
  ],
  [
    'a YAML or JSON file; resources/examples/board-test-microcat1.yaml is one',
    'YAML または JSON のファイル（例：resources/examples/board-test-microcat1.yaml）',
  ],
  ['the board’s own serial number, for its record', '記録に残す、ボード自身のシリアル番号'],
  [
    'where the board is, in the place of the plan’s port',
    'ボードのポート（計画のポートの代わりに使う）',
  ],
  ['write the result there as JUnit XML', '結果を JUnit XML で書き出すファイル'],
  [
    'write the label of the board there: .zpl for a printer, or .txt',
    'ボードのラベルを書き出すファイル：.zpl（ラベルプリンター用）または .txt',
  ],
  ['print the result as TAP version 14', '結果を TAP バージョン 14 で出力する'],
  [
    'write the result there as JUnit XML, TAP, JSON, and all boards of the plan as CSV and as a page with histograms and trends',
    '結果の JUnit XML、TAP、JSON と、計画の全ボードの CSV、ヒストグラムと推移のページを書き出すフォルダー',
  ],
  [
    'test two boards at once, in slots A and B; the plan’s “slots” says where',
    'スロット A と B で 2 台を同時に試験する（場所は計画の slots に書く）',
  ],
  [
    'with --both, the serial number of the board in slot B',
    '--both のとき、スロット B のボードのシリアル番号',
  ],
  [
    'one board after the other: the serials come from standard input, a line each; the yield last',
    'ボードを 1 台ずつ続けて試験する。シリアル番号は標準入力から 1 行ずつ読み取り、最後に合格率を表示する',
  ],
  [
    'one JSON object a step, the record of the board last',
    'ステップごとに 1 つの JSON オブジェクトで出力する（最後にボードの記録）',
  ],
  [
    'read the plan, say its steps, and touch nothing',
    '計画を読み、ステップを表示するだけで、何も操作しない',
  ],
  [
    'The record of each board is kept in the data folder (units-NAME.jsonl) unless --no-journal is given. A question is asked on the terminal;\nwithout one there is no verdict.\nExit code: 0 passed, 1 the board failed, 2 wrong call or plan, 3 no verdict: the rig failed (port, adapter, disk, nobody to ask), 130 the test was stopped.\nExample: modem-bench test resources/examples/board-test-microcat1.yaml --board-serial A0001 --junit result.xml',
    'ボードごとの記録は、--no-journal を付けない限りデータフォルダー（units-NAME.jsonl）に残ります。質問はターミナルに表示します。\nターミナルがない場合は判定なしになります。\n終了コード：0 合格、1 ボードの不合格、2 呼び出しまたは計画の誤り、3 判定なし：設備異常（ポート、アダプター、ディスク、質問に答える人がいない）、130 試験の中止。\n例：modem-bench test resources/examples/board-test-microcat1.yaml --board-serial A0001 --junit result.xml',
  ],
  [
    'Run a script in JavaScript or TypeScript that works with the bench',
    'ベンチを操作する JavaScript または TypeScript のスクリプトを実行する',
  ],
  [
    'a module (.mjs) that imports openBench from "modem-bench"',
    '"modem-bench" から openBench を import するモジュール（.mjs）',
  ],
  [
    'arguments of the script, behind --; it reads them from process.argv',
    'スクリプトの引数（-- の後に書く）。process.argv で読み取れる',
  ],
  [
    'end the script after so long: 90s, 10m, 1h30m (default: it may take as long as it likes)',
    'スクリプトの制限時間：90s、10m、1h30m など（省略時：制限なし）',
  ],
  [
    'A script is a program of yours and may do whatever you may: run none that you have not read. Ctrl-C tells it to end, ends it 3 s\nlater, hangs up and closes the ports that it opened. What it prints itself is not masked.\nExit code: 0 done, 1 the script threw or was stopped, 2 wrong call, 3 the bench of --host cannot be reached; process.exitCode of the script counts.\nThe types for an editor: modem-bench api script. Examples: resources/examples/scripts. The guide: docs/guides/scripts.md\nExample: modem-bench run attach-timing.mjs --timeout 1h -- sim:sim7672 --cycles 10',
    'スクリプトは自分で実行するプログラムと同じ権限で動きます。内容を確認していないスクリプトは実行しないでください。Ctrl-C を押すと\nスクリプトに終了を通知し、3 秒後に強制終了して、スクリプトが開いた回線とポートを閉じます。スクリプト自身の出力は伏せられません。\n終了コード：0 完了、1 スクリプトの例外または中止、2 呼び出しの誤り、3 --host のベンチに接続できない。スクリプトの process.exitCode も有効です。\nエディター用の型：modem-bench api script。例：resources/examples/scripts。ガイド：docs/guides/scripts.md\n例：modem-bench run attach-timing.mjs --timeout 1h -- sim:sim7672 --cycles 10',
  ],
  [
    'the folder whose rules are meant, instead of the user’s data folder',
    '対象のルールがあるフォルダー（省略時：ユーザーのデータフォルダー）',
  ],
  ['name of the rule, as the list shows it', '一覧に表示されるルールの名前'],
] as const
