import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+CLAC',
  title: say('all commands of the modem', '対応コマンド一覧'),
  spec: '3GPP TS 27.007, 8.37',
  group: 'control',
  forms: ['action', 'test'],
  parameters: [text('text', 'commands', 'コマンド')],
  free: true,
  answer: (rows) => ({ commands: rows.map((row) => row.tail) }),
  explain: () => ({
    words: say(
      'The commands this firmware knows.',
      'このファームウェアが対応するコマンドの一覧です。',
    ),
  }),
})
