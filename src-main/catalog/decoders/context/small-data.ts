import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const cciotopt = decoder({
  id: '+CCIOTOPT',
  prefixes: ['+CCIOTOPT', '+CCIOTOPTI'],
  title: say('CIoT optimisation', 'CIoT 最適化'),
  spec: '3GPP TS 27.007, 7.42',
  group: 'packet',
  parameters: [
    int('n', 'reporting', '通知'),
    int('supported', 'supported', '対応'),
    int('preferred', 'preferred', '優先'),
  ],
  urc: [int('supported_network', 'the network supports', 'ネットワークの対応')],
})

const crtdcp = decoder({
  id: '+CRTDCP',
  title: say('data over the control plane', '制御プレーンでのデータ受信'),
  spec: '3GPP TS 27.007, 10.1.45',
  group: 'packet',
  parameters: [int('n', 'reporting', '通知', offOn)],
  urc: [
    int('cid', 'context', 'cid'),
    int('length', 'octets', 'オクテット数'),
    text('data', 'data', 'データ'),
  ],
})

const csodcp = decoder({
  id: '+CSODCP',
  title: say('data over the control plane', '制御プレーンでのデータ送信'),
  does: say('Sends data over the control plane.', '制御プレーンでデータを送信します。'),
  spec: '3GPP TS 27.007, 10.1.44',
  group: 'packet',
  forms: ['set', 'test'],
  parameters: [
    int('cid', 'context', 'cid'),
    int('length', 'octets', 'オクテット数'),
    text('data', 'data', 'データ'),
  ],
})

const cgapnrc = decoder({
  id: '+CGAPNRC',
  title: say('APN rate control', 'APN の速度制限'),
  spec: '3GPP TS 27.007, 10.1.35',
  group: 'packet',
  forms: ['action', 'set', 'test'],
  parameters: [
    int('cid', 'context', 'cid'),
    int('additional_exception_reports', 'exceptions', '例外'),
    int('uplink_time_unit', 'unit', '単位'),
    int('maximum_uplink_rate', 'rate', 'レート'),
  ],
  set: [int('cid', 'context', 'cid')],
  list: 'contexts',
})

const cipca = decoder({
  id: '+CIPCA',
  title: say('attach without a PDN', 'PDN なしアタッチ'),
  spec: '3GPP TS 27.007, 10.1.33',
  group: 'packet',
  parameters: [int('n', 'mode', 'モード'), int('attach', 'attach without PDN', 'PDN なしアタッチ')],
})

export default [cciotopt, crtdcp, csodcp, cgapnrc, cipca]
