import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CCHC',
  title: say('end of a card channel', 'カードアプリのチャネル解放'),
  does: say('Closes a channel to a card application.', 'カードアプリのチャネルを解放します。'),
  spec: '3GPP TS 27.007, 8.46',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [int('sessionid', 'session', 'セッション')],
})
