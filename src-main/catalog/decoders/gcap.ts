import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

export default decoder({
  id: '+GCAP',
  title: say('capabilities of the modem', 'モデムの対応機能'),
  spec: 'ITU-T V.250, 6.1.9',
  group: 'identity',
  forms: ['action', 'test'],
  free: true,
  parameters: [text('gcap', 'command sets', '対応コマンド群')],
  row: (row: Row) => ({ gcap: row.tail || null }),
})
