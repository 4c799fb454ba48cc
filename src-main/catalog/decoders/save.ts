import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'AT&W',
  title: say('saving of settings', '設定の保存'),
  does: say(
    'Saves the settings, so that they survive power-off.',
    '現在の設定を保存します（電源オフ後も有効）。',
  ),
  spec: 'ITU-T V.250',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [int('value', 'value', '値')],
  free: true,
})
