import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '#SERVINFO',
  title: say('serving cell', '在圏セル'),
  spec: 'Telit AT manual',
  group: 'telit',
  forms: ['action', 'test'],
  parameters: [
    int('arfcn', 'channel', 'チャネル'),
    int('dbm', 'dBm', 'dBm'),
    text('netname', 'operator', '事業者'),
    text('netcode', 'operator code', 'PLMN'),
  ],
})
