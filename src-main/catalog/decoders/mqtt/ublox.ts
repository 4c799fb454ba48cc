import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { mode, onOff, topic, url, value } from '../shared/vocabulary'

const lisa = family('u-blox SARA/LARA/LISA AT Commands Manual', 'u-blox')
const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')

const result = int('result', 'result', '結果')

export default [
  lisa.setting('+UMQTTSN', 'settings of MQTT-SN', 'MQTT-SN の設定', [
    int('op_code', 'what', '操作番号'),
    value,
  ]),
  lisa.later(
    '+UMQTTSNC',
    'running an MQTT-SN command',
    'MQTT-SN コマンドの実行',
    [int('command', 'command', 'コマンド'), topic],
    [],
    { ends: { second: /^\+UUMQTTSNC:/ } },
  ),
  lisa.setting('+UCOAP', 'settings of CoAP', 'CoAP の設定', [
    int('op_code', 'what', '操作番号'),
    url,
  ]),
  lisa.later(
    '+UCOAPC',
    'sending a CoAP request',
    'CoAP リクエストの送信',
    [int('command', 'request', 'リクエスト')],
    [],
    { ends: { second: /^\+UUCOAPCR:/ } },
  ),
  lisa.news('+UUCOAPCR', 'CoAP request finished', 'CoAP リクエストの完了', [
    int('command', 'request', 'リクエスト'),
    int('result', 'result', '結果', table('0 failed|失敗', '1 success|成功')),
  ]),
  toby.setting('+UMQTTWTOPIC', 'topic of the last will', 'MQTT Will のトピック', [
    int('qos', 'QoS', 'QoS'),
    onOff,
    topic,
  ]),
  toby.setting('+UMQTTWMSG', 'text of the last will', 'MQTT Will の本文', [
    text('message', 'text', '本文'),
  ]),
  toby.action(
    '+UMQTTSNNV',
    'saving or loading the MQTT-SN settings',
    'MQTT-SN 設定の保存・読み出し',
    [mode],
  ),
  toby.question('+UMQTTSNER', 'last error of MQTT-SN', 'MQTT-SN の直近のエラー', [result]),
  toby.question('+UCOAPER', 'last error of CoAP', 'CoAP の直近のエラー', [result]),
]
