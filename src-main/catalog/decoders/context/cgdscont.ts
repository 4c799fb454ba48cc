import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

const cgdscont = decoder({
  id: '+CGDSCONT',
  alone: say('Deletes secondary context #.', '二次コンテキスト # の定義を削除します。'),
  title: say('secondary contexts', '二次コンテキスト'),
  spec: '3GPP TS 27.007, 10.1.2',
  group: 'packet',
  parameters: [
    int('cid', 'context', 'cid'),
    int('p_cid', 'primary context', '一次 cid'),
    int('d_comp', 'data compression', 'データ圧縮'),
    int('h_comp', 'header compression', 'ヘッダー圧縮'),
  ],
  list: 'contexts',
})

const cgtft = decoder({
  id: '+CGTFT',
  alone: say(
    'Deletes the packet filters of context #.',
    'cid # のパケットフィルターを削除します。',
  ),
  title: say('traffic flow template', 'トラフィックフローテンプレート（TFT）'),
  spec: '3GPP TS 27.007, 10.1.3',
  group: 'packet',
  parameters: [
    int('cid', 'context', 'cid'),
    int('packet_filter', 'filter', 'フィルター'),
    int('precedence', 'precedence', '優先順位'),
    secret('address', text('address_and_mask', 'remote address and mask', '相手アドレスとマスク')),
    int('protocol', 'protocol', 'プロトコル'),
    text('local_ports', 'local ports', '自ポート範囲'),
    text('remote_ports', 'remote ports', '相手ポート範囲'),
  ],
  list: 'filters',
})

const cgcmod = decoder({
  id: '+CGCMOD',
  title: say('change of a context', 'コンテキストの変更'),
  does: say('Applies changes to a context.', 'コンテキストの変更を反映します。'),
  spec: '3GPP TS 27.007, 10.1.11',
  group: 'packet',
  forms: ['set', 'action', 'test'],
  parameters: [int('cid', 'context', 'cid')],
})

const cgpiaf = decoder({
  id: '+CGPIAF',
  title: say('notation of IPv6 addresses', 'IPv6 アドレスの表記'),
  spec: '3GPP TS 27.007, 10.1.43',
  group: 'packet',
  parameters: [
    int('address_format', 'notation', '表記'),
    int('subnet_notation', 'prefix', 'プレフィックス'),
    int('leading_zeros', 'leading zeros', '先頭ゼロ'),
    int('compress_zeros', 'zero compression', 'ゼロ圧縮'),
  ],
})

export default [cgdscont, cgtft, cgcmod, cgpiaf]
