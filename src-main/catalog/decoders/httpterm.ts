import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '+HTTPTERM',
  title: say('HTTP service', 'HTTP サービス'),
  does: say('Ends the HTTP service of the modem.', '内蔵 HTTP サービスを終了します。'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['action', 'test'],
})
