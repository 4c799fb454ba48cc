import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: 'SIMCOMATI',
  aliases: ['+SIMCOMATI'],
  prefixes: [],
  title: say('full identity of the firmware', 'ファームウェアの詳細情報'),
  spec: 'A76XX manual',
  group: 'simcom',
  forms: ['action', 'test'],
  parameters: [text('text', 'text', '文字列')],
  free: true,
  answer: (rows) => ({ text: rows.map((row) => row.line.trim()).join('\n') }),
  explain: () => ({
    words: say('The full identity of the firmware.', 'ファームウェアの詳細情報です。'),
  }),
})
