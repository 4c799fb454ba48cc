import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import {
  client,
  data,
  error,
  host,
  item,
  length,
  mode,
  port,
  url,
  value,
} from '../shared/vocabulary'

const manual = 'A76XX Series AT Command Manual V1.09'
const socket = family(`${manual}, 29`, 'internet')
const lwm2m = family(`${manual}, 30`, 'internet')
const coap = family(`${manual}, 31`, 'internet')
const object = text('object', 'object', 'オブジェクト')
const resource = text('resource', 'resource', 'リソース')
const messageId = int('message_id', 'message', 'メッセージ番号')

export default [
  socket.action('+WSSTART', 'starting the WebSocket service', 'WebSocket サービスの開始'),
  socket.action('+WSSTOP', 'stopping the WebSocket service', 'WebSocket サービスの停止'),
  socket.later(
    '+WSCONNECT',
    'connecting to a WebSocket server',
    'WebSocket サーバーへの接続',
    [client, url],
    [client, error],
  ),
  socket.later(
    '+WSDISC',
    'ending the WebSocket connection',
    'WebSocket の切断',
    [client],
    [client, error],
  ),
  socket.later(
    '+WSSEND',
    'sending over the WebSocket',
    'WebSocket での送信',
    [client, mode, length],
    [client, error],
    { ends: { prompt: '> ' } },
  ),
  lwm2m.action('+LWSTART', 'starting the LwM2M service', 'LwM2M サービスの開始'),
  lwm2m.action('+LWSTOP', 'stopping the LwM2M service', 'LwM2M サービスの停止'),
  lwm2m.setting('+LWCNF', 'LwM2M server and settings', 'LwM2M の設定', [item, value]),
  lwm2m.action('+LWOPEN', 'opening the registration at the LwM2M server', 'LwM2M サーバーへの登録'),
  lwm2m.action('+LWCLOSE', 'closing the registration at the LwM2M server', 'LwM2M の登録解除'),
  lwm2m.action('+LWADDOBJ', 'adding an LwM2M object', 'LwM2M オブジェクトの追加', [object]),
  lwm2m.action('+LWDELOBJ', 'deleting an LwM2M object', 'LwM2M オブジェクトの削除', [object]),
  lwm2m.action('+LWREADRSP', 'sending the answer to a read', '読み出しへの応答', [
    messageId,
    value,
  ]),
  lwm2m.action('+LWWRITERSP', 'sending the answer to a write', '書き込みへの応答', [
    messageId,
    value,
  ]),
  lwm2m.action('+LWEXECUTERSP', 'sending the answer to an execute', '実行要求への応答', [
    messageId,
    value,
  ]),
  lwm2m.news('+LWREAD', 'the LwM2M server reads', 'LwM2M サーバーからの読み出し', [
    messageId,
    object,
    resource,
  ]),
  lwm2m.news('+LWWRITE', 'the LwM2M server writes', 'LwM2M サーバーからの書き込み', [
    messageId,
    object,
    resource,
  ]),
  lwm2m.news('+LWEXECUTE', 'the LwM2M server executes', 'LwM2M サーバーからの実行要求', [
    messageId,
    object,
    resource,
  ]),
  coap.action('+COAPSTART', 'starting the CoAP service', 'CoAP サービスの開始'),
  coap.action('+COAPSTOP', 'stopping the CoAP service', 'CoAP サービスの停止'),
  coap.action('+COAPOPEN', 'opening a CoAP client', 'CoAP クライアントの作成', [
    client,
    host,
    port,
  ]),
  coap.action('+COAPCLOSE', 'closing a CoAP client', 'CoAP クライアントの削除', [client]),
  coap.setting('+COAPHEAD', 'head of CoAP messages', 'CoAP のヘッダー', [item, value]),
  coap.setting('+COAPOPTION', 'options of CoAP messages', 'CoAP のオプション', [item, value]),
  coap.action('+COAPSEND', 'sending a CoAP message', 'CoAP メッセージの送信', [
    client,
    mode,
    length,
  ]),
  coap.action('+COAPSENDTX', 'sending a CoAP message as it is', 'CoAP メッセージの透過送信', [
    client,
    length,
  ]),
  coap.news('+COAPRECV', 'CoAP message received', 'CoAP メッセージの受信', [client, length, data]),
]
