import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '+HTTPINIT',
  title: say('HTTP service', 'HTTP サービス'),
  does: say('Starts the HTTP service of the modem.', '内蔵 HTTP サービスを開始します。'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['action', 'test'],
})
