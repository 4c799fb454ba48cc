import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTCONNECT',
  title: say('MQTT connection', 'MQTT 接続'),
  does: say('Connects to an MQTT server.', 'MQTT サーバーに接続します。'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['set', 'read', 'test'],
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [
    int('client_index', 'client', 'クライアント'),
    text('server_addr', 'server', 'サーバー'),
    int('keepalive_time', 'keepalive s', 'キープアライブ 秒'),
    int('clean_session', 'clean', 'クリーン'),
    secret('password', text('user_name', 'user', 'ユーザー名')),
    secret('password', text('pass_word', 'password', 'パスワード')),
  ],
  urc: true,
})
