import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import type { Facts } from '@core/at/knowledge'

export default decoder({
  id: '#RFSTS',
  title: say('radio state', '電波状態'),
  spec: 'Telit AT manual',
  group: 'telit',
  forms: ['action', 'read', 'test'],
  parameters: [text('plmn', 'operator', 'PLMN')],
  row(row): Facts {
    const earfcn = row.count >= 14
    row.mark(earfcn ? 5 : 4, 'cell')
    if (!earfcn)
      return { plmn: row.text(0), values: row.fields.slice(1).map((field) => field.text) }
    return {
      plmn: row.text(0),
      earfcn: row.int(1),
      rsrp_dbm: row.decimal(2),
      rssi_dbm: row.decimal(3),
      rsrq_db: row.decimal(4),
      tac: row.hex(5),
    }
  },
})
