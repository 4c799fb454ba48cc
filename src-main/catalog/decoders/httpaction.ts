import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+HTTPACTION',
  title: say('HTTP request', 'HTTP 要求'),
  does: say(
    'Sends the HTTP request; the result comes as +HTTPACTION.',
    'HTTP 要求を送信します。結果は +HTTPACTION で通知されます。',
  ),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [
    int('method', 'method', 'メソッド', {
      0: say('GET', 'GET'),
      1: say('POST', 'POST'),
      2: say('HEAD', 'HEAD'),
      3: say('DELETE', 'DELETE'),
      4: say('PUT', 'PUT'),
    }),
    int('status_code', 'status', 'ステータス'),
    int('data_len', 'octets', 'オクテット数'),
  ],
  set: [int('method', 'method', 'メソッド')],
  urc: true,
})
