import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'SMS DONE',
  pattern: /^SMS (?:DONE|READY)$/i,
  title: say('message store ready', 'SMS の準備完了'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The message store is ready: booting is nearly over.',
      'SMS の準備が完了しました（起動はほぼ完了）。',
    ),
  }),
})
