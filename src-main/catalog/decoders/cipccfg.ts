import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CIPCCFG',
  title: say('settings of internal sockets', '内蔵ソケットの詳細設定'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [
    int('nm_retry', 'retries', '再送回数'),
    int('delay_ms', 'delay ms', '遅延 ms'),
    int('ack', 'acknowledgement', 'ACK 確認', offOn),
    int('err_mode', 'errors in words', 'エラーの文字列表示', offOn),
    int('header_type', 'header', 'ヘッダー'),
    int('async_mode', 'asynchronous', '非同期', offOn),
    int('timeout_ms', 'shortest retransmission ms', '最短再送 ms'),
  ],
})
