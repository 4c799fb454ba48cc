import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

const ccho = decoder({
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

const cchc = decoder({
  id: '+CCHC',
  title: say('end of a card channel', 'カードアプリのチャネル解放'),
  does: say('Closes a channel to a card application.', 'カードアプリのチャネルを解放します。'),
  spec: '3GPP TS 27.007, 8.46',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [int('sessionid', 'session', 'セッション')],
})

const cgla = decoder({
  id: '+CGLA',
  title: say('exchange over a card channel', 'チャネル経由の SIM アクセス'),
  does: say('Sends a command over a card channel.', 'カードのチャネルで命令を送ります。'),
  spec: '3GPP TS 27.007, 8.43',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [int('length', 'digits', '桁数'), text('response', 'data', 'データ')],
  set: [
    int('sessionid', 'session', 'セッション'),
    int('length', 'digits', '桁数'),
    secret('pin', text('command', 'command', '命令')),
  ],
  asks: true,
})

const cuad = decoder({
  id: '+CUAD',
  title: say('applications on the SIM', 'SIM 内のアプリケーション一覧'),
  spec: '3GPP TS 27.007, 8.49',
  group: 'sim',
  forms: ['action', 'test'],
  parameters: [text('response', 'data', 'データ')],
})

export default [ccho, cchc, cgla, cuad]
