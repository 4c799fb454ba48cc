import { decoder } from '@core/at/decoder'
import { expandValues } from '@core/at/fields'
import { int, ranged, say, secret, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const cmgf = decoder({
  id: '+CMGF',
  title: say('format of messages', 'SMS の形式'),
  spec: '3GPP TS 27.005, 3.2.3',
  group: 'sms',
  parameters: [
    ranged(
      0,
      1,
      int('mode', 'format', '形式', { 0: say('PDU', 'PDU'), 1: say('text', 'テキスト') }),
    ),
  ],
  test(rows) {
    const modes = rows.flatMap((row) => expandValues(row.tail))
    return { modes, mode_values: modes }
  },
})

const csca = decoder({
  id: '+CSCA',
  title: say('number of the message centre', 'SMS センター番号'),
  spec: '3GPP TS 27.005, 3.3.1',
  group: 'sms',
  parameters: [
    secret('number', text('sca', 'centre', '番号')),
    int('tosca', 'type of number', '番号種別'),
  ],
})

const csmp = decoder({
  id: '+CSMP',
  title: say('text mode parameters', 'テキストモードの設定'),
  spec: '3GPP TS 27.005, 3.3.3',
  group: 'sms',
  parameters: [
    int('fo', 'first octet', '先頭オクテット'),
    int('vp', 'validity', '有効期間'),
    int('pid', 'protocol', 'プロトコル'),
    int('dcs', 'coding', '符号化'),
  ],
})

const csdh = decoder({
  id: '+CSDH',
  title: say('text mode details', 'テキストモードの詳細表示'),
  spec: '3GPP TS 27.005, 3.3.5',
  group: 'sms',
  parameters: [int('show', 'show', '表示', offOn)],
})

const csms = decoder({
  id: '+CSMS',
  title: say('message service', 'SMS サービス'),
  spec: '3GPP TS 27.005, 3.2.1',
  group: 'sms',
  parameters: [
    int('service', 'service', 'サービス'),
    int('mt', 'receiving', '受信'),
    int('mo', 'sending', '送信'),
    int('bm', 'broadcast', '同報'),
  ],
  set: [int('service', 'service', 'サービス')],
})

const cnmi = decoder({
  id: '+CNMI',
  title: say('how new messages are reported', 'SMS 受信通知の設定'),
  spec: '3GPP TS 27.005, 3.4.1',
  group: 'sms',
  parameters: [
    int('mode', 'mode', 'モード'),
    int('mt', 'messages', 'SMS'),
    int('bm', 'broadcasts', '同報'),
    int('ds', 'reports', '配信レポート'),
    int('bfr', 'buffer', 'バッファ'),
  ],
})

const cscb = decoder({
  id: '+CSCB',
  title: say('cell broadcast', 'セル同報'),
  spec: '3GPP TS 27.005, 3.3.4',
  group: 'sms',
  parameters: [
    int('mode', 'mode', 'モード', {
      0: say('accepted', '受信する'),
      1: say('not accepted', '受信しない'),
    }),
    text('mids', 'message ids', 'メッセージ ID'),
    text('dcss', 'codings', '符号化'),
  ],
})

const cmms = decoder({
  id: '+CMMS',
  title: say('keeping the link between messages', '連続送信'),
  spec: '3GPP TS 27.005, 3.5.6',
  group: 'sms',
  parameters: [int('n', 'mode', 'モード')],
})

const cgsms = decoder({
  id: '+CGSMS',
  title: say('way of messages', 'SMS の経路'),
  spec: '3GPP TS 27.007, 10.1.21',
  group: 'sms',
  parameters: [
    int('service', 'way', '経路', {
      0: say('packet', 'パケット'),
      1: say('circuit', '回線交換'),
      2: say('packet preferred', 'パケット優先'),
      3: say('circuit preferred', '回線交換優先'),
    }),
  ],
})

export default [cmgf, csca, csmp, csdh, csms, cnmi, cscb, cmms, cgsms]
