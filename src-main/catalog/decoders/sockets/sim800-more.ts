import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  address,
  apn,
  file,
  folder,
  host,
  item,
  length,
  mode,
  onOff,
  password,
  port,
  user,
} from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
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
  setting('+CIPCSGP', 'CSD or GPRS for the internal IP', '内蔵 IP の回線種別', [
    int('mode', 'bearer', '回線', table('0 CSD|CSD', '1 GPRS|GPRS')),
    apn,
    user,
    password,
  ]),
  setting('+CLPORT', 'own port', '自ポート番号', [text('type', 'protocol', 'プロトコル'), port]),
  setting('+CIPUDPMODE', 'extended UDP', 'UDP 拡張モード', [onOff, address, port]),
  setting('+CIPSHOWTP', 'protocol before received data', '受信データのプロトコル表示', [onOff]),
  setting('+CIPATS', 'sending by itself after a time', '一定時間後の自動送信', [
    onOff,
    int('time_s', 's', '秒'),
  ]),
  setting('+CIPDPDP', 'watch on the GPRS context', 'GPRS 接続の監視', [
    onOff,
    int('interval_s', 's', '秒'),
    int('times', 'times', '回数'),
  ]),
  setting('+CIPTKA', 'TCP keep-alive', 'TCP キープアライブ', [
    onOff,
    int('idle_s', 'after s', '開始まで 秒'),
    int('interval_s', 'every s', '間隔 秒'),
    int('count', 'tries', '回数'),
  ]),
  setting('+CIPSSL', 'TLS of the sockets', 'ソケットの TLS', [onOff]),
  setting('+CIPRDTIMER', 'delay before the close is told', '切断通知の遅延', [
    int('time_ms', 'ms', 'ms'),
  ]),
  setting('+CIPSGTXT', 'context for GPRS', 'GPRS のコンテキスト', [mode]),
  action('+CIPSCONT', 'saving the settings of the internal IP', '内蔵 IP 設定の保存'),
  setting('+HTTPSSL', 'TLS of HTTP', 'HTTP の TLS', [onOff]),
  question('+HTTPSTATUS', 'state of HTTP', 'HTTP の状態', [
    text('method', 'method', 'メソッド'),
    int('status', 'state', '状態', table('0 idle|待機', '1 receiving|受信中', '2 sending|送信中')),
    int('finish', 'octets done', '完了'),
    int('remain', 'octets left', '残り'),
  ]),
  action('+HTTPSCONT', 'saving the settings of HTTP', 'HTTP 設定の保存'),
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
  question(
    '+CIPGSMLOC',
    'position by cells',
    '基地局測位',
    [
      int(
        'result',
        'result',
        '結果',
        table(
          '0 success|成功',
          '404 not found|見つからない',
          '408 timeout|タイムアウト',
          '601 network error|ネットワークのエラー',
          '602 no memory|メモリ不足',
          '603 DNS failed|DNS 失敗',
          '604 stack busy|スタック処理中',
          '65535 other error|その他のエラー',
        ),
      ),
      text('date', 'date', '日付'),
      text('time', 'time', '時刻'),
    ],
    {
      set: [int('type', 'what to ask', '種別'), int('cid', 'bearer', 'ベアラー')],
      row: (row) => {
        row.mark(1, 'position')
        row.mark(2, 'position')
        return {
          result: row.int(0, 'result'),
          longitude: row.text(1),
          latitude: row.text(2),
          date: row.text(3),
          time: row.text(4),
        }
      },
    },
  ),
  setting(
    '+CSMINS',
    'SIM inserted',
    'SIM の挿入',
    [int('n', 'report', '通知'), int('inserted', 'SIM', 'SIM', table('0 out|なし', '1 in|あり'))],
    { urc: true, isUnsolicited: () => false },
  ),
  setting('+CSDT', 'detection of the SIM', 'SIM の検出', [onOff]),
  setting('+CLTS', 'time from the network', 'ネットワークからの時刻取得', [
    int('mode', 'state', '状態', table('0 off|オフ', '1 on|オン')),
  ]),
  setting('+SLEDS', 'timing of the network light', 'ネットワーク LED の点滅', [
    mode,
    int('on_ms', 'on ms', '点灯 ms'),
    int('off_ms', 'off ms', '消灯 ms'),
  ]),
  setting('+CBAND', 'band', 'バンド', [text('band', 'band', 'バンド')]),
  setting('+EGPRS', 'EDGE', 'EDGE の設定', [mode]),
  setting('+CGMSCLASS', 'GPRS class', 'GPRS クラス', [int('class', 'class', 'クラス')]),
  setting('+CEXTERNTONE', 'microphone of a call', '通話のマイク', [mode]),
  setting('+CMIC', 'gain of the microphone', 'マイクの利得', [
    int('channel', 'channel', 'チャネル'),
    int('gain', 'gain', '利得'),
  ]),
  setting('+SIDET', 'side tone', 'サイドトーン', [
    int('channel', 'channel', 'チャネル'),
    int('level', 'level', '段階'),
  ]),
  setting('+CHFA', 'sound channel', '音声チャネル', [int('channel', 'channel', 'チャネル')]),
  setting('+ECHO', 'echo cancelling', 'エコーキャンセル', [item]),
  setting('+DDET', 'detection of tones', 'トーン検出', [onOff], {}),
  news('+DTMF', 'key pressed in a call', '通話中のキー', [text('key', 'key', 'キー')]),
]
