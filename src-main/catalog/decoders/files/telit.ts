import { decimal, int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { file, folder, length, mode, password, timeoutS, user } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Telit xE910/xE310 AT Commands Reference Guide (80000ST10028A), FTP',
  'telit',
)

const sendPrompt = { prompt: '> ' }

const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')

export default [
  action('#FTPOPEN', 'connecting to an FTP server', 'FTP サーバーへの接続', [
    text('host', 'server:port', 'サーバー'),
    user,
    password,
    int('mode', 'mode', 'モード', table('0 active|アクティブ', '1 passive|パッシブ')),
  ]),
  action('#FTPCLOSE', 'closing the FTP connection', 'FTP の切断', []),
  action('#FTPGET', 'getting a file over FTP', 'FTP でのファイル取得', [
    text('file', 'file', 'ファイル'),
  ]),
  action('#FTPGETPKT', 'getting a file over FTP', 'FTP でのファイル取得', [
    text('file', 'file', 'ファイル'),
    int('view', 'as', '形式', table('0 text|テキスト', '1 hex|16 進')),
  ]),
  action('#FTPRECV', 'reading what FTP received', 'FTP 受信データの読み出し', [length], {
    parameters: [length],
    body: 'answer',
    asks: true,
    answer: ([head, ...lines]) => ({
      length: head?.int(0, 'length'),
      ...(lines.length > 0 ? { data: lines.map(({ line }) => line).join('\n') } : {}),
    }),
  }),
  action('#FTPPUT', 'sending a file over FTP', 'FTP でのファイル送信', [
    text('file', 'file', 'ファイル'),
    int(
      'conn_mode',
      'mode',
      'モード',
      table('0 data mode|データモード', '1 command mode|コマンドモード'),
    ),
  ]),
  action('#FTPAPPEXT', 'sending data over FTP', 'FTP でのデータ送信', [length], {
    parameters: [int('sent', 'octets sent', '送信済みオクテット数')],
    ends: sendPrompt,
  }),
  action('#FTPLIST', 'getting the list of an FTP folder', 'FTP フォルダーの一覧取得', [
    text('file', 'folder', 'フォルダー'),
  ]),
  action('#FTPDELE', 'deleting a file over FTP', 'FTP でのファイル削除', [
    text('file', 'file', 'ファイル'),
  ]),
  setting('#FTPCWD', 'FTP folder', 'FTP フォルダー', [text('folder', 'folder', 'フォルダー')]),
  setting('#FTPTYPE', 'FTP transfer type', 'FTP の転送形式', [
    int('type', 'type', '形式', table('0 binary|バイナリ', '1 text|テキスト')),
  ]),
  setting('#FTPTO', 'FTP time limit', 'FTP タイムアウト', [
    decimal('timeout', 'time limit', 'タイムアウト'),
  ]),
  question('#FTPMSG', 'last answer of the FTP server', 'FTP サーバーの直近の応答', [
    text('text', 'answer', '応答'),
  ]),
  question(
    '#FTPFSIZE',
    'size of a file on the FTP server',
    'FTP サーバー上のファイルサイズ',
    [length],
    {
      set: [text('file', 'file', 'ファイル')],
    },
  ),
  gsm.setting('#FTPCFG', 'settings of FTP', 'FTP の設定', [timeoutS, mode]),
  gsm.question('#FTPPWD', 'folder of the FTP server', 'FTP の現在フォルダー', [folder]),
  gsm.setting('#FTPREST', 'where an FTP transfer goes on', 'FTP の再開位置', [
    int('offset', 'offset', 'オフセット'),
  ]),
  gsm.action('#FTPAPP', 'adding to a file by FTP', 'FTP での追記', [file]),
]
