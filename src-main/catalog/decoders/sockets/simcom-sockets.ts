import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { positional } from '@core/at/read-facts'
import { Row } from '@core/at/row'
import { tcpResult } from '../shared/simcom-results'

const cipopen = decoder({
  id: '+CIPOPEN',
  title: say('internal socket', '内蔵ソケットの接続'),
  does: say(
    'Opens an internal socket; the result comes as +CIPOPEN.',
    '内蔵ソケットを接続します。結果は +CIPOPEN で通知されます。',
  ),
  spec: 'A76XX manual p315-351',
  ends: { second: /^\+CIPOPEN: *\d+, *\d+$/, secondMs: 120_000 },
  group: 'internet',
  parameters: [int('link_num', 'socket', 'ソケット'), tcpResult],
  set: [
    int('link_num', 'socket', 'ソケット'),
    text('type', 'type', '種別'),
    text('server_ip', 'server', 'サーバー'),
    int('server_port', 'port', 'ポート'),
    int('local_port', 'own port', '自ポート'),
  ],
  urc: true,
  row(row) {
    const result = row.count <= 2 && !row.fields[1]?.quoted
    return result
      ? { link_num: row.int(0, 'link_num'), ...(row.count > 1 ? { err: row.int(1, 'err') } : {}) }
      : {
          link_num: row.int(0, 'link_num'),
          type: row.text(1),
          server_ip: row.text(2),
          server_port: row.int(3, 'server_port'),
          index: row.int(4, 'index'),
        }
  },
})

const cipsend = decoder({
  id: '+CIPSEND',
  title: say('sending over an internal socket', '内蔵ソケットの送信'),
  does: say('Sends over an internal socket.', '内蔵ソケットで送信します。'),
  // SIM800 and ESP-AT with one connection: AT+CIPSEND=<length>.
  alone: say(
    'Sends # octets over the internal connection.',
    '内蔵の接続で # オクテットを送信します。',
  ),
  spec: 'A76XX manual p315-351',
  ends: {
    prompt: '> ',
    final: /^(?:\d{1,2}, *)?SEND (?:OK|FAIL)$|^DATA ACCEPT:/,
    // ESP-AT answers OK before the prompt.
    second: /^\+CIPSEND: *\d+,|^SEND (?:OK|FAIL)$/,
  },
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

const cipclose = decoder({
  id: '+CIPCLOSE',
  title: say('end of an internal socket', '内蔵ソケットの切断'),
  does: say('Closes an internal socket.', '内蔵ソケットを閉じます。'),
  spec: 'A76XX manual p315-351',
  ends: { final: /^(?:\d{1,2}, *)?CLOSE OK$/, second: /^\+CIPCLOSE: *\d+, *\d+$/ },
  group: 'internet',
  forms: ['set', 'read', 'test'],
  parameters: [int('link_num', 'socket', 'ソケット'), tcpResult],
  set: [int('link_num', 'socket', 'ソケット')],
  urc: true,
  row(row, asked) {
    if (asked.form === 'read') return { states: row.fields.map((_field, i) => row.int(i) ?? null) }
    return { link_num: row.int(0, 'link_num'), err: row.int(1, 'err') }
  },
})

const parameters = [
  int('mode', 'mode', 'モード'),
  int('link_num', 'socket', 'ソケット'),
  int('read_len', 'read', '読み出し長'),
  int('rest_len', 'left', '残り'),
]

const ciprxget = decoder({
  id: '+CIPRXGET',
  title: say('reading from an internal socket', '内蔵ソケットの受信'),
  does: say('Reads from an internal socket.', '内蔵ソケットの受信データを読み出します。'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters,
  set: [
    int('mode', 'mode', 'モード'),
    int('link_num', 'socket', 'ソケット'),
    int('len', 'octets', 'オクテット数'),
  ],
  urc: true,
  setAnswers: true,
  body: 'answer',
  answer(rows) {
    const facts = positional(rows.find((row) => row.tailStart > 0) ?? new Row(''), parameters)
    const data = rows.filter((row) => row.tailStart === 0).map((row) => row.line)
    return data.length > 0 ? { ...facts, data: data.join('\n') } : facts
  },
})

const cipevent = decoder({
  id: '+CIPEVENT',
  title: say('event of the internal IP service', '内蔵 IP サービスのイベント'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
  explain: () => ({
    words: say(
      'The internal IP service lost its bearer.',
      '内蔵 IP サービスの接続が失われました。',
    ),
    severity: 'warning',
  }),
})

const ipclose = decoder({
  id: '+IPCLOSE',
  title: say('socket closed', 'ソケットの切断'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: [],
  parameters: [
    int('link_num', 'socket', 'ソケット'),
    int('close_reason', 'reason', '理由', {
      0: say('closed here', '自側から切断'),
      1: say('closed by the other side', '相手側から切断'),
      2: say('timeout or lost', 'タイムアウト・切断'),
      3: say('internal error', '内部エラー'),
    }),
  ],
  urc: true,
})

const ciperror = decoder({
  id: '+CIPERROR',
  title: say('error of the internal IP service', '内蔵 IP サービスのエラー'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: [],
  parameters: [tcpResult],
  urc: true,
})

export default [cipopen, cipsend, cipclose, ciprxget, cipevent, ipclose, ciperror]
