import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { data, item, length, onOff, qos, retain, topic, value } from '../shared/vocabulary'

const { action, question, setting } = family(
  'SIMCom SIM7000/SIM7070 Series MQTT(S) Application Note',
  'simcom',
)

export default [
  setting('+SMCONF', 'settings of MQTT', 'MQTT の設定', [item, value]),
  action('+SMCONN', 'connecting to the MQTT server', 'MQTT サーバーへの接続'),
  action('+SMDISC', 'ending the MQTT connection', 'MQTT 接続の切断'),
  action('+SMPUB', 'publishing a message', 'メッセージの送信', [topic, length, qos, retain], {
    ends: { prompt: '> ' },
  }),
  setting('+SMPUBHEX', 'publishing as hex', '16 進での送信', [onOff]),
  action('+SMSUB', 'subscribing to a topic', 'トピックの購読', [topic, qos], {
    urc: true,
    setAnswers: false,
    parameters: [topic, data],
  }),
  action('+SMUNSUB', 'ending a subscription', 'トピックの購読解除', [topic]),
  question(
    '+SMSTATE',
    'state of MQTT',
    'MQTT の状態',
    [
      int(
        'state',
        'state',
        '状態',
        table(
          '0 disconnected|切断',
          '1 connected|接続済み',
          '2 connected, session kept|接続済み（セッション継続）',
        ),
      ),
    ],
    { urc: true },
  ),
  setting('+SMSSL', 'TLS settings of MQTT', 'MQTT の TLS 設定', [
    int('index', 'TLS settings', 'TLS 設定番号'),
    text('ca', 'CA file', 'CA ファイル'),
    text('cert', 'certificate file', '証明書ファイル'),
  ]),
]
