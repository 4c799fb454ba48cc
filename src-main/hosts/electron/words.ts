import { app } from 'electron'
import type { Bench } from '@bench/bench'
import type { Language, Words } from '@core/words'

/** The language of the menus and questions of the system: that of the settings, else that of the computer. */
export function languageOf(bench: Bench): Language {
  const { language } = bench.settings.value
  if (language !== 'auto') return language
  return app.getLocale().startsWith('ja') ? 'ja' : 'en'
}

const words = (en: string, ja: string): Words => ({ en, ja })

export const menu = {
  file: words('File', 'ファイル'),
  edit: words('Edit', '編集'),
  view: words('View', '表示'),
  window: words('Window', 'ウィンドウ'),
  another: words('New Window', '新しいウィンドウ'),
  close: words('Close Window', 'ウィンドウを閉じる'),
  quit: words('Quit', '終了'),
  undo: words('Undo', '元に戻す'),
  redo: words('Redo', 'やり直す'),
  cut: words('Cut', '切り取り'),
  copy: words('Copy', 'コピー'),
  paste: words('Paste', '貼り付け'),
  delete: words('Delete', '削除'),
  selectAll: words('Select All', 'すべて選択'),
  resetZoom: words('Actual Size', '実際のサイズ'),
  zoomIn: words('Zoom In', '拡大'),
  zoomOut: words('Zoom Out', '縮小'),
  togglefullscreen: words('Full Screen', '全画面表示'),
  toggleDevTools: words('Developer Tools', '開発者ツール'),
  minimize: words('Minimize', '最小化'),
  front: words('Bring All to Front', 'すべてを手前に移動'),
} as const

export const leaving = {
  question: words('A modem is connected.', 'モデムが接続中です。'),
  detail: (slots: string) =>
    words(
      `Slot ${slots}: closing the window hangs up and closes the port.`,
      `スロット ${slots}：ウィンドウを閉じると、接続を切り、ポートを閉じます。`,
    ),
  quit: words('Hang up and close', '切断して閉じる'),
  stay: words('Stay connected', '接続を続ける'),
} as const

export const background = {
  question: words('A soak run goes on.', '連続試験を実行中です。'),
  detail: words(
    'It needs no window. Quit, and it goes on when Modem Bench starts again; the time between is reported as a gap.',
    '試験はウィンドウなしで続けられます。終了した場合は次回の起動時に再開し、その間は中断として報告されます。',
  ),
  keep: words('Keep running in the background', 'バックグラウンドで続ける'),
  quit: words('Quit', '終了'),
  cancel: words('Cancel', 'キャンセル'),
  show: words('Show Modem Bench', 'Modem Bench を表示'),
  goesOn: words(
    'The soak run goes on in the background. Click the icon, or start Modem Bench again, to see it.',
    '連続試験はバックグラウンドで続いています。アイコンをクリックするか、Modem Bench をもう一度起動すると表示されます。',
  ),
  met: words('The soak run has ended: goal met.', '連続試験が終了しました：目標達成'),
  missed: words('The soak run has ended: goal missed.', '連続試験が終了しました：目標未達'),
} as const

export const watching = {
  stopped: words('The window stopped.', 'ウィンドウが停止しました。'),
  again: words(
    'It stopped several times within a minute, so Modem Bench closes the ports and ends. The log is safe. Start it again; if it happens again, report it with the log of that time.',
    '1 分以内に繰り返し停止したため、ポートを閉じて終了します。ログは保存されています。もう一度起動し、再発する場合はそのときのログを添えて報告してください。',
  ),
  hangs: words('The window does not answer.', 'ウィンドウが応答していません。'),
  safe: words(
    'The ports stay open and everything is logged meanwhile. Loading the window again loses only what was typed and not sent.',
    'この間もポートは開いたままで、通信はすべて記録されています。再読み込みで失われるのは、入力中で未送信の内容だけです。',
  ),
  wait: words('Wait', '待つ'),
  reload: words('Load the window again', 'ウィンドウを再読み込み'),
} as const

export const remote = {
  menu: words('Open Remote Bench…', '他のコンピューターのベンチを開く…'),
} as const

export const help = {
  aboutMenu: words('About Modem Bench', 'Modem Bench について'),
  licence: words('Licence', 'ライセンス'),
  notices: words('Third-party notices', 'サードパーティーの通知'),
  copy: words('Copy', 'コピー'),
  close: words('Close', '閉じる'),
  /** Where no program of the computer shows a text file. */
  lies: (path: string) => words(`It is in ${path}.`, `次の場所にあります：${path}`),
  reportMenu: words('Report a Problem…', '問題を報告…'),
  question: words('Write a report of a problem?', '問題の報告を書き出しますか？'),
  contents: words(
    'One zip file: versions of the program and the system, settings without logins, the ports of this computer, how the slots stand, the log of this run (else of the run before) with identities, passwords, cells and addresses masked, and what the program said of itself. Nothing is sent to anybody: the file lies where you put it. Look into it before you hand it on.',
    '次の内容を 1 つの zip ファイルにまとめます：プログラムとシステムのバージョン、ログイン情報を除いた設定、このコンピューターのポート、スロットの状態、今回（なければ前回）のログ（個体情報・パスワード・セル・アドレスは伏せます）、プログラム自身の記録。どこにも送信しません。ファイルは指定した場所に保存されます。渡す前に中身を確認してください。',
  ),
  choose: words('Save…', '保存…'),
  cancel: words('Cancel', 'キャンセル'),
  written: words('The report is written.', '報告を書き出しました。'),
  writtenTo: (path: string, files: string) =>
    words(
      `${path}\nIn it: ${files}. Nothing was sent.`,
      `${path}\n内容：${files}。送信はしていません。`,
    ),
  show: words('Show in folder', 'フォルダーを開く'),
  failed: words('The report could not be written.', '報告を書き出せませんでした。'),
} as const

export const updates = {
  menu: words('Check for Updates…', '更新を確認…'),
  help: words('Help', 'ヘルプ'),
  off: words('No address for updates is set.', '更新の取得先が設定されていません。'),
  offDetail: words(
    'Settings → About takes the https address of a folder with the releases and their latest.yml. Without it Modem Bench asks nobody.',
    '「設定」の「このソフトウェアについて」で、リリースと latest.yml を置いたフォルダーの https アドレスを指定してください。指定しない限り、外部への問い合わせは行いません。',
  ),
  byHand: words(
    'This package is updated the way it was installed.',
    'このパッケージは、インストールしたときと同じ方法で更新してください。',
  ),
  byHandDetail: words(
    'Get the newer deb, rpm or archive and install it over this one. An AppImage, the installer for Windows and the app for macOS can fetch it by themselves.',
    '新しい deb、rpm、またはアーカイブを入手し、上書きインストールしてください。AppImage、Windows のインストーラー版、macOS 版は自分で更新を取得できます。',
  ),
  newest: (version: string) =>
    words(`Version ${version} is the newest.`, `バージョン ${version} は最新です。`),
  from: (feed: string) => words(`Asked: ${feed}`, `問い合わせ先：${feed}`),
  found: (version: string) =>
    words(`Version ${version} is available.`, `バージョン ${version} を入手できます。`),
  foundQuietly: (version: string) =>
    words(
      `Version ${version} is available: Help → Check for Updates…`,
      `バージョン ${version} を入手できます。「ヘルプ」→「更新を確認…」`,
    ),
  foundDetail: words(
    'It is fetched while you work on, and installed when you close Modem Bench. Ports and log are not touched before.',
    '作業を続けながらダウンロードし、Modem Bench を終了したときにインストールします。それまでポートとログには影響しません。',
  ),
  fetch: words('Download', 'ダウンロード'),
  later: words('Later', '後で'),
  ready: (version: string) =>
    words(`Version ${version} is ready.`, `バージョン ${version} の準備ができました。`),
  readyDetail: words(
    'It is installed when you close Modem Bench.',
    'Modem Bench を終了するとインストールされます。',
  ),
  failed: (feed: string) =>
    words(`No update from ${feed}.`, `${feed} から更新を取得できませんでした。`),
  failedDetail: (why: Words) =>
    words(
      `${why.en}\n\nCheck the address in Settings → About, and the network. Nothing was changed.`,
      `${why.ja}\n\n「設定」の「このソフトウェアについて」にあるアドレスと、ネットワークを確認してください。何も変更されていません。`,
    ),
  close: words('Close', '閉じる'),
} as const
