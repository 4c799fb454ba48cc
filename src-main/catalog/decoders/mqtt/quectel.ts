import type { Facts } from '@core/at/knowledge'
import { int, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
import {
  mqttAnswer as accepted,
  mqttOpened as opened,
  mqttSent as sent,
} from '../shared/quectel-results'
import {
  client,
  host,
  item,
  length,
  message,
  password,
  port,
  qos,
  retain,
  topic,
  user,
  value,
} from '../shared/vocabulary'

const { action, later, news, setting } = family(
  'Quectel EC2x/EG9x/BG9x MQTT Application Note',
  'quectel',
)
const secondMs = 75_000

const closed = int('result', 'result', '結果', table('-1 failed|失敗', '0 success|成功'))
/** MQTT 3.1.1, 3.9.3: what SUBACK says of each topic. */
const granted = text(
  'granted',
  'granted QoS',
  '許可された QoS',
  table('128 refused by the server|サーバーが拒否'),
)
const cause = int(
  'err_code',
  'cause',
  '理由',
  table(
    '1 closed or reset by the other side|相手側から切断された',
    '2 ping timed out or failed|PING の失敗・タイムアウト',
    '3 log-in timed out|CONNECT のタイムアウト',
    '4 no answer to the log-in|CONNACK のタイムアウト',
    '5 closed after our own log-out|自側の切断要求により切断',
    '6 closed here after sending failed again and again|送信失敗が続いたため自側で切断',
    '7 link down or server unavailable|リンク断またはサーバー利用不可',
  ),
)
const publication = [client, message, qos, retain, topic]

/** All values of an item are one setting: `"ssl",0,1,2`, `"timeout",0,30,5,0`. */
function configured(row: Row): Facts {
  const values = row.fields.slice(2).map(({ text: given }) => given)
  return {
    item: row.text(0),
    ...(row.count > 1 ? { client: row.int(1, 'client') } : {}),
    ...(values.length > 0 ? { value: values.join(',') || null } : {}),
  }
}

export default [
  // As many values as the item has: the TLS settings, the user, the will.
  setting('+QMTCFG', 'settings of MQTT', 'MQTT の設定', [item, client, value], {
    setFacts: configured,
  }),
  later(
    '+QMTOPEN',
    'opening an MQTT connection',
    'MQTT サーバーへの接続',
    [client, host, port],
    [client, opened],
    {
      // Asked, it says which server each client has (MQTT Application Notes, AT+QMTOPEN?).
      parameters: [client, opened, host, port],
      row: (row, asked) =>
        asked.form === 'read' && row.count > 2
          ? { client: row.int(0, 'client'), host: row.text(1), port: row.int(2, 'port') }
          : { client: row.int(0, 'client'), result: row.int(1, 'result') },
      ends: { second: /^\+QMTOPEN: *\d+, *-?\d+$/, secondMs },
    },
  ),
  later('+QMTCLOSE', 'closing an MQTT connection', 'MQTT 接続の切断', [client], [client, closed], {
    ends: { secondMs },
  }),
  later(
    '+QMTCONN',
    'connecting an MQTT client',
    'MQTT ログイン',
    [client, text('clientid', 'client id', 'クライアント ID'), user, password],
    [client, sent, accepted],
    {
      ends: { second: /^\+QMTCONN: *\d+,/, secondMs },
      row: (row, asked) =>
        asked.form === 'read'
          ? { client: row.int(0, 'client'), state: row.int(1, 'state') }
          : {
              client: row.int(0, 'client'),
              result: row.int(1, 'result'),
              ret_code: row.int(2, 'ret_code'),
            },
    },
  ),
  later('+QMTDISC', 'ending an MQTT log-in', 'MQTT ログアウト', [client], [client, closed], {
    ends: { secondMs },
  }),
  later(
    '+QMTSUB',
    'subscribing to a topic',
    'トピックの購読',
    [client, message, topic, qos],
    [client, message, sent, granted],
    {
      ends: { second: /^\+QMTSUB: *\d+,/, secondMs },
    },
  ),
  later(
    '+QMTUNS',
    'ending a subscription',
    'トピックの購読解除',
    [client, message, topic],
    [client, message, sent],
    {
      ends: { second: /^\+QMTUNS: *\d+,/, secondMs },
    },
  ),
  later(
    '+QMTPUB',
    'publishing a message',
    'メッセージの送信',
    [...publication, length],
    [client, message, sent],
    {
      ends: { prompt: '> ', second: /^\+QMTPUB: *\d+,/ },
    },
  ),
  later(
    '+QMTPUBEX',
    'publishing a message',
    'メッセージの送信',
    [...publication, length],
    [client, message, sent],
    {
      ends: { prompt: '> ', second: /^\+QMTPUB(?:EX)?: *\d+,/ },
    },
  ),
  action(
    '+QMTRECV',
    'reading a received message',
    '受信メッセージの読み出し',
    [client, int('recv_id', 'store', '保存番号')],
    {
      urc: true,
      parameters: [
        client,
        message,
        topic,
        text('payload', 'message', '内容'),
        int('kept', 'messages kept', '保存中のメッセージ数'),
        int('recv_id', 'kept in place', '保存先の番号'),
      ],
      // Unasked, `0,3` says where a message was kept (Quectel MQTT Application Notes, URC +QMTRECV); asked, each of the
      // places says whether a message waits there, and there is more than one of them.
      row: (row) =>
        row.fields.every((field) => /^[0-9]+$/.test(field.text ?? ''))
          ? row.count === 2
            ? { client: row.int(0, 'client'), recv_id: row.int(1, 'recv_id') }
            : {
                client: row.int(0, 'client'),
                kept: row.fields.slice(1).filter((field) => field.text === '1').length,
              }
          : {
              client: row.int(0, 'client'),
              message: row.int(1, 'message'),
              topic: row.text(2),
              payload: row.text(row.count >= 5 ? 4 : 3),
            },
    },
  ),
  news('+QMTSTAT', 'MQTT connection ended', 'MQTT 接続の切断', [client, cause], {
    row: (row) => ({ client: row.int(0, 'client'), err_code: row.int(1, 'err_code') }),
  }),
  news('+QMTPING', 'MQTT ping', 'MQTT の PING', [client, closed]),
]
