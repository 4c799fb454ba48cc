import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
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
