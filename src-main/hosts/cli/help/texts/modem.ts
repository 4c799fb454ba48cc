/** The Japanese of the help of commands for ports and connections; what several share stands where it comes first. */
export const modem = [
  [
    'Brings a cellular modem on a bench to life, and says why when it does not connect.',
    'ベンチの上のセルラーモデムを動かし、接続できないときはその理由を示します。',
  ],
  ['print the version', 'バージョンを表示する'],
  [
    '(modem-bench --help, or modem-bench <command> --help, lists what is expected)',
    '（指定方法は modem-bench --help または modem-bench <コマンド> --help で確認できます）',
  ],
  [
    'List the ports of this computer and the simulated modems',
    'このコンピューターのポートと模擬モデムの一覧を表示する',
  ],
  ['one JSON object a line', '1 行に 1 つの JSON オブジェクトで出力する'],
  ['language of the words', '表示言語'],
  [
    'Find out which ports are for AT: one at a time, never on DIAG or GPS ports',
    'AT 用のポートを探す：1 つずつ調べ、DIAG と GPS のポートには触れない',
  ],
  [
    'paths; all serial ports of this computer when none is named',
    'ポートのパス（省略時：このコンピューターの全シリアルポート）',
  ],
  [
    'keep the journal there instead of in the user’s data folder',
    'ジャーナルの保存先（省略時：ユーザーのデータフォルダー）',
  ],
  ['keep no journal', 'ジャーナルを保存しない'],
  [
    'use the bench that modem-bench serve offers there: http://pi.local:8080/',
    'modem-bench serve が公開しているベンチを使う：http://pi.local:8080/',
  ],
  [
    'the token of that bench. Else MODEM_BENCH_TOKEN counts',
    '接続先のベンチのトークンのファイル。省略時は MODEM_BENCH_TOKEN を使う',
  ],
  ['trust this certificate (PEM) of that bench', '接続先のベンチについて信頼する証明書（PEM）'],
  [
    'which speed answers AT without noise: one after the other, each with what came; the ports must be closed',
    'AT に雑音なく応答する通信速度を順に探し、速度ごとに結果を表示する（ポートは閉じておくこと）',
  ],
  ['one JSON object a port', 'ポートごとに 1 つの JSON オブジェクトで出力する'],
  [
    'A silent port is also sent the close-down of a multiplexer: a modem that was left in it answers AT again.\nExit code: 0 a port answers AT, 1 none does, 2 wrong call. Why a port cannot be opened stands in its row.',
    '応答のないポートには、マルチプレクサーの終了要求も送ります。マルチプレクサーのまま残っていたモデムは、再び AT に応答します。\n終了コード：0 AT に応答するポートがある、1 ない、2 呼び出しの誤り。ポートを開けない理由は、そのポートの行に表示します。',
  ],
  [
    'Name the settings an earlier program left in the modem, and put them back',
    '以前のプログラムがモデムに残した設定を示し、元に戻す',
  ],
  [
    'a path, tcp:host:port, rfc2217://host:port, or sim:sim7672',
    'パス、tcp:host:port、rfc2217://host:port、または sim:sim7672',
  ],
  ['put them back', '元に戻す'],
  ['speed', '通信速度'],
  [
    'data bits, parity (N, E, O) and stop bits',
    'データビット、パリティ（N、E、O）、ストップビット',
  ],
  ['hardware flow control', 'ハードウェアフロー制御（RTS/CTS）を使う'],
  [
    'the board of the modem, to switch it on: 3gpi-v2, …, or a file: ./my-board.yaml (see power --help)',
    'モデムのボード（電源を入れるため）：3gpi-v2 など、またはファイル：./my-board.yaml（power --help を参照）',
  ],
  [
    'gpiod, cp2112:SERIAL, mcp2221:SERIAL, usbrelay:ABCDE, lcus:PORT, numato:PORT, micropython:PORT, serial:PORT, sim:sim7672; the first one of the board when absent',
    'gpiod、cp2112:SERIAL、mcp2221:SERIAL、usbrelay:ABCDE、lcus:PORT、numato:PORT、micropython:PORT、serial:PORT、sim:sim7672（省略時：ボードの先頭のアダプター）',
  ],
  ['where a line is wired: power=17 (repeat it)', '信号線の配線先：power=17（複数指定可）'],
  ['a pin set of the board: default, alternative', 'ボードのピン配置：default、alternative'],
  ['one JSON object each', '1 件ごとに 1 つの JSON オブジェクトで出力する'],
  [
    'Settings of the radio that limit the modem are named, too, with the line that lifts them; --restore leaves them.\nA modem that was left in the multiplexer is brought back first. Exit code: 0 nothing is left (any more), 1 something is, 2 wrong call, 3 no port.',
    'モデムを制限している無線の設定も、解除するコマンドとともに表示します。--restore では変更しません。\nマルチプレクサーのまま残っていたモデムは、先に元へ戻します。終了コード：0 残っている設定はない（元に戻した場合を含む）、1 残っている、2 呼び出しの誤り、3 ポートを使えない。',
  ],
  [
    'Send AT commands and print the answers; exit 1 when one is refused',
    'AT コマンドを送り、応答を表示する（1 つでも拒否されると終了コード 1）',
  ],
  [
    'AT commands, or - to read them from standard input, one a line',
    'AT コマンド。- なら標準入力から 1 行に 1 つずつ読み取る',
  ],
  [
    'how long to wait for each answer (default: by command)',
    '応答ごとの待ち時間（省略時：コマンドによる）',
  ],
  ['one JSON object an answer', '応答ごとに 1 つの JSON オブジェクトで出力する'],
  [
    'what a command is given that prompts for it (AT+CMGS, AT+CIPSEND …): TEXT as UTF-8, @FILE, or hex:48691a; Ctrl-Z is added to the first two where that ends them; may be repeated, one for each prompt',
    'プロンプトを返すコマンド（AT+CMGS、AT+CIPSEND など）に渡す本文：TEXT（UTF-8）、@FILE、または hex:48691a。TEXT と @FILE には、Ctrl-Z で終わるコマンドの場合に Ctrl-Z を付け加える。プロンプトごとに 1 つずつ、複数指定可',
  ],
  [
    'run a macro: a file (docs/macros.md), information, wait-for-network',
    'マクロを実行する：ファイル（docs/macros.md を参照）、information、wait-for-network',
  ],
  [
    'with --macro, the port of slot B, for a macro that works with both slots',
    '--macro のとき、両スロットを使うマクロのためのスロット B のポート',
  ],
  ['a value for the macro; may be repeated', 'マクロの変数の値（複数指定可）'],
  [
    'A modem that an earlier program left in the multiplexer is brought back first (some seconds); one that is in a data call is not:\nmodem-bench back PORT does that.',
    '以前のプログラムがマルチプレクサーのまま残したモデムは、先に元へ戻します（数秒かかります）。データ接続中のモデムは戻しません。\nその場合は modem-bench back PORT を実行してください。',
  ],
  [
    'Bring a modem back to command mode: out of a call, PPP or the multiplexer',
    'モデムをコマンドモードへ戻す：データ接続、PPP、マルチプレクサーを終了する',
  ],
  [
    'one JSON object a rung, the result last',
    '段ごとに 1 つの JSON オブジェクトで出力する（最後に結果）',
  ],
  [
    'A call that an earlier program left open is ended: PPP is asked to go, then +++, DTR and the close-down of the multiplexer, each\nproved by AT. Up to a minute where nothing helps.\nExit code: 0 in command mode, 1 not, 2 wrong call, 3 the port cannot be used.',
    '以前のプログラムが残した接続を終了します。PPP の終了要求、+++、DTR、マルチプレクサーの終了要求を順に試し、そのたびに AT で\n確認します。どれも効かない場合は最大 1 分かかります。\n終了コード：0 コマンドモードに戻った、1 戻らない、2 呼び出しの誤り、3 ポートを使えない。',
  ],
  [
    'Bring a modem online step by step, prove it, and say where it stopped and why',
    'モデムを段階的に接続し、通信できることを確かめる。失敗したときは、どこで、なぜ止まったかを示す',
  ],
  [
    'APN, user, password, authentication and context type of a preset, such as soracom; what is given beside it counts instead. A name that does not exist lists them',
    'プリセット（soracom など）の APN、ユーザー名、パスワード、認証、コンテキストのタイプを使う。個別に指定した値が優先される。存在しない名前を指定すると一覧を表示する',
  ],
  ['access point name', 'アクセスポイント名（APN）'],
  ['user for PAP or CHAP', 'PAP または CHAP のユーザー名'],
  [
    'password for PAP or CHAP; others on this computer can read it',
    'PAP または CHAP のパスワード（このコンピューターの他のユーザーにも見える）',
  ],
  [
    'take the password from this file; - is standard input, asked for on a terminal. Else MODEM_BENCH_PASSWORD counts',
    'パスワードをこのファイルから読み取る。- なら標準入力（ターミナルでは入力を求める）。省略時は MODEM_BENCH_PASSWORD を使う',
  ],
  ['authentication; auto without it', '認証（省略時：auto）'],
  [
    'context type: IPv4, IPv6, or both, as far as the network gives; IP without it',
    'コンテキストのタイプ：IPv4、IPv6、または両方（ネットワークが割り当てる範囲）。省略時：IP',
  ],
  ['context to use', '使用するコンテキスト'],
  ['PIN of the SIM; tried once', 'SIM の PIN（1 回だけ試す）'],
  [
    'the same for the PIN. Else MODEM_BENCH_PIN counts',
    'PIN を同様にファイルから読み取る。省略時は MODEM_BENCH_PIN を使う',
  ],
  ['speak PPP at once, without AT', 'AT を使わず、すぐに PPP を開始する'],
  [
    'keep AT while connected, over the multiplexer',
    'マルチプレクサー（CMUX）を使い、接続中も AT を使えるようにする',
  ],
  [
    'the multiplexer with these frames of 3GPP TS 27.010; without it basic where the modem offers both',
    'マルチプレクサーで使う 3GPP TS 27.010 のフレーム形式（省略時：モデムが両方に対応していれば basic）',
  ],
  [
    'AT beside data through another AT port of the same modem (modem-bench ports lists them)',
    '同じモデムの別の AT ポートを使い、データ通信中も AT を使えるようにする（ポートは modem-bench ports で確認）',
  ],
  [
    'look the host up and ping it; that of the preset without it',
    '名前解決して ping するホスト（省略時：プリセットのもの）',
  ],
  [
    'fetch a page at the end; that of the preset without it',
    '最後に取得するページ（省略時：プリセットのもの）',
  ],
  ['write the exchange, explained, to a new file', 'やり取りを説明付きで新しいファイルに書き出す'],
  [
    'leave IMEI, IMSI, ICCID, phone numbers, PINs and passwords readable in that file',
    'そのファイルで IMEI、IMSI、ICCID、電話番号、PIN、パスワードを伏せない',
  ],
  [
    'one JSON object a step, the verdict last',
    'ステップごとに 1 つの JSON オブジェクトで出力する（最後に判定）',
  ],
  [
    'stay connected that long before hanging up; with --cmux or --at-port the radio signal is printed every 10 s. A device that is unplugged meanwhile is connected again when it is back, under any name',
    '切断せずに接続を保つ秒数。--cmux または --at-port を付けると、電波の状態を 10 秒ごとに表示する。途中で抜けたデバイスは、復帰すると（名前が変わっていても）接続し直す',
  ],
  [
    'Exit code: 0 connected, 1 not connected, 2 wrong call, 3 the port cannot be used.',
    '終了コード：0 接続した、1 接続できない、2 呼び出しの誤り、3 ポートを使えない。',
  ],
] as const
