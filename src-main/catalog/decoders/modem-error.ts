import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'MODEM ERROR',
  pattern: /^MODEM ERROR(?:: .*)?$/,
  title: say('error of the modem', 'モデムのエラー'),
  spec: 'Siemens and Option modems',
  group: 'result',
  final: 'hard',
  explain: () => ({
    words: say('The modem reports an internal error.', 'モデム内部のエラーです。'),
    severity: 'failure',
  }),
})
