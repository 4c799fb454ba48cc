import type { Words } from '@contract'

/** What `--help` says of the commands for programs, in both languages. */
export const help = {
  api: {
    en: 'Write what describes the API of serve, and clients for it',
    ja: 'serve の API の記述と、そのクライアントを出力する',
  },
  apiWhat: {
    en: 'openapi: the calls; asyncapi: the events; python: a client in one file; npm: a typed client as a package; script: the types of modem-bench run in one file',
    ja: 'openapi：呼び出し、asyncapi：イベント、python：1 ファイルのクライアント、npm：型付きクライアントのパッケージ、script：modem-bench run 用の型の 1 ファイル',
  },
  apiTo: {
    en: 'write the files there (default: one file to standard output, a package to modem-bench-client)',
    ja: '出力先のフォルダー（省略時：1 ファイルなら標準出力、パッケージなら modem-bench-client）',
  },
  token: {
    en: 'Make, list and withdraw tokens for serve, or show the one that it keeps in a file',
    ja: 'serve のトークンを作成、一覧表示、取り消しする。または、ファイルに保存されているトークンを表示する',
  },
  tokenFile: {
    en: 'the file of serve --token-file (default: token in the data folder)',
    ja: 'serve --token-file のファイル（省略時：データフォルダーの token）',
  },
  tokenRenew: {
    en: 'put a new token in its place; windows with the old one are out at the next start of serve',
    ja: '新しいトークンに置き換える。古いトークンのウィンドウは、次に serve を起動すると使えなくなる',
  },
  tokenPath: {
    en: 'print where the file is instead of what it holds',
    ja: '内容の代わりにファイルの場所を表示する',
  },
  tokenData: {
    en: 'the data folder of serve (default: yours, or MODEM_BENCH_DATA)',
    ja: 'serve のデータフォルダー（省略時：自分のもの、または MODEM_BENCH_DATA）',
  },
  tokenNew: {
    en: 'Make a token and print it, this once; a running serve takes it at once',
    ja: 'トークンを作成し、一度だけ表示する。実行中の serve でもすぐに使える',
  },
  tokenName: { en: 'who or what has it', ja: '誰が、または何が使うか' },
  tokenRole: {
    en: 'read: look; use: also use the modems; administer: also change settings, presets, macros and boards',
    ja: 'read：閲覧、use：モデムの操作も可、administer：設定、プリセット、マクロ、ボードの変更も可',
  },
  tokenExpires: {
    en: 'after so long it opens nothing: 12h, 90d (default: never)',
    ja: '有効期間：12h、90d など（省略時：無期限）',
  },
  tokenList: {
    en: 'List the tokens that were made: name, role, since when, until when',
    ja: '作成したトークンの一覧を表示する：名前、権限、作成日時、期限',
  },
  tokenJson: { en: 'one JSON object a line', ja: '1 行に 1 つの JSON オブジェクトで出力する' },
  tokenWithdraw: {
    en: 'Make a token worthless; who is connected with it is cut off within a second',
    ja: 'トークンを取り消す。接続中の相手は 1 秒以内に切断される',
  },
  tokenShown: { en: 'as token list shows it', ja: 'token list に表示される名前' },
  mcp: {
    en: 'Let an assistant read logs and the state of the bench (Model Context Protocol over standard input and output)',
    ja: 'アシスタントにログとベンチの状態を読み取らせる（標準入出力の Model Context Protocol）',
  },
  mcpAllowUse: {
    en: 'let it ask for calls that write, too; each is asked of you by its client',
    ja: '書き込みを伴う呼び出しの要求も許可する。実行のたびにクライアントが確認を求める',
  },
  mcpFiles: {
    en: 'the folder whose files it may read as logs',
    ja: 'ログとして読み取れるファイルのフォルダー',
  },
  mcpMore: {
    en: 'It only reads unless --allow-use is given; identities and passwords are masked.\nExample of an entry in a client:',
    ja: '--allow-use を指定しない限り、読み取りだけを行います。識別情報とパスワードは伏せられます。\nクライアントの設定例：',
  },
  language: { en: 'language of the words', ja: '表示言語' },
} as const satisfies { readonly [name: string]: Words }
