import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

const qiopen = decoder({
  id: '+QIOPEN',
  title: say('internal socket', '内蔵ソケットの接続'),
  does: say('Opens an internal socket.', '内蔵ソケットを接続します。'),
  spec: 'Quectel EC25 manual',
  ends: { second: /^\+QIOPEN: *\d+, *\d+$/, secondMs: 150_000 },
  group: 'quectel',
  forms: ['set', 'test'],
  parameters: [
    int('connect_id', 'socket', 'ソケット'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [
    int('context_id', 'context', 'cid'),
    int('connect_id', 'socket', 'ソケット'),
    text('service_type', 'type', '種別'),
    text('remote', 'server', 'サーバー'),
    int('remote_port', 'port', 'ポート'),
  ],
  urc: true,
})

const qiurc = decoder({
  id: '+QIURC',
  title: say('event of the internal TCP/IP', '内蔵 TCP/IP のイベント'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.text(0), values: row.fields.slice(1).map((field) => field.text) }),
})

const qping = decoder({
  id: '+QPING',
  title: say('ping from inside the modem', 'モデム内蔵の ping'),
  does: say('Pings a host from inside the modem.', 'モデム内蔵の ping を実行します。'),
  spec: 'Quectel EC25 manual',
  ends: { second: /^\+QPING:/, last: /^\+QPING: *(?:\d+$|\d+(?: *, *\d+){5,}$)/ },
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

export default [qiopen, qiurc, qping]
