import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'Call Ready',
  pattern: /^Call Ready$/i,
  title: say('calls possible', '発着信の準備完了'),
  spec: 'SIM800 AT manual',
  group: 'power',
  explain: () => ({ words: say('The modem is ready for calls.', '発着信の準備が完了しました。') }),
})
