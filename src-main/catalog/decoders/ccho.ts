import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CCHO',
  title: say('channel to a card application', 'カードアプリのチャネル確立'),
  does: say('Opens a channel to a card application.', 'カードアプリのチャネルを確立します。'),
  spec: '3GPP TS 27.007, 8.45',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [int('sessionid', 'session', 'セッション')],
  set: [text('dfname', 'application', 'アプリケーション')],
  free: true,
})
