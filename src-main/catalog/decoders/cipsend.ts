import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CIPSEND',
  title: say('sending over an internal socket', '内蔵ソケットの送信'),
  does: say('Sends over an internal socket.', '内蔵ソケットで送信します。'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: ['set', 'read', 'test'],
  parameters: [
    int('link_num', 'socket', 'ソケット'),
    int('req_send_length', 'asked', '要求長'),
    int('cnf_send_length', 'sent', '送信長', { '-1': say('connection lost', '接続切断') }),
  ],
  set: [
    int('link_num', 'socket', 'ソケット'),
    int('length', 'octets', 'オクテット数'),
    text('server_ip', 'server', 'サーバー'),
    int('server_port', 'port', 'ポート'),
  ],
  urc: true,
})
