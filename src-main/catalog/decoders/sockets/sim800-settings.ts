import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { address, apn, mode, onOff, password, port, user } from '../shared/vocabulary'

const { action, setting } = family('SIM800 Series AT Command Manual V1.12', 'simcom')

export default [
  action(
    '+CIPPING',
    'sending pings from the modem',
    'モデムからの ping',
    [
      address,
      int('retry', 'count', '回数'),
      int('length', 'octets', 'オクテット数'),
      int('timeout', 'time limit, in 100 ms', 'タイムアウト（100 ms 単位）'),
      int('ttl', 'TTL', 'TTL'),
    ],
    {
      parameters: [
        int('reply', 'number', '番号'),
        address,
        int('time_ms', 'ms', 'ms'),
        int('ttl', 'TTL', 'TTL'),
      ],
      list: 'replies',
      // Times come in tenths of a second; 600 with a TTL of 255 is no answer.
      row: (row) => {
        const [time, ttl] = [row.int(2, 'time'), row.int(3, 'ttl')]
        row.mark(1, 'address')
        const none = time === 600 && ttl === 255
        return {
          reply: row.int(0, 'reply'),
          address: row.text(1),
          time_ms: none || typeof time !== 'number' ? null : time * 100,
          ttl: none ? null : ttl,
        }
      },
    },
  ),
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
]
