import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CGDSCONT',
  title: say('secondary contexts', '二次コンテキスト'),
  spec: '3GPP TS 27.007, 10.1.2',
  group: 'packet',
  parameters: [
    int('cid', 'context', 'cid'),
    int('p_cid', 'primary context', '一次 cid'),
    int('d_comp', 'data compression', 'データ圧縮'),
    int('h_comp', 'header compression', 'ヘッダ圧縮'),
  ],
  list: 'contexts',
})
