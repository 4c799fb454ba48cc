import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '%HWVERSION',
  title: say('hardware version', 'ハードウェア版数'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['action'],
  parameters: [text('version', 'version', '版数')],
  row: (row) => ({ version: row.tail || null }),
})
