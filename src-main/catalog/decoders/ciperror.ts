import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CIPERROR',
  title: say('error of the internal IP service', '内蔵 IP サービスのエラー'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: [],
  parameters: [int('err', 'error', 'エラー')],
  urc: true,
  explain: () => ({
    words: say('An error of the internal IP service.', '内蔵 IP サービスのエラーです。'),
    severity: 'failure',
  }),
})
