import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+QPING',
  title: say('ping from inside the modem', 'モデム内蔵の ping'),
  does: say('Pings a host from inside the modem.', 'モデム内蔵の ping を実行します。'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['set', 'test'],
  parameters: [
    int('err', 'result', '結果', { 0: say('success', '成功') }),
    text('ip', 'address', 'アドレス'),
    int('bytes', 'octets', 'サイズ'),
    int('time_ms', 'ms', 'ms'),
    int('ttl', 'TTL', 'TTL'),
  ],
  set: [
    int('context_id', 'context', 'cid'),
    text('host', 'host', '宛先'),
    int('timeout', 'timeout s', 'タイムアウト 秒'),
    int('pingnum', 'count', '回数'),
  ],
  urc: true,
})
