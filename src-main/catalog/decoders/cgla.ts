import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
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
