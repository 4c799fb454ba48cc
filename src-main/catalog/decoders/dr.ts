import { decoder } from '@core/at/decoder'
import { int, offOn, say, text } from '@core/at/parameter'

export default decoder({
  id: '+DR',
  title: say('report of data compression', 'データ圧縮の通知'),
  spec: 'ITU-T V.250, 6.6.2',
  group: 'basic',
  parameters: [int('n', 'report', '通知', offOn)],
  urc: [text('type', 'compression', '圧縮方式')],
})
