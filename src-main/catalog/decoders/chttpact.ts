import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CHTTPACT',
  title: say('raw HTTP exchange', 'HTTP 通信'),
  does: say('Starts a raw HTTP exchange.', 'HTTP 通信を開始します。'),
  spec: 'SIM5320 AT manual',
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [text('text', 'state', '状態')],
  set: [text('address', 'host', 'ホスト'), int('port', 'port', 'ポート')],
  urc: true,
  row: (row) => ({ text: row.tail || null }),
})
