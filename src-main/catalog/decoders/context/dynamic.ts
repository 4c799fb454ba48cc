import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const cgscontrdp = decoder({
  id: '+CGSCONTRDP',
  title: say('secondary contexts in use', '現在の二次コンテキスト'),
  spec: '3GPP TS 27.007, 10.1.24',
  group: 'packet',
  forms: ['action', 'set', 'test'],
  asks: true,
  parameters: [
    int('cid', 'context', 'cid'),
    int('p_cid', 'primary context', '一次 cid'),
    int('bearer_id', 'bearer', 'ベアラ'),
    int('im_cn_signalling', 'IMS signalling only', 'IMS 信号専用', offOn),
  ],
  set: [int('cid', 'context', 'cid')],
  list: 'contexts',
})

const cgtftrdp = decoder({
  id: '+CGTFTRDP',
  title: say('traffic flow template in use', '現在の TFT'),
  spec: '3GPP TS 27.007, 10.1.25',
  group: 'packet',
  forms: ['action', 'set', 'test'],
  asks: true,
  parameters: [
    int('cid', 'context', 'cid'),
    int('packet_filter', 'filter', 'フィルター'),
    int('precedence', 'precedence', '優先順位'),
    secret('address', text('address_and_mask', 'remote address and mask', '相手アドレスとマスク')),
    int('protocol', 'protocol', 'プロトコル'),
    text('local_ports', 'local ports', '自ポート範囲'),
    text('remote_ports', 'remote ports', '相手ポート範囲'),
  ],
  set: [int('cid', 'context', 'cid')],
  list: 'filters',
})

const cgeqosrdp = decoder({
  id: '+CGEQOSRDP',
  title: say('quality of service in use', '現在の QoS'),
  spec: '3GPP TS 27.007, 10.1.28',
  group: 'packet',
  forms: ['action', 'set', 'test'],
  parameters: [
    int('cid', 'context', 'cid'),
    int('qci', 'QCI', 'QCI'),
    int('dl_gbr', 'DL GBR kbit/s', '下り GBR kbit/s'),
    int('ul_gbr', 'UL GBR kbit/s', '上り GBR kbit/s'),
    int('dl_mbr', 'DL MBR kbit/s', '下り MBR kbit/s'),
    int('ul_mbr', 'UL MBR kbit/s', '上り MBR kbit/s'),
    int('dl_ambr', 'DL AMBR kbit/s', '下り AMBR kbit/s'),
    int('ul_ambr', 'UL AMBR kbit/s', '上り AMBR kbit/s'),
  ],
  set: [int('cid', 'context', 'cid')],
  list: 'contexts',
  asks: true,
})

const cgeqos = decoder({
  id: '+CGEQOS',
  alone: say(
    'Deletes the quality of service asked for in context #.',
    'cid # の QoS 要求を削除します。',
  ),
  title: say('quality of service in LTE', 'LTE の QoS'),
  spec: '3GPP TS 27.007, 10.1.26',
  group: 'packet',
  parameters: [int('cid', 'context', 'cid'), int('qci', 'QCI', 'QCI')],
  list: 'contexts',
})

export default [cgscontrdp, cgtftrdp, cgeqosrdp, cgeqos]
