import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

const factory = decoder({
  id: 'AT&F',
  title: say('factory settings', '工場出荷設定'),
  does: say('Goes back to factory settings.', '設定を工場出荷時の値に戻します。'),
  spec: 'ITU-T V.250, 6.1.2',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

const save = decoder({
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

const showSettings = decoder({
  id: 'AT&V',
  title: say('all settings', '現在の設定一覧'),
  spec: 'ITU-T V.250',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [text('text', 'settings', '設定')],
  free: true,
  answer: (rows) => ({ text: rows.map((row) => row.line.trim()).join('\n') }),
  explain: () => ({
    words: say('The present settings of the modem.', '現在のモデム設定の一覧です。'),
  }),
})

export default [factory, save, showSettings]
