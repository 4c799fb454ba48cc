import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'SHUT OK',
  pattern: /^SHUT OK$/,
  title: say('connection closed', '接続の終了'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  final: 'soft',
  explain: () => ({
    words: say('The internal IP connection is closed.', '内蔵 IP 接続を終了しました。'),
  }),
})
