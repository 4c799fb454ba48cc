import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CGSOCKCONT',
  title: say('contexts of the internal sockets', '内蔵ソケット用コンテキスト'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  parameters: [
    int('cid', 'context', 'cid'),
    text('pdp_type', 'type', 'タイプ'),
    text('apn', 'APN', 'APN'),
    secret('address', text('pdp_addr', 'address', 'アドレス')),
    int('d_comp', 'data compression', 'データ圧縮'),
    int('h_comp', 'header compression', 'ヘッダ圧縮'),
  ],
  list: 'contexts',
})
