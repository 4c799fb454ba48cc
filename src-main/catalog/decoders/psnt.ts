import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '#PSNT',
  title: say('packet technology', 'パケット方式'),
  spec: 'Telit AT manual',
  group: 'telit',
  parameters: [
    int('mode', 'reports', '通知'),
    int('nt', 'technology', '方式', {
      0: say('GPRS', 'GPRS'),
      1: say('EGPRS', 'EGPRS'),
      2: say('WCDMA', 'WCDMA'),
      3: say('HSDPA', 'HSDPA'),
      4: say('LTE', 'LTE'),
      5: say('unknown', '不明'),
    }),
  ],
  urc: [int('nt', 'technology', '方式')],
  isUnsolicited: (row) => row.count === 1,
})
