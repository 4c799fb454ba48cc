import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CGCMOD',
  title: say('change of a context', 'コンテキストの変更'),
  does: say('Applies changes to a context.', 'コンテキストの変更を反映します。'),
  spec: '3GPP TS 27.007, 10.1.11',
  group: 'packet',
  forms: ['set', 'action', 'test'],
  parameters: [int('cid', 'context', 'cid')],
})
