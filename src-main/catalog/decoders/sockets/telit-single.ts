import { int } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { host, length, mode, onOff, password, port, user, value } from '../shared/vocabulary'

const he910 = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')
const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')

const timeout = int('timeout', '0.1 s', '0.1 秒')

export default [
  he910.setting('#USERID', 'user name of the connection', '接続のユーザー名', [user]),
  he910.setting('#PASSW', 'password of the connection', '接続のパスワード', [password]),
  he910.setting('#PKTSZ', 'size of packets', 'パケットの大きさ', [length]),
  he910.setting('#DSTO', 'wait before sending', '送信までの待ち時間', [timeout]),
  he910.setting('#SKTTO', 'idle time of the socket', 'ソケットの無通信時間', [
    int('timeout_s', 's', '秒'),
  ]),
  he910.action('#SKTSAV', 'saving the socket settings', 'ソケット設定の保存'),
  he910.action('#SKTD', 'opening a socket', 'ソケットの接続', [
    int('protocol', 'protocol', 'プロトコル', table('0 TCP|TCP', '1 UDP|UDP')),
    port,
    host,
  ]),
  gsm.setting('#CACHEDDNS', 'cache of DNS', 'DNS キャッシュ', [onOff]),
  gsm.setting('#SKTSET', 'destination of the socket', 'ソケットの宛先', [mode, port, host]),
  gsm.action('#SKTOP', 'opening the socket', 'ソケットの接続'),
  gsm.action('#SKTL', 'listening at a port', '待ち受け', [mode, value, port, host]),
  gsm.setting('#SKTCT', 'time limit of the socket', 'ソケットのタイムアウト', [
    int('timeout', '0.1 s', '0.1 秒'),
  ]),
  gsm.action('#SKTRST', 'resetting the settings of the socket', 'ソケット設定の初期化'),
  gsm.setting('#PADCMD', 'when characters are sent', 'パケットを送出する条件', [mode]),
  gsm.setting('#PADFWD', 'character that sends a packet', 'パケットを送出する文字', [
    int('char', 'code', 'コード'),
    mode,
  ]),
]
