import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'AT&K',
  title: say('flow control', 'フロー制御'),
  does: say('Sets flow control.', 'フロー制御を設定します。'),
  spec: 'ITU-T V.250',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', {
      0: say('none', 'なし'),
      3: say('RTS/CTS', 'RTS/CTS'),
      4: say('XON/XOFF', 'XON/XOFF'),
    }),
  ],
  free: true,
})
