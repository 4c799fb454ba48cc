import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import {
  address,
  cid,
  client,
  data,
  host,
  item,
  length,
  mode,
  onOff,
  port,
  state,
  url,
  value,
} from '../shared/vocabulary'

const lwm2m = family('Quectel BC66/BG95 LwM2M Application Note', 'quectel')

const coap = family('Quectel BC66/BG95 CoAP Application Note', 'quectel')

const key = secret('key', text('key', 'key', '鍵'))

const endpoint = secret('name', text('endpoint', 'endpoint', 'エンドポイント'))

const lifetime = int('lifetime_s', 'lifetime s', '有効期間 秒')

const messageId = int('message_id', 'message', 'メッセージ番号')

const object = int('object', 'object', 'オブジェクト')

const instance = int('instance', 'instance', 'インスタンス')

const resource = int('resource', 'resource', 'リソース')

const result = int('result', 'result', '結果')

const place = [object, instance, resource]

const bc66 = family('Quectel BC66/BC95 AT Commands Manual', 'quectel')

export default [
  lwm2m.setting('+QLWM2M', 'LwM2M service', 'LwM2M サービス', [item, value]),
  lwm2m.setting('+QLWCFG', 'extended settings of LwM2M', 'LwM2M の拡張設定', [item, value]),
  lwm2m.setting('+QLWCONFIG', 'LwM2M server', 'LwM2M サーバー', [
    int('bootstrap', 'bootstrap', 'ブートストラップ'),
    host,
    port,
    endpoint,
    lifetime,
    int('security', 'security', 'セキュリティ'),
    secret('name', text('psk_id', 'key name', '鍵の名前')),
    key,
  ]),
  lwm2m.action('+QLWREG', 'opening the registration at the LwM2M server', 'LwM2M サーバーへの登録'),
  lwm2m.action('+QLWUPDATE', 'updating the registration at the LwM2M server', 'LwM2M 登録の更新', [
    mode,
    value,
  ]),
  lwm2m.action('+QLWDEREG', 'closing the registration at the LwM2M server', 'LwM2M の登録解除'),
  lwm2m.action('+QLWOPEN', 'opening an LwM2M client', 'LwM2M クライアントの開始', [client]),
  lwm2m.action('+QLWCLOSE', 'closing an LwM2M client', 'LwM2M クライアントの終了', [client]),
  lwm2m.action('+QLWADDOBJ', 'adding an LwM2M object', 'LwM2M オブジェクトの追加', [
    object,
    instance,
  ]),
  lwm2m.action('+QLWDELOBJ', 'deleting an LwM2M object', 'LwM2M オブジェクトの削除', [object]),
  lwm2m.action('+QLWRDRSP', 'sending the answer to a read', '読み出しへの応答', [
    messageId,
    result,
    ...place,
  ]),
  lwm2m.action('+QLWWRRSP', 'sending the answer to a write', '書き込みへの応答', [
    messageId,
    result,
  ]),
  lwm2m.action('+QLWEXERSP', 'sending the answer to an execute', '実行要求への応答', [
    messageId,
    result,
  ]),
  lwm2m.action('+QLWOBSRSP', 'sending the answer to an observe', '監視要求への応答', [
    messageId,
    result,
    ...place,
  ]),
  lwm2m.action(
    '+QLWNOTIFY',
    'sending a value to the LwM2M server',
    'LwM2M サーバーへの通知',
    place,
  ),
  lwm2m.action('+QLWRECOVER', 'taking up the LwM2M session again', 'LwM2M セッションの回復'),
  lwm2m.question('+QLWSTATUS', 'state of LwM2M', 'LwM2M の状態', [state]),
  lwm2m.action('+QLWULDATAEX', 'sending data to the IoT platform', 'IoT プラットフォームへの送信', [
    length,
    data,
    mode,
  ]),
  lwm2m.news('+QLWURC', 'LwM2M', 'LwM2M の通知', [item, value]),
  coap.setting('+QCOAPCFG', 'settings of CoAP', 'CoAP の設定', [item, value]),
  coap.later(
    '+QCOAPOPEN',
    'opening a CoAP client',
    'CoAP クライアントの開始',
    [client, host, port],
    [client, result],
  ),
  coap.action('+QCOAPCLOSE', 'closing a CoAP client', 'CoAP クライアントの終了', [client]),
  coap.setting('+QCOAPHEADER', 'head of CoAP messages', 'CoAP のヘッダー', [client, value]),
  coap.setting('+QCOAPHEAD', 'head of CoAP messages (BC66)', 'CoAP のヘッダー（BC66）', [
    mode,
    value,
  ]),
  coap.setting('+QCOAPOPTION', 'options of CoAP messages', 'CoAP のオプション', [client, value]),
  coap.later(
    '+QCOAPSEND',
    'sending a CoAP message',
    'CoAP メッセージの送信',
    [client, mode, value],
    [client, result],
  ),
  coap.question('+QCOAPDATASTATUS', 'state of sent CoAP data', 'CoAP 送信データの状態', [state]),
  coap.action('+QCOAPCREATE', 'making a CoAP context', 'CoAP コンテキストの作成', [port]),
  coap.action('+QCOAPDEL', 'deleting a CoAP context', 'CoAP コンテキストの削除'),
  coap.setting('+QCOAPADDRES', 'resources of CoAP', 'CoAP のリソース', [length, value]),
  coap.setting('+QCOAPURI', 'URI of CoAP', 'CoAP の URI', [url]),
  coap.setting('+QCOAPALISIGN', 'signature for Alibaba Cloud', 'Alibaba Cloud の署名', [
    secret('name', text('device', 'device', 'デバイス')),
    secret('name', text('product', 'product', 'プロダクト')),
    key,
  ]),
  coap.news('+QCOAPURC', 'CoAP', 'CoAP の通知', [item, value]),
  lwm2m.setting('+QGACT', 'active context', 'コンテキストの有効化', [mode, cid]),
  bc66.setting('+QSECSWT', 'DTLS of the IoT platform', 'IoT 基盤の DTLS', [
    onOff,
    int('timeout_s', 'time limit s', 'タイムアウト 秒'),
  ]),
  bc66.question('+QLWULDATASTATUS', 'state of data that was sent', '送信データの状態', [state]),
  bc66.news('+QLWEVTIND', 'event of LwM2M', 'LwM2M のイベント', [
    int('event', 'event', 'イベント'),
  ]),
  bc66.question(
    '+QLWSERVERIP',
    'server of the IoT platform',
    'IoT 基盤のサーバー',
    [address, port],
    {
      set: [item, address, port],
    },
  ),
]
