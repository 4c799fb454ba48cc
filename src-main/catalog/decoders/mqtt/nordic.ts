import { int, text } from '@core/at/parameter'
import { positional } from '@core/at/read-facts'
import { family, table } from '../shared/family'
import { password, port, qos, retain, topic, url, user } from '../shared/vocabulary'

const { action, news, setting } = family(
  'Nordic nRF Connect SDK serial_lte_modem / Serial Modem AT commands',
  'nordic',
)
const status = int('status', 'state', '状態', table('0 disconnected|切断', '1 connected|接続済み'))

const operation = int(
  'op',
  'what to do',
  '動作',
  table('0 disconnect|切断', '1 connect|接続', '2 connect by IPv6|IPv6 で接続'),
)
const clientId = text('clientid', 'client id', 'クライアント ID')
const secTag = int('sec_tag', 'security tag', 'セキュリティタグ')
const connected = [operation, user, password, url, port, secTag]
/** Before #XMQTTCFG took the client id: nRF Connect SDK 2.3.0, MQTT AT commands, #XMQTTCON. */
const connectedBefore = [operation, clientId, user, password, url, port, secTag]

export default [
  setting('#XMQTTCFG', 'settings of MQTT', 'MQTT の設定', [
    clientId,
    int('keep_alive_s', 'keep-alive s', 'キープアライブ 秒'),
    int('clean', 'clean session', 'クリーンセッション'),
  ]),
  setting(
    '#XMQTTCON',
    'connection to the MQTT server',
    'MQTT サーバーとの接続',
    [status, clientId, url, port],
    {
      set: connected,
      // The fifth value is the port, or the URL where a client id stands before the user.
      setFacts: (row) =>
        positional(row, /^\d*$/.test(row.text(4) ?? '') ? connected : connectedBefore),
      ends: { second: /^#XMQTTEVT: *[01],/ },
    },
  ),
  action('#XMQTTSUB', 'subscribing to a topic', 'トピックの購読', [topic, qos], {
    ends: { second: /^#XMQTTEVT: *7,/ },
  }),
  action('#XMQTTUNSUB', 'ending a subscription', 'トピックの購読解除', [topic]),
  action(
    '#XMQTTPUB',
    'publishing a message',
    'メッセージの送信',
    [topic, text('message', 'message', '内容'), qos, retain],
    { ends: { second: /^#XMQTTEVT: *3,/ } },
  ),
  news('#XMQTTEVT', 'MQTT event', 'MQTT のイベント', [
    int(
      'type',
      'event',
      'イベント',
      table(
        '0 connected|接続',
        '1 disconnected|切断',
        '2 message received|受信',
        '3 publication acknowledged|送信の確認',
        '7 subscription acknowledged|購読の確認',
        '8 end of subscription acknowledged|購読解除の確認',
        '9 ping answered|PING 応答',
      ),
    ),
    int(
      'result',
      'result',
      '結果',
      table(
        '0 success|成功',
        '-104 connection reset|接続のリセット',
        '-111 refused by the server|サーバーが拒否',
        '-113 no route|経路なし',
        '-114 network down|ネットワーク停止',
        '-116 timed out|タイムアウト',
        '-118 host unreachable|ホスト到達不可',
      ),
    ),
  ]),
  news('#XMQTTMSG', 'MQTT message', 'MQTT の受信メッセージ', [
    int('topic_length', 'octets of the topic', 'トピック長'),
    int('message_length', 'octets of the message', '本文長'),
  ]),
]
