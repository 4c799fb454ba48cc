import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'DISCONNECTED',
  pattern: /^DISCONNECTED?$/,
  title: say('end of a connection', '接続の終了'),
  spec: 'Quectel and u-blox manuals',
  group: 'result',
  explain: () => ({
    words: say('The connection has ended.', '接続が終了しました。'),
    severity: 'notice',
  }),
})
