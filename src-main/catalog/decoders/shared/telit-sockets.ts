import { int, secret, text } from '@core/at/parameter'
import { table } from './family'
import { cid } from './vocabulary'

/** The sockets of Telit (#SD …), whose commands Sequans has under names of its own (+SQNSD …). */
export const connId = int('conn_id', 'socket', 'ソケット')
export const protocol = int('protocol', 'protocol', 'プロトコル', table('0 TCP|TCP', '1 UDP|UDP'))
export const closure = int('closure_type', 'how it is closed', '切断方法')
export const connMode = int(
  'conn_mode',
  'mode',
  'モード',
  table('0 data mode|データモード', '1 command mode|コマンドモード'),
)
export const listen = int('listen', 'listening', '待ち受け', table('0 off|停止', '1 on|開始'))
export const local = secret('address', text('local_address', 'own address', '自アドレス'))
export const receiveMode = int(
  'receive_mode',
  'received as',
  '受信形式',
  table('0 text|テキスト', '1 hex|16 進'),
)
/** How the line that tells of data is told; it has another name with each of them. */
export const ringMode = (line: string) =>
  int(
    'sring_mode',
    line,
    line,
    table('0 socket|番号のみ', '1 amount|データ量', '2 data|データ付き'),
  )

/** The states that both of them number alike. */
export const socketStates = [
  '0 closed|切断済み',
  '1 connected|接続中',
  '2 suspended|一時停止',
  '3 suspended, data waits|一時停止・受信データあり',
  '4 listening|待ち受け中',
  '5 a connection waits to be accepted|着信接続の受け入れ待ち',
] as const

export const socketSettings = [
  connId,
  cid,
  int('packet_size', 'packet size', 'パケットサイズ'),
  int('inactivity_s', 'inactivity s', '無通信タイムアウト 秒'),
  int('connect_tenths', 'connect within 1/10 s', '接続タイムアウト 1/10 秒'),
  int('send_tenths', 'send after 1/10 s', '送信待ち 1/10 秒'),
]
export const socketTraffic = [
  connId,
  int('sent', 'sent', '送信'),
  int('received', 'received', '受信'),
  int('waiting', 'waiting to be read', '未読'),
  int('unacked', 'not acknowledged', '未確認'),
]
