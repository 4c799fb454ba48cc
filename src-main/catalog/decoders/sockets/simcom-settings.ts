import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { family } from '../shared/family'
import { onOff } from '../shared/vocabulary'

const cipmode = decoder({
  id: '+CIPMODE',
  title: say('transparent mode', '透過モード'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [int('mode', 'transparent', '透過', offOn)],
})

const ciphead = decoder({
  id: '+CIPHEAD',
  title: say('header before received data', '受信データのヘッダー表示'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [int('mode', 'header', 'ヘッダー', offOn)],
})

const cipsrip = decoder({
  id: '+CIPSRIP',
  title: say('sender shown with received data', '受信データの送信元表示'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [int('mode', 'sender', '送信元', offOn)],
})

const cipsendmode = decoder({
  id: '+CIPSENDMODE',
  title: say('what OK means for sent data', '送信完了の条件'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [
    int('mode', 'mode', 'モード', {
      0: say('handed to the stack', 'スタックに渡した時点'),
      1: say('acknowledged by the peer', '相手の ACK を受けた時点'),
    }),
  ],
})

const ciptimeout = decoder({
  id: '+CIPTIMEOUT',
  title: say('time limits of internal sockets', '内蔵ソケットのタイムアウト'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [
    int('netopen_ms', 'NETOPEN ms', 'NETOPEN ms'),
    int('cipopen_ms', 'CIPOPEN ms', 'CIPOPEN ms'),
    int('cipsend_ms', 'CIPSEND ms', 'CIPSEND ms'),
  ],
})

const cipccfg = decoder({
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

const cipack = decoder({
  id: '+CIPACK',
  title: say('octets sent and acknowledged', '送信済み・確認済みオクテット数'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: ['set', 'test'],
  asks: true,
  parameters: [
    int('sent', 'sent', '送信済み'),
    int('acknowledged', 'acknowledged', '確認済み'),
    int('received', 'received', '受信済み'),
  ],
  set: [int('link_num', 'socket', 'ソケット')],
})

const ctcpka = decoder({
  id: '+CTCPKA',
  title: say('TCP keep-alive of internal sockets', '内蔵ソケットの TCP キープアライブ'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    int('keepalive', 'keep-alive', 'キープアライブ', offOn),
    int('idle_min', 'minutes', '間隔（分）'),
    int('count', 'tries', '回数'),
  ],
})

const a76 = family('SIMCom A76XX Series AT Command Manual V1.09, TCP/IP, SSL', 'simcom')

export default [
  cipmode,
  ciphead,
  cipsrip,
  cipsendmode,
  ciptimeout,
  cipccfg,
  cipack,
  ctcpka,
  a76.setting('+CIPSENDHEX', 'sending as hex', '16 進での送信', [onOff]),
  a76.setting('+CIPRXF', 'form of received data', '受信データの形式', [onOff]),
]
