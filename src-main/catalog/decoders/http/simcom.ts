import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { httpStatus } from '../shared/simcom-results'

const httpinit = decoder({
  id: '+HTTPINIT',
  title: say('HTTP service', 'HTTP サービス'),
  does: say('Starts the HTTP service of the modem.', '内蔵 HTTP サービスを開始します。'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['action', 'test'],
})

const httppara = decoder({
  id: '+HTTPPARA',
  title: say('HTTP request', 'HTTP 要求の設定'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [text('param', 'item', '項目'), text('value', 'value', '値')],
})

const httpaction = decoder({
  id: '+HTTPACTION',
  free: true,
  title: say('HTTP request', 'HTTP 要求'),
  does: say(
    'Sends the HTTP request; the result comes as +HTTPACTION.',
    'HTTP 要求を送信します。結果は +HTTPACTION で通知されます。',
  ),
  spec: 'A76XX manual',
  // A program that takes the name off leaves method, status and length: `0,603,0`.
  ends: { second: /^(?:\+HTTPACTION:|[0-4], ?[1-7]\d\d, ?\d+$)/, secondMs: 120_000 },
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
    httpStatus,
    int('data_len', 'octets', 'オクテット数'),
  ],
  set: [int('method', 'method', 'メソッド')],
  urc: true,
})

const httphead = decoder({
  id: '+HTTPHEAD',
  title: say('HTTP answer header', 'HTTP 応答ヘッダー'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [int('data_len', 'octets', 'オクテット数')],
  urc: true,
  explain({ data_len: octets }, asked) {
    if (asked.form === 'test' || typeof octets !== 'number') return undefined
    return {
      words: say(
        `HTTP answer header: ${octets} octets.`,
        `HTTP 応答ヘッダー：${octets} オクテット`,
      ),
    }
  },
})

const httpread = decoder({
  id: '+HTTPREAD',
  title: say('HTTP answer', 'HTTP 応答の読み出し'),
  does: say('Reads the HTTP answer.', 'HTTP 応答を読み出します。'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['read', 'set', 'test'],
  parameters: [text('text', 'octets', 'オクテット数')],
  set: [int('start_offset', 'offset', '開始位置'), int('byte_size', 'octets', 'オクテット数')],
  urc: true,
  row: (row) => ({ text: row.tail || null }),
})

const httpterm = decoder({
  id: '+HTTPTERM',
  title: say('HTTP service', 'HTTP サービス'),
  does: say('Ends the HTTP service of the modem.', '内蔵 HTTP サービスを終了します。'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['action', 'test'],
})

const chttpact = decoder({
  id: '+CHTTPACT',
  title: say('raw HTTP exchange', 'HTTP 通信'),
  does: say('Starts a raw HTTP exchange.', 'HTTP 通信を開始します。'),
  spec: 'SIM5320 AT manual',
  ends: { second: /^\+CHTTPACT:/, secondMs: 120_000 },
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [text('text', 'state', '状態')],
  set: [text('address', 'host', 'ホスト'), int('port', 'port', 'ポート')],
  urc: true,
  row: (row) => ({ text: row.tail || null }),
})

export default [httpinit, httppara, httpaction, httphead, httpread, httpterm, chttpact]
