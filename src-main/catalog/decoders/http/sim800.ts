import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { onOff } from '../shared/vocabulary'

const { action, question, setting } = family('SIM800 Series AT Command Manual V1.12', 'simcom')

export default [
  setting('+HTTPSSL', 'TLS of HTTP', 'HTTP の TLS', [onOff]),
  question('+HTTPSTATUS', 'state of HTTP', 'HTTP の状態', [
    text('method', 'method', 'メソッド'),
    int('status', 'state', '状態', table('0 idle|待機', '1 receiving|受信中', '2 sending|送信中')),
    int('finish', 'octets done', '完了'),
    int('remain', 'octets left', '残り'),
  ]),
  action('+HTTPSCONT', 'saving the settings of HTTP', 'HTTP 設定の保存'),
]
