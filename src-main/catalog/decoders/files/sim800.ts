import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { file, folder, host, length, mode, password, port, user } from '../shared/vocabulary'

const { action, later, question, setting } = family(
  'SIM800 Series AT Command Manual V1.12',
  'simcom',
)

const ftpResult = int(
  'result',
  'result',
  '結果',
  table(
    '0 all sent, or closed|完了または切断',
    '1 ready or open|準備完了・接続',
    '61 network error|ネットワークのエラー',
    '62 DNS failed|DNS 失敗',
    '63 connection failed|接続失敗',
    '64 timeout|タイムアウト',
    '65 server error|サーバーエラー',
    '66 operation not allowed|操作が許可されていない',
    '70 replay error|応答エラー',
    '71 user error|ユーザー名誤り',
    '72 password error|パスワード誤り',
    '73 type error|種別エラー',
    '74 rest error|再開エラー',
    '75 passive error|パッシブエラー',
    '76 active error|アクティブエラー',
    '77 operation error|操作エラー',
    '78 upload error|送信エラー',
    '79 download error|受信エラー',
    '80 manual quit|手動終了',
  ),
)
const transfer = [int('mode', 'mode', 'モード'), ftpResult, length]
const ends = { secondMs: 75_000 }

export default [
  setting('+FTPCID', 'bearer of FTP', 'FTP のベアラー', [int('cid', 'bearer', 'ベアラー')]),
  setting('+FTPSERV', 'FTP server', 'FTP サーバー', [host]),
  setting('+FTPPORT', 'port of the FTP server', 'FTP サーバーのポート', [port]),
  setting('+FTPUN', 'user name for FTP', 'FTP のユーザー名', [user]),
  setting('+FTPPW', 'password for FTP', 'FTP のパスワード', [password]),
  setting('+FTPTYPE', 'kind of FTP transfer', 'FTP の転送種別', [
    text('type', 'type', '種別', table('A text|テキスト', 'I binary|バイナリ')),
  ]),
  setting('+FTPMODE', 'active or passive FTP', 'FTP のモード', [
    int('mode', 'mode', 'モード', table('0 active|アクティブ', '1 passive|パッシブ')),
  ]),
  setting('+FTPGETNAME', 'file to get', '取得するファイル', [file]),
  setting('+FTPGETPATH', 'folder to get from', '取得元フォルダー', [folder]),
  setting('+FTPPUTNAME', 'file to put', '送信先ファイル', [file]),
  setting('+FTPPUTPATH', 'folder to put into', '送信先フォルダー', [folder]),
  setting('+FTPPUTOPT', 'how a file is put', 'ファイル送信の方法', [
    text('option', 'option', '方法'),
  ]),
  setting('+FTPSSL', 'TLS of FTP', 'FTP の TLS', [mode]),
  later('+FTPGET', 'getting a file by FTP', 'FTP によるファイル取得', [mode, length], transfer, {
    ends,
  }),
  later('+FTPPUT', 'putting a file by FTP', 'FTP によるファイル送信', [mode, length], transfer, {
    ends,
  }),
  later('+FTPSIZE', 'asking the size of a file', 'ファイルサイズの取得', [], transfer, { ends }),
  later(
    '+FTPLIST',
    'reading the list of a folder',
    'フォルダー一覧の取得',
    [mode, length],
    transfer,
    { ends },
  ),
  later('+FTPDELE', 'deleting a file of the server', 'サーバーのファイル削除', [], transfer, {
    ends,
  }),
  later('+FTPMKD', 'making a folder on the server', 'サーバーでのフォルダー作成', [], transfer, {
    ends,
  }),
  later('+FTPRMD', 'deleting a folder of the server', 'サーバーのフォルダー削除', [], transfer, {
    ends,
  }),
  action('+FTPQUIT', 'ending FTP', 'FTP の終了'),
  question('+FTPSTATE', 'state of FTP', 'FTP の状態', [
    int('state', 'state', '状態', table('0 idle|待機', '1 in use|処理中')),
  ]),
]
